/** From recorded power, energy or shares to capacity factors. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { inOwnUnit } from './own-unit.ts';
import type { PowerPlant } from './plant-options.ts';
import { refuseColumn, refuseHours } from './refusal.ts';

/** Largest share of nameplate that a plant at rest draws from the grid. */
const LARGEST_NIGHT_CONSUMPTION = 0.02;
/** Of a quotient of two numbers that are the same in words: 0.3 ÷ 0.1 · ⅓. */
const ROUNDING = 1e-12;

interface Shares {
  readonly values: Float64Array;
  readonly steps: readonly string[];
  /** How to get values above 1 right. */
  readonly remedy: string;
}

/** @throws ProfileError where unit or nameplate are open, or values are outside 0…1. */
export function powerToCapacityFactor(
  columns: readonly HourlyColumn[],
  plant: PowerPlant,
): { values: Float64Array; steps: string[]; column: HourlyColumn } {
  const column = outputOf(columns);
  const shares =
    column.quantity === 'capacityFactor' ? statedShares(column, plant) : sharesOfNameplate(column, columns, plant);
  const steps = [...shares.steps];
  const { lowest, highest } = extremesOf(shares.values);
  if (!(highest <= 1 + ROUNDING)) {
    refuseHours(
      column,
      (_, hour) => !(shares.values[hour]! <= 1 + ROUNDING),
      `a capacity factor above 1 (the largest is ${highest.toFixed(4)})`,
      shares.remedy,
    );
  }
  const isCounted = plant.nightConsumption === 'zero';
  const lowestAllowed = isCounted ? -LARGEST_NIGHT_CONSUMPTION : 0;
  if (lowest < lowestAllowed) {
    refuseHours(
      column,
      (_, hour) => shares.values[hour]! < lowestAllowed,
      isCounted ? 'more than 2 % of nameplate below 0' : 'below 0',
      isCounted
        ? 'output of 0 or more: this is no consumption of a plant at rest'
        : 'output of 0 or more; where a plant at rest draws from the grid, pass nightConsumption: zero',
    );
  }
  const values = new Float64Array(shares.values.length);
  let negative = 0;
  for (let hour = 0; hour < values.length; hour++) {
    const share = shares.values[hour]!;
    if (share < 0) negative++;
    values[hour] = Math.min(1, Math.max(0, share)) + 0;
  }
  if (negative > 0)
    steps.push(
      `${negative} hour${negative === 1 ? '' : 's'} below 0 (consumption at rest, at most 2 % of nameplate) counted as 0`,
    );
  return { values, steps, column };
}

/** NaN where one of the values is. */
function extremesOf(values: Float64Array): { lowest: number; highest: number } {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let hour = 0; hour < values.length; hour++) {
    lowest = Math.min(lowest, values[hour]!);
    highest = Math.max(highest, values[hour]!);
  }
  return { lowest, highest };
}

/** The one column that tells output. */
function outputOf(columns: readonly HourlyColumn[]): HourlyColumn {
  const outputs = columns.filter(({ quantity }) => ['power', 'energy', 'capacityFactor'].includes(quantity));
  const [column] = outputs;
  if (column !== undefined && outputs.length === 1) return column;
  const names = (outputs.length === 0 ? columns : outputs).map(({ name }) => name).join(', ');
  const problem =
    outputs.length === 0
      ? `no power, energy or capacity factor among ${names}`
      : `several columns tell output: ${names}`;
  return refuseColumn('columns', 'profile.missing-column', problem, 'one column of output: name it');
}

function statedShares(column: HourlyColumn, plant: PowerPlant): Shares {
  const { name, unit, values } = column;
  if (plant.capacityKW !== undefined) {
    refuseColumn(
      name,
      'profile.wrong-unit',
      'is a capacity factor, which needs no nameplate',
      'leave the capacity out, or state the unit of power',
    );
  }
  const remedy =
    'shares of nameplate, 0…1; where the plant grew beyond its stated nameplate, take its power with a larger capacityMW';
  refuseHours(column, (value) => !Number.isFinite(value), 'no number', 'a number for every hour');
  if (unit === '%')
    return { values: values.map((value) => value / 100), steps: [`${name}: % to shares of nameplate`], remedy };
  if (unit === '1')
    return {
      values,
      steps: [`${name}: capacity factors as recorded`],
      remedy: `${remedy}; where they are percentages, state the unit %`,
    };
  return refuseColumn(
    name,
    'profile.wrong-unit',
    unit === undefined ? 'nobody says whether it is in shares or in %' : `"${unit}" is no unit of capacity factors`,
    'state its unit: 1 for shares of nameplate, or %',
  );
}

function sharesOfNameplate(column: HourlyColumn, columns: readonly HourlyColumn[], plant: PowerPlant): Shares {
  const own = inOwnUnit(column);
  const remedy = 'power up to the nameplate; pass a larger nameplate as capacityMW';
  const stated = plant.capacityKW ?? column.capacityKW;
  if (stated !== undefined) {
    if (!(stated > 0))
      refuseColumn(column.name, 'profile.out-of-range', `nameplate ${stated} kW`, 'a nameplate above 0');
    const who = plant.capacityKW === undefined ? 'that the file states' : 'as told';
    const steps = [...own.steps, `${column.name}: divided by the nameplate of ${stated} kW ${who}`];
    return { values: own.values.map((value) => value / stated), steps, remedy };
  }
  const capacities = columns.filter(({ quantity }) => quantity === 'capacity');
  const [capacity] = capacities;
  if (capacity === undefined || capacities.length > 1) {
    return refuseColumn(
      column.name,
      'profile.wrong-unit',
      `${column.unit} of an unknown nameplate`,
      'pass the nameplate as capacityMW',
    );
  }
  refuseHours(
    capacity,
    (value) => !(value > 0),
    'no nameplate',
    'a nameplate above 0, or one capacityMW for all hours',
  );
  const nameplates = inOwnUnit(capacity).values;
  return {
    values: own.values.map((value, hour) => value / nameplates[hour]!),
    steps: [...own.steps, `${column.name}: divided hour by hour by the nameplate in ${capacity.name}`],
    remedy: 'power up to the nameplate; where the recorded one lags behind, pass a larger one as capacityMW',
  };
}
