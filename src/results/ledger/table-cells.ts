/** The cells of a file of a ledger, in whatever format it is, as text. */

import Papa from 'papaparse';
import { UnreadableTable } from '../hours/raw-table.ts';
import { readParquet } from '../hours/schedule-parquet.ts';
import type { LedgerFormat } from './ledger-document.ts';

export interface Cells {
  readonly names: readonly string[];
  readonly rows: number;
  cell(row: number, column: number): string;
}

export async function cellsOf(bytes: Uint8Array, format: LedgerFormat): Promise<Cells> {
  switch (format) {
    case 'parquet': {
      const { rows, columns } = await readParquet(bytes);
      return {
        names: columns.map(({ name }) => name),
        rows,
        cell: (row, column) => shown(columns[column]!.cells[row]),
      };
    }
    case 'csv':
      return cellsOfCsv(Buffer.from(bytes).toString());
    case 'json':
      return cellsOfJson(Buffer.from(bytes).toString());
    default: {
      const never: never = format;
      throw new TypeError(`unknown format ${String(never)}`);
    }
  }
}

function cellsOfCsv(text: string): Cells {
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', comments: '#', skipEmptyLines: true });
  const [names = [], ...rows] = data;
  return { names, rows: rows.length, cell: (row, column) => rows[row]![column] ?? 'nothing' };
}

function cellsOfJson(text: string): Cells {
  const { columns, rows } = JSON.parse(text) as { columns?: unknown; rows?: unknown };
  if (!Array.isArray(columns) || typeof rows !== 'number') throw new UnreadableTable('no columns or rows');
  const values = columns.map((column: { values?: unknown[] }) => column.values ?? []);
  return {
    names: columns.map((column: { name?: unknown }) => String(column.name)),
    rows,
    cell: (row, column) => shown(values[column]![row]),
  };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no instant' : value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
