/** Tables of hours as CSV: comma, point, UTF-8; numbers in the fewest digits that read back as the same number. */

import Papa from 'papaparse';
import { stampOfHour } from '../../time.ts';
import { type RawTable, UnreadableTable } from './raw-table.ts';
import { type Column, HOUR_COLUMN } from './schedule-columns.ts';

/** @param year calendar year (UTC) of the first hour */
export function tableToCsv(year: number, columns: readonly Column[]): string {
  const hours = columns[0]?.values.length ?? 0;
  return linesToCsv(
    Array.from({ length: hours }, (_, hour) => stampOfHour(year, hour)),
    columns,
  );
}

/** The same for rows that begin at any instants. */
export function hoursToCsv(stamps: readonly Date[], columns: readonly Column[]): string {
  return linesToCsv(
    stamps.map((stamp) => `${stamp.toISOString().slice(0, 16)}Z`),
    columns,
  );
}

function linesToCsv(stamps: readonly string[], columns: readonly Column[]): string {
  const lines = [[HOUR_COLUMN, ...columns.map(({ name }) => name)].map(quoted).join(',')];
  for (const [row, stamp] of stamps.entries()) {
    lines.push(`${stamp},${columns.map(({ values }) => exact(values[row]!)).join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}

function exact(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** @throws UnreadableTable */
export function readCsv(bytes: Uint8Array): RawTable {
  const { data, errors } = Papa.parse<string[]>(textOf(bytes), { delimiter: ',', skipEmptyLines: true });
  const [fault] = errors;
  if (fault !== undefined) throw new UnreadableTable(`${fault.message} (row ${(fault.row ?? 0) + 1})`);
  const [header, ...rows] = data;
  if (header === undefined) throw new UnreadableTable('the file is empty');
  const uneven = rows.findIndex((row) => row.length !== header.length);
  if (uneven !== -1) {
    throw new UnreadableTable(`row ${uneven + 2} has ${rows[uneven]!.length} cells, the header has ${header.length}`);
  }
  const columns = header.map((name, at) => ({
    name,
    cells: rows.map((row) => (name === HOUR_COLUMN ? row[at] : numberOf(row[at]!))),
  }));
  return { rows: rows.length, columns };
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableTable('the text is not UTF-8');
  }
}

/** What is no plain number stays the text it is, to be shown. */
function numberOf(cell: string): number | string {
  return plainNumber.test(cell) ? Number(cell) : cell;
}
