/**
 * The head of an NSRDB or SAM solar file: a row of names, a row of their values, then the header of the table, which may
 * be padded with empty cells to the width of the rows above, or the other way round.
 */

import type { RecordedColumn, RecordedSite, Zone } from '../recording/recording.ts';
import { siteOf } from '../table/head.ts';
import { numberOfCell } from '../table/plain-number.ts';
import { cellsOfLine } from '../table/rows.ts';
import { unitOfSpelling } from '../table/units.ts';

export interface NsrdbHead {
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
export function readNsrdbHead(lines: readonly string[]): NsrdbHead | undefined {
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
export function isNsrdbSeries(name: string): boolean {
  const { quantity } = meaningOf(name.trim().toLowerCase()) ?? {};
  return quantity === 'irradiance' || quantity === 'windSpeed';
}

/** Clear-sky irradiances stay `other`: nobody may take them for what was there. */
export function nsrdbMeaning(name: string, head: NsrdbHead): Meaning {
  const key = name.trim().toLowerCase();
  const stated = head.values.get(`${key} units`) ?? head.values.get(key) ?? '';
  const meaning = meaningOf(key) ?? { quantity: 'other', unit: undefined };
  return { ...meaning, unit: unitOfSpelling(stated) ?? meaning.unit };
}
