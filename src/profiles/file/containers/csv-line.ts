/** Cells of tables that are no text → lines of a CSV, each number as it stands and none that could be read in two ways. */

import { refuse } from '../../faults.ts';
import { checkSize } from '../text.ts';

export type PlainCell = string | number | bigint | boolean | Date | null | undefined;

/** A few bytes of a container can stand for as many cells as one likes. */
export const MOST_CELLS = 20_000_000;
const MOST_COLUMNS = 2000;
const MILLISECONDS_PER_MINUTE = 60_000;

/** Three digits behind a point could be thousands: such a number gets a fourth. */
function numberText(value: number): string {
  const text = String(value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

function cellText(cell: PlainCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : numberText(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : stampText(cell);
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"` : text;
}

/** `2021-01-13 01:00`, with seconds where there are any: spreadsheets count days, whose parts are rounded. */
function stampText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000) * 1000;
  const text = new Date(seconds).toISOString().replace('T', ' ');
  return seconds % MILLISECONDS_PER_MINUTE === 0 ? text.slice(0, 16) : text.slice(0, 19);
}

/** A row of one text is a line of another program's making. */
export function csvLine(cells: readonly PlainCell[]): string {
  const [only] = cells;
  const isLine =
    typeof only === 'string' && cells.slice(1).every((cell) => cell === null || cell === undefined || cell === '');
  return isLine ? only.replace(/[\r\n]+/g, ' ') : cells.map(cellText).join(',');
}

/** Lines as one text, which is left off as soon as it is larger than any that is read. @throws ProfileError (profile.unreadable) */
export function textOfLines(lines: Iterable<string>, file: string): string {
  const kept: string[] = [];
  let size = 0;
  for (const line of lines) {
    size += line.length + 1;
    checkSize(size, file);
    kept.push(line);
  }
  return `${kept.join('\n')}\n`;
}

/** @throws ProfileError (profile.unreadable) for more columns than any table of profiles has */
export function checkWidth(columnCount: number, file: string): void {
  if (columnCount <= MOST_COLUMNS) return;
  const problem = `${columnCount} columns, more than the ${MOST_COLUMNS} that are read`;
  refuse(file, 'profile.unreadable', { where: 'file' }, problem, 'the columns in use alone');
}
