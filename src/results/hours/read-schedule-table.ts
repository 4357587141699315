/** A file of hours → its columns, or every fault: columns too few and too many, stamps and numbers. */

import type { Issue } from '../../errors.ts';
import { stampOfHour } from '../../time.ts';
import type { ScheduleFormat } from '../files/file-names.ts';
import { type RawTable, UnreadableTable } from './raw-table.ts';
import { HOUR_COLUMN } from './schedule-columns.ts';
import { readCsv } from './schedule-csv.ts';
import { readParquet } from './schedule-parquet.ts';

export interface TableWish {
  readonly file: string;
  readonly format: ScheduleFormat;
  readonly year: number;
  readonly hours: number;
  readonly columns: readonly { readonly name: string; readonly isOptional: boolean }[];
}

export interface ReadTable {
  /** Without `hour`; not all of them where there are issues. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly issues: readonly Issue[];
}

export async function readScheduleTable(bytes: Uint8Array, wish: TableWish): Promise<ReadTable> {
  try {
    return judge(wish.format === 'csv' ? readCsv(bytes) : await readParquet(bytes), wish);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const expected = wish.format === 'csv' ? 'a CSV file in UTF-8' : 'a Parquet file, uncompressed or with Snappy';
    return { columns: new Map(), issues: [issue(wish, 'file', `cannot be read: ${error.message}`, expected)] };
  }
}

function judge({ rows, columns }: RawTable, wish: TableWish): ReadTable {
  const issues: Issue[] = [];
  const found = new Map<string, Float64Array>();
  const fault = (where: string, problem: string, expected: string) =>
    issues.push(issue(wish, where, problem, expected));
  if (rows !== wish.hours) {
    fault('rows', `${rows} rows`, `${wish.hours} rows, one for each hour of ${wish.year} in UTC`);
  }
  const names = columns.map(({ name }) => name);
  for (const { name, isOptional } of [{ name: HOUR_COLUMN, isOptional: false }, ...wish.columns]) {
    if (!isOptional && !names.includes(name)) fault(name, 'the column is missing', `a column ${name}`);
  }
  for (const [at, { name, cells }] of columns.entries()) {
    if (names.indexOf(name) !== at) fault(name, 'the column stands twice', `one column ${name}`);
    else if (name === HOUR_COLUMN) judgeStamps(cells, wish, fault);
    else if (wish.columns.some((column) => column.name === name)) found.set(name, numbersOf(name, cells, wish, fault));
    else fault(name, 'the scenario knows no such column', `only ${HOUR_COLUMN} and columns of the scenario's assets`);
  }
  return { columns: found, issues };
}

type Fault = (where: string, problem: string, expected: string) => void;

function judgeStamps(cells: ArrayLike<unknown>, { year, hours }: TableWish, fault: Fault): void {
  for (let hour = 0; hour < Math.min(hours, cells.length); hour++) {
    const expected = stampOfHour(year, hour);
    const cell = cells[hour];
    if (instantOf(cell) === Date.parse(expected)) continue;
    fault(HOUR_COLUMN, `row ${hour + 1} is stamped ${shown(cell)}`, `${expected}: hours in order, in UTC`);
    return;
  }
}

const utcStamp = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.0+)?)?(Z|\+00:?00)$/;

function instantOf(cell: unknown): number {
  if (cell instanceof Date) return cell.getTime();
  return typeof cell === 'string' && utcStamp.test(cell)
    ? Date.parse(cell.replace(' ', 'T').replace(/\+00:?00$/, 'Z'))
    : Number.NaN;
}

function numbersOf(name: string, cells: ArrayLike<unknown>, { year }: TableWish, fault: Fault): Float64Array {
  const values = new Float64Array(cells.length);
  let faults = 0;
  let first = -1;
  for (let hour = 0; hour < cells.length; hour++) {
    const cell = cells[hour];
    const value = typeof cell === 'bigint' ? Number(cell) : cell;
    if (typeof value === 'number' && Number.isFinite(value)) values[hour] = value;
    else if (faults++ === 0) first = hour;
  }
  if (faults > 0) {
    const more = faults === 1 ? '' : `, and ${faults - 1} more`;
    fault(name, `${shown(cells[first])} at ${stampOfHour(year, first)}${more}`, 'a finite number in every hour');
  }
  return values;
}

function shown(cell: unknown): string {
  if (cell instanceof Date && !Number.isNaN(cell.getTime())) return cell.toISOString();
  return typeof cell === 'string' ? JSON.stringify(cell.slice(0, 40)) : String(cell);
}

function issue({ file }: TableWish, where: string, problem: string, expected: string): Issue {
  return { code: 'result.unreadable', where, problem, expected, file };
}
