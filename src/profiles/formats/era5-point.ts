/**
 * One point of ERA5 (reanalysis of the European Centre for Medium-Range Weather Forecasts) as CSV: the "timeseries"
 * download of the Climate Data Store (`valid_time,…`) or a table written from a data set (`time,latitude,longitude,…`).
 * UTC. Wind, temperature and pressure are samples at the stamp, each for the hour that begins with it, as in every other
 * file of samples; radiation and precipitation are sums over the hour BEFORE it, which their columns say themselves.
 */
import { type FaultList, refuse } from '../faults.ts';
import type { RecordedColumn, RecordedSite, RecordedWarning, Recording } from '../recording/recording.ts';
import { namedColumns, recordingOf, siteOf } from '../table/head.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { minutesOfUtcStamp, stepOf } from '../table/stamps.ts';
import { readTable, type Table, type TableColumn } from '../table/table.ts';
import type { ForeignFormat } from './format.ts';

/** `time` may stand after the row numbers that some programs write first, under an empty name. */
function headerOf(lines: readonly string[]): { cells: string[]; timeCell: number } | undefined {
  const cells = cellsOfLine(lines[0] ?? '', ',') ?? [];
  const timeCell = cells.findIndex((name) => name === 'valid_time' || name === 'time');
  return timeCell === -1 || !cells.some(isEra5Variable) ? undefined : { cells, timeCell };
}

/** The one value of a coordinate; several are a fault, since rows of several points cannot be told apart later. */
function coordinateOf(name: RegExp, columns: readonly TableColumn[], table: Table, faults: FaultList): string {
  const index = columns.findIndex((column) => name.test(column.name));
  const values = table.values[index];
  if (values === undefined) return '';
  const row = values.findIndex((value) => value !== values[0]);
  if (row > 0) {
    const { name: where, cell } = columns[index]!;
    faults.add('profile.bad-row', { where, line: table.lines[row]!, column: cell + 1 }, () => ({
      problem: `${where} ${values[row]} after ${values[0]}`,
      expected: 'one point in each file',
    }));
  }
  return String(values[0]);
}

function accumulationWarnings(variables: readonly TableColumn[], table: Table): RecordedWarning[] {
  const names = variables.filter(({ name }) => isAccumulated(name)).map(({ name }) => name);
  if (names.length === 0) return [];
  const [verb, own] = names.length === 1 ? ['is a sum', 'its'] : ['are sums', 'their'];
  const message = `${names.join(', ')} ${verb} over the hour before each stamp and stand${names.length === 1 ? 's' : ''} for that hour; the last hour of the file has none: download one more hour to have ${own} value`;
  return [{ code: 'accumulated-hour-before', message, line: table.lines.at(-1)! }];
}

export const era5PointFormat: ForeignFormat = {
  name: 'era5-point',
  beginning: 'a header such as "valid_time,u100,v100,t2m,ssrd" or "time,latitude,longitude,u100,v100,t2m"',
  recognises: ({ lines }) => headerOf(lines) !== undefined,
  record({ text }, faults, { missing = [] }): Recording {
    const header = headerOf(firstLines(text, 1));
    if (header === undefined) {
      const place = { where: 'header', line: 1 };
      return refuse(faults.file, 'profile.bad-header', place, 'no header of ERA5', 'valid_time,u100,…');
    }
    const { cells, timeCell } = header;
    const named = namedColumns(cells, 1, faults).filter(({ cell }) => cell !== timeCell);
    const variables = named.filter(({ name }) => !notVariables.test(name));
    const coordinates = named.filter(({ name }) => /^(lat|lon)/.test(name));
    const columns = [...variables, ...coordinates];
    const table = readTable(
      text,
      {
        firstLine: 2,
        width: cells.length,
        columns,
        numbers: { decimal: 'point', missing: ['', 'nan', 'NaN', ...missing] },
        stamp: {
          name: cells[timeCell]!,
          column: timeCell + 1,
          form: 'YYYY-MM-DD HH:MM:SS in UTC',
          minutes: (row) => minutesOfUtcStamp(row.cell(timeCell)),
          text: (row) => row[timeCell] ?? '',
        },
      },
      faults,
    );
    const site: RecordedSite | undefined = siteOf(
      coordinateOf(/^lat/, columns, table, faults),
      coordinateOf(/^lon/, columns, table, faults),
      '',
    );
    return recordingOf(table, {
      why: `line 1 is the header "${cells.slice(0, 6).join(',')}" with names of ERA5`,
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'sample', minutesIntoHour: 0 },
      stepMinutes: stepOf(table.clockMinutes) ?? 60,
      columns: era5Columns(variables, table, 1, faults),
      site,
      warnings: accumulationWarnings(variables, table),
    });
  },
};

