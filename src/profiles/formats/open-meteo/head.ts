/** Metadata and sections of Open-Meteo files: where they were asked for, and which tables of rows they hold. */
import { type FaultList, refuse, shown } from '../../faults.ts';
import type { RecordedColumn, RecordedSite } from '../../recording/recording.ts';
import { siteOf } from '../../table/head.ts';
import { numberOfCell } from '../../table/plain-number.ts';
import { cellsOfLine, eachLine } from '../../table/rows.ts';
import { minutesOfDate } from '../../table/stamps.ts';

export const metadataHeader = /^(location_id,)?latitude,longitude,elevation,utc_offset_seconds,/;

export interface OpenMeteoHead {
  readonly offsetMinutes: number;
  readonly site: RecordedSite | undefined;
}

/** @throws ProfileError where there are several locations, or no offset: no row would have a time. */
export function readOpenMeteoHead(lines: readonly string[], faults: FaultList): OpenMeteoHead {
  const [header = '', values = '', next = ''] = lines;
  const place = { where: 'location', line: 3 };
  if (header.startsWith('location_id') || next.trim() !== '') {
    const problem = 'several locations in one file';
    const expected = 'one location: give latitude= and longitude= of the request one value each, and download it again';
    refuse(faults.file, 'profile.bad-header', place, problem, expected);
  }
  const [names, cells] = [header.split(','), values.split(',')];
  if (names.length !== cells.length) {
    const problem = `${cells.length} values for the ${names.length} names above them`;
    const expected = 'one value for each name: a cell too many gives the offset from UTC the number beside it';
    refuse(faults.file, 'profile.bad-header', { where: 'location', line: 2 }, problem, expected);
  }
  const seconds = numberOfCell(cells[names.indexOf('utc_offset_seconds')] ?? '');
  const isOffset = seconds % 60 === 0 && Math.abs(seconds) <= 24 * 3600;
  if (!isOffset) {
    const expected = 'utc_offset_seconds as whole minutes, such as 3600';
    refuse(faults.file, 'profile.bad-header', { where: 'utc_offset_seconds', line: 2 }, shown(values), expected);
  }
  return { offsetMinutes: seconds / 60, site: siteOf(cells[0] ?? '', cells[1] ?? '', cells[2] ?? '') };
}

export interface OpenMeteoSection {
  /** Line of its header, from 1. */
  readonly headerLine: number;
  readonly cells: readonly string[];
  /** `iso`: minutes on the clock of the file; `unix`: seconds of UTC. */
  readonly stamps: 'iso' | 'unix';
  /** `other`: one row a day, or the weather of one moment. */
  readonly rows: 'hourly' | 'other';
}

const SECONDS_PER_HOUR = 3600;

function sectionOf(header: string, line: number, rows: readonly string[]): OpenMeteoSection {
  const cells = cellsOfLine(header, ',') ?? [header];
  const [first = '', second = ''] = rows.map((row) => row.split(',', 1)[0]!);
  const isUnix = /^\d+$/.test(first);
  const isDaily = isUnix
    ? Number(second) - Number(first) > SECONDS_PER_HOUR
    : !Number.isNaN(minutesOfDate(first, 'year-first'));
  const isSeries = cells[0] === 'time' && !isDaily;
  return { headerLine: line, cells, stamps: isUnix ? 'unix' : 'iso', rows: isSeries ? 'hourly' : 'other' };
}

/** Every table of the file: each begins after an empty line. */
export function openMeteoSections(text: string): OpenMeteoSection[] {
  const sections: OpenMeteoSection[] = [];
  let header: string | undefined;
  let headerLine = 0;
  let rows: string[] = [];
  const finish = () => {
    if (header !== undefined) sections.push(sectionOf(header, headerLine, rows));
    header = undefined;
    rows = [];
  };
  eachLine(text, 3, (line, number) => {
    if (line === '') finish();
    else if (header === undefined) {
      header = line;
      headerLine = number;
    } else if (rows.length < 2) rows.push(line);
    return true;
  });
  finish();
  return sections;
}

type Meaning = Pick<RecordedColumn, 'quantity' | 'irradiance' | 'heightM'>;

/** On a horizontal plane unless another is said. `direct_radiation` is the beam on the horizontal. */
const radiations: readonly (readonly [RegExp, Meaning])[] = [
  [/^shortwave_radiation/, { quantity: 'irradiance', irradiance: 'global' }],
  [/^direct_normal_irradiance/, { quantity: 'irradiance', irradiance: 'beamNormal' }],
  [/^diffuse_radiation/, { quantity: 'irradiance', irradiance: 'diffuse' }],
  [/^global_tilted_irradiance/, { quantity: 'irradiance', irradiance: 'plane' }],
  [/^direct_radiation/, { quantity: 'irradiance' }],
];

const atHeight: readonly (readonly [RegExp, Meaning['quantity']])[] = [
  [/^wind_?speed_(\d+)m(?=_|$)/, 'windSpeed'],
  [/^wind_?direction_(\d+)m(?=_|$)/, 'windDirection'],
  [/^temperature_(\d+)m(?=_|$)/, 'temperature'],
];

/**
 * Columns of Open-Meteo: `wind_speed_100m (km/h)`, also the older `windspeed_100m`, also with the name of a weather model
 * behind. Source: open-meteo.com/en/docs, "Hourly Parameter Definition".
 */
export interface OpenMeteoColumn extends Meaning {
  readonly name: string;
  readonly unit: string | undefined;
  /** Mean or sum over the interval that ends at the stamp; others are samples at the stamp. */
  readonly isPrecedingMean: boolean;
}

const noUnit = new Set(['', 'undefined', 'unixtime', 'iso8601', 'wmo code']);

/** From a cell of the header. */
export function openMeteoColumn(cell: string): OpenMeteoColumn {
  const [, name = cell, stated = ''] = /^(\S+) \((.*)\)$/.exec(cell) ?? [];
  const unit = noUnit.has(stated) ? undefined : stated;
  const radiation = radiations.find(([begin]) => begin.test(name))?.[1];
  if (radiation !== undefined) return { name, unit, ...radiation, isPrecedingMean: !/_instant(_|$)/.test(name) };
  for (const [pattern, quantity] of atHeight) {
    const [, height] = pattern.exec(name) ?? [];
    if (height !== undefined) return { name, unit, quantity, heightM: Number(height), isPrecedingMean: false };
  }
  if (/^surface_pressure/.test(name)) return { name, unit, quantity: 'pressure', isPrecedingMean: false };
  return { name, unit, quantity: 'other', isPrecedingMean: false };
}
