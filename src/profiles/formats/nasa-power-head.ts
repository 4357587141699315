/**
 * The head of a NASA POWER file (Prediction Of Worldwide Energy Resources, Langley Research Center): free lines between
 * two marks, which name time standard, place, the mark of missing values and the unit of each column.
 */
import type { RecordedColumn, RecordedSite } from '../recording/recording.ts';
import { siteOf } from '../table/head.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { unitOfSpelling } from '../table/units.ts';

export interface NasaPowerHead {
  /** Undefined where the head does not say. */
  readonly standard: 'UTC' | 'LST' | undefined;
  readonly standardLine: number | undefined;
  readonly site: RecordedSite | undefined;
  readonly missing: readonly string[];
  /** Unit of a column as the head states it. */
  readonly units: ReadonlyMap<string, string>;
  /** The header of the table; undefined where there is none among the first lines. */
  readonly header: { readonly line: number; readonly cells: readonly string[] } | undefined;
}

const firstMark = /^"?-BEGIN HEADER-/;
const tableHeader = /^"?(LAT"?,"?LON"?,"?)?YEAR"?,/;
/** Of every file that states no other. */
const MISSING = '-999';
/** Longer lines are no part of the head: cut, so that no line costs more than its length. */
const LONGEST_LINE = 500;

export function isNasaPower(lines: readonly string[]): boolean {
  const hasMark = firstMark.test(lines[0] ?? '') && lines.some((line) => line.includes('NASA/POWER'));
  return hasMark || /^YEAR,MO,DY,HR,/.test(lines[0] ?? '');
}

function unitsOf(lines: readonly string[]): Map<string, string> {
  const units = new Map<string, string>();
  for (const line of lines) {
    const [, name, unit] = /^"?([A-Z][A-Z0-9_]*)\s.*\(([^()]*)\)[\s",]*$/.exec(line) ?? [];
    if (name !== undefined && unit !== undefined) units.set(name, unit);
  }
  return units;
}

export function readNasaPowerHead(text: string): NasaPowerHead {
  const lines = firstLines(text);
  const index = lines.findIndex((line) => tableHeader.test(line));
  const head = (index === -1 ? lines : lines.slice(0, index)).map((line) => line.slice(0, LONGEST_LINE));
  const words = head.join('\n');
  const standardIndex = head.findIndex((line) => /^"?Dates? .*\bin (UTC|LST)\b/i.test(line));
  const [, standard] = /\bin (UTC|LST)\b/i.exec(head[standardIndex] ?? '') ?? [];
  const [, latitude = '', longitude = ''] = /latitude\s+(-?[\d.]+)\s+longitude\s+(-?[\d.]+)/i.exec(words) ?? [];
  const [, elevation = ''] = /elevation from .*?(-?[\d.]+) meters/i.exec(words) ?? [];
  const [, missing = MISSING] = /missing source data .*:\s*(-?[\d.]+)/i.exec(words) ?? [];
  const cells = index === -1 ? undefined : cellsOfLine(lines[index]!, ',');
  return {
    standard: standard === undefined ? undefined : standard.toUpperCase() === 'UTC' ? 'UTC' : 'LST',
    standardLine: standardIndex === -1 ? undefined : standardIndex + 1,
    site: siteOf(latitude, longitude, elevation),
    missing: ['', 'NaN', missing, MISSING],
    units: unitsOf(head),
    header: cells === undefined ? undefined : { line: index + 1, cells },
  };
}

type Meaning = Pick<RecordedColumn, 'quantity' | 'irradiance' | 'heightM'>;

function meaningOfName(name: string): Meaning {
  if (name === 'ALLSKY_SFC_SW_DWN') return { quantity: 'irradiance', irradiance: 'global' };
  if (name === 'ALLSKY_SFC_SW_DNI') return { quantity: 'irradiance', irradiance: 'beamNormal' };
  if (name === 'ALLSKY_SFC_SW_DIFF') return { quantity: 'irradiance', irradiance: 'diffuse' };
  if (name === 'PS') return { quantity: 'pressure' };
  const [, kind, height] = /^(T|WS|WD)(\d+)M$/.exec(name) ?? [];
  if (kind === undefined) return { quantity: 'other' };
  const quantity = kind === 'T' ? 'temperature' : kind === 'WS' ? 'windSpeed' : 'windDirection';
  return { quantity, heightM: Number(height) };
}

/** Clear-sky and top-of-atmosphere irradiances stay `other`: nobody may take them for what was there. */
export function nasaPowerMeaning(name: string, units: NasaPowerHead['units']): Omit<RecordedColumn, 'name' | 'values'> {
  const meaning = meaningOfName(name);
  const stated = units.get(name) ?? '';
  // POWER leaves the square metre out where it writes irradiation as energy per hour.
  const isPerHour = meaning.quantity === 'irradiance' && /^MJ\/hr$/i.test(stated);
  return { ...meaning, unit: isPerHour ? 'MJ/m²' : unitOfSpelling(stated) };
}
