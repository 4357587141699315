/** From a recorded column to a profile that is no capacity factor: temperature, price, load shape. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { isInRange, type ProfileUnit, quantities } from '../profile.ts';
import { inOwnUnit } from './own-unit.ts';
import { refuseColumn, refuseHours } from './refusal.ts';
import type { Conversion } from './to-capacity-factor.ts';

export type PlainUnit = Exclude<ProfileUnit, 'capacityFactor'>;

/** Ways of writing money per energy: the currency, then the energy; cents are not guessed at. */
const priceUnit = /^([A-Z]{3})\/(kWh|MWh)$/;

/** @throws ProfileError where the unit does not lead to the one asked for, or a value is outside its range. */
export function toUnit(column: HourlyColumn, unit: PlainUnit): Conversion {
  const { values, steps, currency } = converted(column, unit);
  const quantity = quantities[unit];
  refuseHours(column, (_, hour) => !isInRange(quantity, values[hour]!), `outside ${quantity.range}`, quantity.range);
  return {
    profile: {
      name: column.name,
      unit,
      year: column.year,
      values: values.map((value) => value + 0),
      ...(currency === undefined ? {} : { currency }),
    },
    steps: [...steps],
  };
}

interface Converted {
  readonly values: Float64Array;
  readonly steps: readonly string[];
  readonly currency?: string;
}

function converted(column: HourlyColumn, unit: PlainUnit): Converted {
  const { name, values } = column;
  switch (unit) {
    case 'temperatureC':
      requireQuantity(column, unit, ['temperature']);
      return inOwnUnit(column);
    case 'relative':
      // A shape has no unit: only ratios of hours count, so any unit of power or energy will do.
      requireQuantity(column, unit, ['power', 'energy', 'capacityFactor', 'other']);
      return { values, steps: [`${name}: shape of the ${column.unit ?? 'recorded'} values`] };
    case 'pue':
    case 'share':
      requireQuantity(column, unit, ['other']);
      return { values, steps: [] };
    case 'pricePerMWh':
      return price(column);
    default:
      return unit satisfies never;
  }
}

function price(column: HourlyColumn): Converted {
  requireQuantity(column, 'pricePerMWh', ['price']);
  const [, currency = '', energy] = priceUnit.exec(column.unit ?? '') ?? [];
  if (energy === 'MWh') {
    return { values: column.values, steps: [`${column.name}: prices in ${column.unit}`], currency };
  }
  if (energy === 'kWh') {
    return {
      values: column.values.map((value) => value * 1000),
      steps: [`${column.name}: ${column.unit} times 1000, per MWh`],
      currency,
    };
  }
  const problem = column.unit === undefined ? 'nobody says which unit it is in' : `"${column.unit}" is no known price`;
  return refuseColumn(
    column.name,
    'profile.wrong-unit',
    problem,
    'state its unit: a currency per MWh or kWh, such as EUR/MWh',
  );
}

function requireQuantity(column: HourlyColumn, unit: PlainUnit, allowed: readonly HourlyColumn['quantity'][]): void {
  if (allowed.includes(column.quantity)) return;
  const problem = `${column.quantity} cannot be used as ${unit}`;
  refuseColumn(column.name, 'profile.wrong-unit', problem, `a column of ${allowed.join(', ')}`);
}
