/**
 * Solar resource of the NSRDB (National Solar Radiation Database, NREL) and of SAM, which reads the same CSV. The clock is
 * fixed standard time, hours from UTC as `Time Zone` states, without summer time. Values are samples: hourly files take
 * theirs at minute 30, half-hourly and five-minute files at the start of each step, and each stands for its step.
 * Typical years join months of different years, and so do their stamps.
 */
import { type FaultList, refuse } from '../faults.ts';
import type { Label, RecordedColumn, RecordedSite, RecordedWarning, Recording, Zone } from '../recording/recording.ts';
import { namedColumns, recordingOf, siteOf } from '../table/head.ts';
import { numberOfCell } from '../table/plain-number.ts';
import type { Row } from '../table/row.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { hasMixedYears, minutesOfClock, stepOf } from '../table/stamps.ts';
import { readTable, type Table, type TableColumn } from '../table/table.ts';
import { unitOfSpelling } from '../table/units.ts';
import type { ForeignFormat } from './format.ts';

const stampNames = /^(year|month|day|hour|minute)$/i;

function minutesOfCells(row: Row, hasMinutes: boolean): number {
  // Read strictly: an empty cell would otherwise count as zero.
  const part = (cell: number) => numberOfCell(row.cell(cell));
  return minutesOfClock(part(0), part(1), part(2), part(3), hasMinutes ? part(4) : 0);
}

function labelOf(table: Table, stepMinutes: number, hasMinutes: boolean, faults: FaultList): Label {
  const first = table.clockMinutes.find((minutes) => !Number.isNaN(minutes)) ?? 0;
  const into = ((first % stepMinutes) + stepMinutes) % stepMinutes;
  table.clockMinutes.forEach((minutes, row) => {
    if (Number.isNaN(minutes) || (minutes - into) % stepMinutes === 0) return;
    faults.add('profile.bad-stamp', { where: 'Minute', line: table.lines[row]!, column: 5 }, () => ({
      problem: `minute ${((minutes % 60) + 60) % 60} is not on the ${stepMinutes}-minute steps of the rows before`,
      expected: 'the same minutes in every hour',
    }));
  });
  // Without minutes nothing says when in its hour a value was seen; SAM takes it for the whole hour.
  return hasMinutes ? { kind: 'sample', minutesIntoHour: into } : { kind: 'start' };
}

/** Fill flags above zero name the reason for which a value was filled in. */
function fillWarnings(columns: readonly TableColumn[], table: Table): RecordedWarning[] {
  const flags = table.values[columns.findIndex(({ name }) => name.toLowerCase() === 'fill flag')];
  const filled = flags?.reduce((count, flag) => count + (flag > 0 ? 1 : 0), 0) ?? 0;
  if (flags === undefined || filled === 0) return [];
  const message = `the irradiance of ${filled} of ${flags.length} rows was filled in by the NSRDB (Fill Flag above 0)`;
  return [{ code: 'filled-values', message, line: table.lines[flags.findIndex((flag) => flag > 0)]! }];
}

export const nsrdbFormat: ForeignFormat = {
  name: 'nsrdb',
  beginning: 'a row "Source,Location ID,…,Time Zone,…", a row of its values, then "Year,Month,Day,Hour,Minute,DNI,…"',
  recognises: ({ lines }) => readNsrdbHead(lines)?.cells.some(isNsrdbSeries) ?? false,
  record({ text }, faults, { missing = [] }): Recording {
    const head = readNsrdbHead(firstLines(text));
    if (head === undefined) {
      const expected = 'Year,Month,Day,Hour,Minute,…';
      return refuse(faults.file, 'profile.bad-header', { where: 'header' }, 'no header', expected);
    }
    const { headerLine, cells, zone, site, unpaired } = head;
    if (unpaired !== undefined) {
      faults.add('profile.bad-header', { where: 'header', line: headerLine - 1 }, () => ({
        problem: `${unpaired.values} values for the ${unpaired.names} names above them`,
        expected: 'one value for each name: a cell too many gives the time zone the number beside it',
      }));
    }
    const named = namedColumns(cells, headerLine, faults);
    const columns = named.filter(({ name }) => !stampNames.test(name));
    const hasMinutes = /^minute$/i.test(cells[4] ?? '');
    const stampWidth = hasMinutes ? 5 : 4;
    const table = readTable(
      text,
      {
        firstLine: headerLine + 1,
        width: cells.findLastIndex((name) => name !== '') + 1,
        mayBePadded: true,
        columns,
        numbers: { decimal: 'point', missing: ['', 'NaN', 'nan', 'N/A', '-999', '-9999', ...missing] },
        stamp: {
          name: cells.slice(0, stampWidth).join(','),
          column: 1,
          form: hasMinutes ? 'year, month, day, hour, minute' : 'year, month, day, hour',
          minutes: (row) => minutesOfCells(row, hasMinutes),
          text: (row) => row.slice(0, stampWidth).join(','),
        },
      },
      faults,
    );
    const stepMinutes = stepOf(table.clockMinutes) ?? 60;
    return recordingOf(table, {
      why: `line ${headerLine} is the header "${cells.slice(0, 8).join(',')}…" of NSRDB and SAM`,
      zone,
      label: labelOf(table, stepMinutes, hasMinutes, faults),
      stepMinutes,
      isTypicalYear: hasMixedYears(table.clockMinutes),
      columns: columns.map(({ name }, index) => ({ name, ...nsrdbMeaning(name, head), values: table.values[index]! })),
      site,
      warnings: fillWarnings(columns, table),
    });
  },
};

