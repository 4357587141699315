/** Records of one kind as columns, with what each column means. */

import { chainOf } from './chain.ts';
import type { Cell, ColumnHead, ColumnValues, LedgerColumn } from './column.ts';

/** A column of records that are each made from an `Item`. */
export interface ColumnOf<Item> extends ColumnHead {
  readonly cell: (item: Item) => Cell;
}

export interface LedgerTable {
  readonly kind: RecordKind;
  readonly rows: number;
  readonly columns: readonly LedgerColumn[];
  /** SHA-256 that comes before the first row's, and that of the last; the same where there is no row. */
  readonly chainStart: string;
  readonly chainEnd: string;
  /** Hour of the record in a row. */
  hourOf(row: number): number;
  /** Plants and storages behind it. */
  devicesOf(row: number): readonly string[];
}

export const recordKinds = ['production', 'consumption', 'allocations', 'charges', 'discharges', 'emissions'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface TableToMake<Item> {
  readonly kind: RecordKind;
  readonly items: readonly Item[];
  readonly columns: readonly ColumnOf<Item>[];
  readonly chainStart: string;
  readonly hourOf: (item: Item) => number;
  readonly devicesOf: (item: Item) => readonly string[];
}

export const HASH_COLUMN = 'hash';

/** The columns filled in, and last the hash chain over them. */
export function tableOf<Item>({ kind, items, columns, chainStart, hourOf, devicesOf }: TableToMake<Item>): LedgerTable {
  const filled = columns.map(({ cell, ...head }): LedgerColumn => ({ ...head, ...valuesOf(head, items, cell) }));
  const hashes = chainOf(filled, items.length, chainStart);
  const chain: LedgerColumn = {
    name: HASH_COLUMN,
    type: 'text',
    meaning: 'SHA-256 of the canonical JSON of the fields that never change and of previous_hash, the row before',
    changes: true,
    isDistinct: true,
    kind: 'coded',
    cells: hashes,
    codes: new Int32Array(items.length).map((_, row) => row),
  };
  return {
    kind,
    rows: items.length,
    columns: [...filled, chain],
    chainStart,
    chainEnd: hashes.at(-1) ?? chainStart,
    hourOf: (row) => hourOf(items[row]!),
    devicesOf: (row) => devicesOf(items[row]!),
  };
}

function valuesOf<Item>(
  { type, isDistinct }: ColumnHead,
  items: readonly Item[],
  cell: (item: Item) => Cell,
): ColumnValues {
  if (type === 'wattHours' || type === 'grams') {
    const whole = new Float64Array(items.length);
    for (let row = 0; row < whole.length; row++) whole[row] = (cell(items[row]!) as number | null) ?? Number.NaN;
    return { kind: 'whole', whole };
  }
  return coded(items.length, (row) => cell(items[row]!), isDistinct);
}

function coded(rows: number, cellOf: (row: number) => Cell, isDistinct = false): ColumnValues {
  const codes = new Int32Array(rows);
  const cells: NonNullable<Cell>[] = [];
  const known = new Map<Cell, number>([[null, -1]]);
  let [before, code]: [Cell, number] = [null, -1];
  for (let row = 0; row < rows; row++) {
    const cell = cellOf(row);
    // Rows that follow each other say much the same.
    if (cell !== before) {
      before = cell;
      code = (isDistinct ? undefined : known.get(cell)) ?? cells.push(cell!) - 1;
      if (!isDistinct) known.set(cell, code);
    }
    codes[row] = code;
  }
  return { kind: 'coded', cells, codes };
}

/** Some rows of a table, as they are. */
export function rowsOf(table: LedgerTable, isWanted: (row: number) => boolean): LedgerTable {
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row++) if (isWanted(row)) kept.push(row);
  const keptOf = (column: LedgerColumn): ColumnValues =>
    column.kind === 'whole'
      ? { kind: 'whole', whole: Float64Array.from(kept, (row) => column.whole[row]!) }
      : coded(kept.length, (row) => column.cells[column.codes[kept[row]!]!] ?? null, column.isDistinct);
  return {
    ...table,
    rows: kept.length,
    columns: table.columns.map((column) => ({ ...column, ...keptOf(column) })),
    hourOf: (row) => table.hourOf(kept[row]!),
    devicesOf: (row) => table.devicesOf(kept[row]!),
  };
}