/** Columns beside the variables: where the point is, and how the data set numbers its versions. */
const notVariables = /^(|latitude|longitude|lat|lon|number|expver|step|surface|realization)$/;

/** Sums over the hour before the stamp: downward and net radiation, precipitation. */
const accumulated = /^(ssrd|ssrdc|ssr|fdir|cdir|strd|str|tp)$/;

/** More than the sun sends through a square metre in an hour outside the air [J/m²]: 1,414 W/m² at the least distance. */
const MOST_PER_HOUR = 5.1e6;

type Meaning = Omit<RecordedColumn, 'name' | 'values'>;

/** Units as the ERA5 documentation states them; the CSV carries none. */
const meanings: Readonly<Record<string, Meaning>> = {
  ssrd: { quantity: 'irradiance', unit: 'J/m²', irradiance: 'global' },
  t2m: { quantity: 'temperature', unit: 'K', heightM: 2 },
  sp: { quantity: 'pressure', unit: 'Pa' },
};

const eastward = /^u(\d+)n?$/;
const northward = /^v(\d+)n?$/;

function isEra5Variable(name: string): boolean {
  return Object.hasOwn(meanings, name) || eastward.test(name);
}

const isAccumulated = (name: string) => accumulated.test(name);

/** ERA5-Land sums from 00:00 UTC on: its values grow all day and would pass for sunshine at night. */
function checkHourly(name: string, values: Float64Array, table: Table, cell: number, faults: FaultList): void {
  const row = values.findIndex((value) => value > MOST_PER_HOUR);
  if (row === -1) return;
  faults.add('profile.out-of-range', { where: name, line: table.lines[row]!, column: cell + 1 }, () => ({
    problem: `${values[row]} J/m² in one hour is more than the sun sends`,
    expected:
      'sums over the hour before each stamp, as ERA5 has them; ERA5-Land sums since 00:00 UTC: take differences first',
  }));
}

function speed(eastward: Float64Array, northward: Float64Array): Float64Array {
  return eastward.map((value, row) => Math.hypot(value, northward[row]!));
}

/**
 * From the variables of ERA5 to columns: speeds from their two components, and accumulations on the hours they are of.
 *
 * @param variables columns of the table, `table.values` in the same order
 */
function era5Columns(
  variables: readonly TableColumn[],
  table: Table,
  line: number,
  faults: FaultList,
): RecordedColumn[] {
  const valuesOf = (name: string) => table.values[variables.findIndex((variable) => variable.name === name)];
  return variables.flatMap(({ name, cell }, index): RecordedColumn[] => {
    const values = table.values[index]!;
    const height = (eastward.exec(name) ?? northward.exec(name))?.[1];
    if (height === undefined) {
      if (name === 'ssrd') checkHourly(name, values, table, cell, faults);
      const label = accumulated.test(name) ? { label: { kind: 'end' as const } } : {};
      const meaning = Object.hasOwn(meanings, name) ? meanings[name]! : { quantity: 'other' as const, unit: undefined };
      return [{ name, ...meaning, ...label, values }];
    }
    const other = `${name.startsWith('u') ? 'v' : 'u'}${name.slice(1)}`;
    const component = valuesOf(other);
    if (component === undefined) {
      faults.add('profile.missing-column', { where: other, line }, () => ({
        problem: `${name} is here, ${other} is not`,
        expected: 'both components of the wind: its speed is the root of the sum of their squares',
      }));
    }
    if (name.startsWith('v') || component === undefined) return [];
    const heightM = Number(height);
    const suffix = name.endsWith('n') ? '_neutral' : '';
    return [
      {
        name: `wind_speed_${heightM}m${suffix}`,
        // The neutral wind is what a calm, unstratified air would show: not what a turbine meets.
        quantity: suffix === '' ? 'windSpeed' : 'other',
        unit: 'm/s',
        heightM,
        values: speed(values, component),
      },
    ];
  });
}
