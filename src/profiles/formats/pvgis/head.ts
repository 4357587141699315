/**
 * The head that PVGIS (Photovoltaic Geographical Information System, Joint Research Centre of the European Commission)
 * puts before its tables: lines of key and value, then the header of the table at a line that depends on what was asked.
 * The value follows a TAB or `: `; after a spreadsheet has saved the file again the line may be one quoted cell, or padded
 * with delimiters.
 */
import { type FaultList, refuse } from '../../faults.ts';
import type { RecordedColumn, RecordedSite } from '../../recording/recording.ts';
import { namedColumns, siteOf } from '../../table/head.ts';
import type { Marks } from '../../table/numbers.ts';
import type { Row } from '../../table/row.ts';
import { cellsOfLine, firstLines } from '../../table/rows.ts';
import { minutesOfCompactStamp } from '../../table/stamps.ts';
import { readTable, type Table, type TableColumn } from '../../table/table.ts';

export interface PvgisHead {
  readonly headerLine: number;
  readonly cells: readonly string[];
  readonly delimiter: string;
  readonly decimal: 'point' | 'comma';
  /** By what stands before the colon. */
  readonly values: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  readonly site: RecordedSite | undefined;
}

const header = /^"?time(?:\(UTC\))?([,;\t])/;

/** The header of the table among the first lines, without the quotes of a line saved as one cell. */
export function pvgisHeaderIn(
  lines: readonly string[],
): { index: number; cells: string[]; delimiter: string } | undefined {
  const index = lines.findIndex((line) => header.test(line));
  const line = lines[index];
  const delimiter = line === undefined ? undefined : header.exec(line)?.[1];
  const cells = line === undefined || delimiter === undefined ? undefined : cellsOfLine(line, delimiter);
  return cells === undefined || delimiter === undefined ? undefined : { index, cells, delimiter };
}

/** Longer lines are no metadata: cut, so that no line costs more than its length. */
const LONGEST_LINE = 500;

function valuesOf(lines: readonly string[]): PvgisHead['values'] {
  const values = new Map<string, { value: string; line: number }>();
  lines.forEach((line, index) => {
    const [, key, value] = /^"?([^:\t]+):\s*([^"]*?)[\s",;]*$/.exec(line.slice(0, LONGEST_LINE)) ?? [];
    if (key === undefined || value === undefined || values.has(key)) return;
    // A spreadsheet in a language with decimal commas writes numbers anew.
    values.set(key, { value: value.replace(/^(-?\d+),(\d+)$/, '$1.$2'), line: index + 1 });
  });
  return values;
}

/** @throws ProfileError (profile.bad-header) where there is no header of a table among the first lines. */
export function readPvgisHead(text: string, faults: FaultList): PvgisHead {
  const lines = firstLines(text);
  const found = pvgisHeaderIn(lines);
  if (found === undefined) {
    const problem = 'no line begins "time,"';
    return refuse(faults.file, 'profile.bad-header', { where: 'header' }, problem, 'the header of PVGIS');
  }
  const { index, cells, delimiter } = found;
  const values = valuesOf(lines.slice(0, index));
  const named = (key: string) => values.get(key)?.value ?? '';
  return {
    headerLine: index + 1,
    cells,
    delimiter,
    // Likewise the delimiter.
    decimal: delimiter !== ',' && (lines[index + 1] ?? '').includes(',') ? 'comma' : 'point',
    values,
    site: siteOf(named('Latitude (decimal degrees)'), named('Longitude (decimal degrees)'), named('Elevation (m)')),
  };
}

type Meaning = Omit<RecordedColumn, 'name' | 'values'>;

const meanings: Readonly<Record<string, Meaning>> = {
  P: { quantity: 'power', unit: 'W' },
  'G(i)': { quantity: 'irradiance', unit: 'W/m²', irradiance: 'plane' },
  'Gb(i)': { quantity: 'irradiance', unit: 'W/m²', irradiance: 'beamPlane' },
  'Gd(i)': { quantity: 'irradiance', unit: 'W/m²', irradiance: 'diffusePlane' },
  'Gr(i)': { quantity: 'irradiance', unit: 'W/m²', irradiance: 'reflectedPlane' },
  'G(h)': { quantity: 'irradiance', unit: 'W/m²', irradiance: 'global' },
  'Gb(n)': { quantity: 'irradiance', unit: 'W/m²', irradiance: 'beamNormal' },
  'Gd(h)': { quantity: 'irradiance', unit: 'W/m²', irradiance: 'diffuse' },
  // Heat from the sky: no module makes power of it.
  'IR(h)': { quantity: 'other', unit: 'W/m²' },
  T2m: { quantity: 'temperature', unit: '°C', heightM: 2 },
  WS10m: { quantity: 'windSpeed', unit: 'm/s', heightM: 10 },
  WD10m: { quantity: 'windDirection', unit: '°', heightM: 10 },
  SP: { quantity: 'pressure', unit: 'Pa' },
  RH: { quantity: 'other', unit: '%' },
  H_sun: { quantity: 'other', unit: '°' },
};

/** What a column of PVGIS is about, as the legend below each table says. */
export function pvgisMeaning(name: string): Meaning {
  return Object.hasOwn(meanings, name) ? meanings[name]! : { quantity: 'other', unit: undefined };
}

/**
 * The table below the head of any PVGIS file: compact stamps of UTC, then numbers, an empty line and a legend. The columns
 * after the stamp, and their values in the same order.
 */
export interface PvgisTable {
  readonly columns: readonly TableColumn[];
  readonly table: Table;
}

/** @throws ProfileError (profile.wrong-length) where no row follows the head. */
export function readPvgisTable(text: string, head: PvgisHead, missing: Marks, faults: FaultList): PvgisTable {
  const { cells, headerLine, delimiter, decimal } = head;
  const columns = namedColumns(cells, headerLine, faults).slice(1);
  const stamp = {
    name: cells[0]!,
    column: 1,
    form: 'YYYYMMDD:HHMM',
    minutes: (row: Row) => minutesOfCompactStamp(row.cell(0)),
    text: (row: readonly string[]) => row[0]!,
  };
  const numbers = { decimal, missing: ['', 'NaN', 'nan', ...missing] };
  const width = cells.findLastIndex((name) => name !== '') + 1;
  const firstLine = headerLine + 1;
  const rules = { firstLine, delimiter, width, mayBePadded: true, columns, numbers, stamp, footer: 'text' } as const;
  const table = readTable(text, rules, faults);
  return { columns, table };
}