/**
 * The head of an NSRDB or SAM solar file: a row of names, a row of their values, then the header of the table, which may
 * be padded with empty cells to the width of the rows above, or the other way round.
 */
interface NsrdbHead {
  readonly headerLine: number;
  readonly cells: readonly string[];
  /** By name in lower case. */
  readonly values: ReadonlyMap<string, string>;
  readonly zone: Zone;
  readonly site: RecordedSite | undefined;
  /** Numbers of names and of values above the header, where they differ: no value belongs to its name for certain. */
  readonly unpaired: { readonly names: number; readonly values: number } | undefined;
}

const header = /^"?year"?,"?month"?,"?day"?,"?hour"?,/i;
const DEEPEST_HEADER = 10;

/** Undefined where the lines hold no header of this kind. */
function readNsrdbHead(lines: readonly string[]): NsrdbHead | undefined {
  const index = lines.slice(0, DEEPEST_HEADER).findIndex((line) => header.test(line));
  const cells = index === -1 ? undefined : cellsOfLine(lines[index]!, ',');
  if (cells === undefined) return undefined;
  const [names, values] = [index - 2, index - 1].map((at) => cellsOfLine(lines[at] ?? '', ',') ?? []);
  const [nameCount, valueCount] = [names!, values!].map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1);
  const isPaired = index < 2 || nameCount === valueCount;
  const stated = new Map(names!.map((name, cell) => [name.trim().toLowerCase(), (values![cell] ?? '').trim()]));
  const hours = numberOfCell(stated.get('time zone') ?? '');
  // The clock of the file; "Local Time Zone" is that of the site, which differs where UTC was asked for.
  const isZone = Math.abs(hours) <= 14 && Number.isInteger(hours * 4);
  const named = (name: string) => stated.get(name) ?? '';
  return {
    headerLine: index + 1,
    cells,
    values: stated,
    zone: isZone ? { kind: 'offset', minutes: hours * 60 } : { kind: 'unstated' },
    site: siteOf(named('latitude'), named('longitude'), named('elevation')),
    unpaired: isPaired ? undefined : { names: nameCount!, values: valueCount! },
  };
}

type Meaning = Omit<RecordedColumn, 'name' | 'values'>;

const global: Meaning = { quantity: 'irradiance', unit: 'W/m²', irradiance: 'global' };
const beam: Meaning = { quantity: 'irradiance', unit: 'W/m²', irradiance: 'beamNormal' };
const diffuse: Meaning = { quantity: 'irradiance', unit: 'W/m²', irradiance: 'diffuse' };
const temperature: Meaning = { quantity: 'temperature', unit: '°C' };
const pressure: Meaning = { quantity: 'pressure', unit: 'mbar' };
const windSpeed: Meaning = { quantity: 'windSpeed', unit: 'm/s' };
const windDirection: Meaning = { quantity: 'windDirection', unit: '°' };

/** Names of NSRDB and the other names under which SAM reads the same; units where the head states none. */
const meanings: Readonly<Record<string, Meaning>> = {
  ghi: global,
  gh: global,
  dni: beam,
  dn: beam,
  dhi: diffuse,
  df: diffuse,
  poa: { quantity: 'irradiance', unit: 'W/m²', irradiance: 'plane' },
  temperature,
  'dry bulb': temperature,
  tdry: temperature,
  pressure,
  pres: pressure,
  'wind speed': windSpeed,
  wspd: windSpeed,
  'wind direction': windDirection,
  wdir: windDirection,
};

function meaningOf(key: string): Meaning | undefined {
  return Object.hasOwn(meanings, key) ? meanings[key] : undefined;
}

/** True for the three irradiances and wind, without which a table of year, month, day and hour is of another format. */
function isNsrdbSeries(name: string): boolean {
  const { quantity } = meaningOf(name.trim().toLowerCase()) ?? {};
  return quantity === 'irradiance' || quantity === 'windSpeed';
}

/** Clear-sky irradiances stay `other`: nobody may take them for what was there. */
function nsrdbMeaning(name: string, head: NsrdbHead): Meaning {
  const key = name.trim().toLowerCase();
  const stated = head.values.get(`${key} units`) ?? head.values.get(key) ?? '';
  const meaning = meaningOf(key) ?? { quantity: 'other', unit: undefined };
  return { ...meaning, unit: unitOfSpelling(stated) ?? meaning.unit };
}
