/**
 * Hourly point data of NASA POWER: year, month, day, hour, then means of the hour that begins there. The service answers
 * in local solar time (LST) unless UTC is asked for. LST there is no sundial: the UTC hours are moved by whole hours, one
 * for each 15° of longitude. That is no legal clock, so a file in LST leaves its zone open and says what it should be.
 */
import { refuse, shown } from '../faults.ts';
import type { RecordedColumn, RecordedSite, RecordedWarning, Recording } from '../recording/recording.ts';
import { namedColumns, recordingOf, siteOf } from '../table/head.ts';
import { numberOfCell } from '../table/plain-number.ts';
import type { Row } from '../table/row.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { minutesOfClock } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import { unitOfSpelling } from '../table/units.ts';
import type { ForeignFormat } from './format.ts';

const DEGREES_PER_HOUR = 15;
const STAMP_CELLS = 4;

function minutesOfCells(row: Row): number {
  const part = (cell: number) => numberOfCell(row.cell(cell));
  return minutesOfClock(part(0), part(1), part(2), part(3), 0);
}

function zoneWarnings({ standard, standardLine, site }: NasaPowerHead): RecordedWarning[] {
  if (standard !== 'LST') return [];
  const hours = site === undefined ? undefined : Math.round(site.longitudeDeg / DEGREES_PER_HOUR);
  const signed = hours === undefined ? undefined : `UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)}`;
  const here = signed === undefined ? '' : `, which at this longitude is ${signed}`;
  const message = `the stamps are in local solar time: UTC moved by an hour for each 15° of longitude${here}, not the legal clock; best download the file again in UTC`;
  return [{ code: 'local-solar-time', message, ...(standardLine === undefined ? {} : { line: standardLine }) }];
}

export const nasaPowerFormat: ForeignFormat = {
  name: 'nasa-power',
  beginning: '"-BEGIN HEADER-", "NASA/POWER …", "-END HEADER-", then "YEAR,MO,DY,HR,ALLSKY_SFC_SW_DWN,…"',
  recognises: ({ lines }) => isNasaPower(lines),
  record({ text }, faults, { missing = [] }): Recording {
    const head = readNasaPowerHead(text);
    const { header, site, standard } = head;
    if (header === undefined || !/^YEAR,MO,DY,HR,/.test(header.cells.join(','))) {
      const problem = header === undefined ? 'no header of a table' : shown(header.cells.join(','));
      const place = { where: 'header', line: header?.line ?? 1 };
      refuse(faults.file, 'profile.bad-header', place, problem, 'YEAR,MO,DY,HR,… : hourly values of one point');
    }
    const columns = namedColumns(header.cells, header.line, faults).slice(STAMP_CELLS);
    const table = readTable(
      text,
      {
        firstLine: header.line + 1,
        width: header.cells.findLastIndex((name) => name !== '') + 1,
        mayBePadded: true,
        columns,
        numbers: { decimal: 'point', missing: [...head.missing, ...missing] },
        stamp: {
          name: 'YEAR,MO,DY,HR',
          column: 1,
          form: 'year, month, day, hour',
          minutes: minutesOfCells,
          text: (cells) => cells.slice(0, STAMP_CELLS).join(','),
        },
      },
      faults,
    );
    return recordingOf(table, {
      why: `line ${header.line} is the header "${header.cells.slice(0, 6).join(',')}…" of NASA POWER`,
      zone: standard === 'UTC' ? { kind: 'offset', minutes: 0 } : { kind: 'unstated' },
      label: { kind: 'start' },
      stepMinutes: 60,
      columns: columns.map(({ name }, index) => ({
        name,
        ...nasaPowerMeaning(name, head.units),
        values: table.values[index]!,
      })),
      site,
      warnings: zoneWarnings(head),
    });
  },
};

/**
 * The head of a NASA POWER file (Prediction Of Worldwide Energy Resources, Langley Research Center): free lines between
 * two marks, which name time standard, place, the mark of missing values and the unit of each column.
 */
interface NasaPowerHead {
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

function isNasaPower(lines: readonly string[]): boolean {
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

function readNasaPowerHead(text: string): NasaPowerHead {
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
function nasaPowerMeaning(name: string, units: NasaPowerHead['units']): Omit<RecordedColumn, 'name' | 'values'> {
  const meaning = meaningOfName(name);
  const stated = units.get(name) ?? '';
  // POWER leaves the square metre out where it writes irradiation as energy per hour.
  const isPerHour = meaning.quantity === 'irradiance' && /^MJ\/hr$/i.test(stated);
  return { ...meaning, unit: isPerHour ? 'MJ/m²' : unitOfSpelling(stated) };
}
