/** One series of a stored year as small whole numbers, for a map of its hours: a fiftieth of the bytes of its schedule. */

import type { ResultDocument, Scenario } from '../../src/index.ts';
import { columnsOfParquet, readHoursOfParquet } from '../../src/results/hours/schedule-parquet.ts';
import { loadStoredScenario, type StoredDocument, storedInputs } from '../jobs/stored-scenario.ts';
import { MAP_STEPS, type MapSeries } from '../schemas/map-series.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import type { HourTable } from './gather-hours.ts';
import { findSchedule, type NoHours } from './hours.ts';

const NONE = 65_535;

export interface YearMapRequest {
  readonly objects: ObjectPlace;
  /** Of the result. */
  readonly place: string;
  readonly phase?: string | undefined;
  readonly weatherYear?: string | undefined;
  readonly series: MapSeries;
  readonly scenario: StoredDocument;
}

export interface YearMap {
  readonly kind: 'map';
  readonly phase: string;
  readonly weatherYear: string;
  readonly firstHour: string;
  readonly least: number;
  readonly most: number;
  /** Numbers of 16 bits, little-endian, as base64. */
  readonly values: string;
}

/** @throws Error where the result lacks what it must have */
export async function drawYearMap(request: YearMapRequest): Promise<YearMap | NoHours> {
  const found = await findSchedule(request);
  if (found.kind !== 'schedule') return found;
  const { bytes, phase, weatherYear } = found;
  const known = columnsOfParquet(bytes);
  const table = await readHoursOfParquet(
    bytes,
    known.filter((name) => columnsOf[request.series].test(name)),
  );
  const scenario = needsScenario.has(request.series) ? await loaded(request) : undefined;
  const values = seriesOf(request.series, table, phase, weatherYear, scenario);
  const { least, most, numbers } = inSteps(values);
  return {
    kind: 'map',
    phase: phase.name,
    weatherYear,
    firstHour: `${table.stamps[0]!.toISOString().slice(0, 16)}Z`,
    least,
    most,
    values: Buffer.from(numbers.buffer).toString('base64'),
  };
}

const columnsOf: Readonly<Record<MapSeries, RegExp>> = {
  matched: /^(load|import)MW$/,
  curtailed: /^generationMW:/,
  stateOfCharge: /^stateOfChargeMWh:/,
  price: /^shadowPricePerMWh$/,
  carbon: /^(load|import)MW$/,
};

const needsScenario: ReadonlySet<MapSeries> = new Set(['curtailed', 'carbon']);

async function loaded({ objects, scenario: { text, profiles } }: YearMapRequest): Promise<Scenario> {
  return (await loadStoredScenario(text, storedInputs(profiles, openObjects(objects)))).loaded.scenario;
}

/** NaN where there is none: no load, or no price that is known. */
function seriesOf(
  series: MapSeries,
  { stamps, columns }: HourTable,
  phase: ResultDocument['phases'][number],
  weatherYear: string,
  scenario: Scenario | undefined,
): Float64Array {
  const named = (name: string) => columns.find((column) => column.name === name)?.values;
  const each = (of: (hour: number) => number) => Float64Array.from(stamps, (_, hour) => of(hour));
  const imported = () => {
    const [load, importMW] = [named('loadMW')!, named('importMW')!];
    return each((hour) => importMW[hour]! / load[hour]!);
  };
  switch (series) {
    case 'matched':
      return imported().map((share) => 1 - share);
    case 'carbon':
      return imported().map((share) => share * scenario!.grid.carbonIntensityKgPerMWh);
    case 'price':
      return named('shadowPricePerMWh') ?? each(() => Number.NaN);
    case 'stateOfCharge':
      return each((hour) => columns.reduce((sum, { values }) => sum + values[hour]!, 0));
    case 'curtailed': {
      const year = scenario!.weatherYears.findIndex(({ name }) => name === weatherYear);
      const plants = scenario!.renewables.map(({ name, capacityFactor }) => {
        const { capacityMW, effectiveMW = capacityMW } = phase.renewables[name]!;
        return { factor: capacityFactor[year]!, effectiveMW, used: named(`generationMW:${name}`)! };
      });
      return each((hour) =>
        plants.reduce((sum, { factor, effectiveMW, used }) => sum + factor[hour]! * effectiveMW - used[hour]!, 0),
      );
    }
    default: {
      const never: never = series;
      throw new TypeError(`unknown series ${String(never)}`);
    }
  }
}

function inSteps(values: Float64Array): { least: number; most: number; numbers: Uint16Array } {
  const known = values.filter(Number.isFinite);
  const least = known.length === 0 ? 0 : known.reduce((a, b) => Math.min(a, b));
  const most = known.length === 0 ? 0 : known.reduce((a, b) => Math.max(a, b));
  const step = (most - least) / MAP_STEPS || 1;
  const numbers = Uint16Array.from(values, (value) =>
    Number.isFinite(value) ? Math.round((value - least) / step) : NONE,
  );
  return { least, most, numbers };
}
