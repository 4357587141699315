/** Records of one kind as columns, with what each column means. */

import { hash } from 'node:crypto';

export type Cell = string | number | boolean | null;

/** `wattHours` and `watts` are whole; `stamp` is the start of an hour, UTC, as `2005-01-01T00:00Z`. */
export type CellType = 'text' | 'stamp' | 'wattHours' | 'watts' | 'count' | 'share' | 'boolean';

interface ColumnHead {
  readonly name: string;
  readonly type: CellType;
  readonly meaning: string;
  /** May still change while a certificate is split, drawn or claimed, and is therefore no part of its hash. */
  readonly changes?: true;
  /** Null in some rows. */
  readonly mayBeEmpty?: true;
  /** Another value in nearly every row. */
  readonly isDistinct?: true;
}

/** A column of records that are each made from an `Item`. */
export interface ColumnOf<Item> extends ColumnHead {
  readonly cell: (item: Item) => Cell;
}

export interface LedgerColumn extends ColumnHead {
  readonly values: readonly Cell[];
}

export interface LedgerTable {
  readonly kind: RecordKind;
  readonly rows: number;
  readonly columns: readonly LedgerColumn[];
  /** SHA-256 that comes before the first row's. */
  readonly chainStart: string;
  /** Hour of the record in a row. */
  hourOf(row: number): number;
  /** Plants and storages behind it. */
  devicesOf(row: number): readonly string[];
}

export const recordKinds = ['production', 'consumption', 'allocations', 'charges', 'discharges'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface TableToMake<Item> {
  readonly kind: RecordKind;
  readonly items: readonly Item[];
  readonly columns: readonly ColumnOf<Item>[];
  readonly chainStart: string;
  readonly hourOf: (item: Item) => number;
  readonly devicesOf: (item: Item) => readonly string[];
}

const HASH_COLUMN = 'hash';
const PREVIOUS = 'previous_hash';

/** The columns filled in, and last the hash chain over them. */
export function tableOf<Item>({ kind, items, columns, chainStart, hourOf, devicesOf }: TableToMake<Item>): LedgerTable {
  const filled = columns.map(({ cell, ...column }): LedgerColumn => ({ ...column, values: items.map(cell) }));
  const meaning = 'SHA-256 of the canonical JSON of the fields that never change and of previous_hash, the row before';
  return {
    kind,
    rows: items.length,
    columns: [
      ...filled,
      {
        name: HASH_COLUMN,
        type: 'text',
        meaning,
        changes: true,
        isDistinct: true,
        values: chainOf(filled, items.length, chainStart),
      },
    ],
    chainStart,
    hourOf: (row) => hourOf(items[row]!),
    devicesOf: (row) => devicesOf(items[row]!),
  };
}

/** Each row's hash covers that of the row before, so that none can be changed, left out or put elsewhere by itself. */
function chainOf(columns: readonly LedgerColumn[], rows: number, chainStart: string): string[] {
  const fields = columns
    .filter(({ changes }) => changes !== true)
    .map(({ name, values }) => ({ name, values }))
    .concat({ name: PREVIOUS, values: [] })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, values }, at) => {
      const head = `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`;
      // Rows that follow each other say much the same: most texts are those of the row before.
      return { head, isPrevious: name === PREVIOUS, values, value: undefined as Cell | undefined, text: '' };
    });
  const hashes: string[] = [];
  let previous = chainStart;
  for (let row = 0; row < rows; row++) {
    let text = '';
    for (const field of fields) {
      if (field.isPrevious) {
        text += `${field.head}"${previous}"`;
        continue;
      }
      const value = field.values[row]!;
      if (value !== field.value) {
        field.value = value;
        field.text = field.head + JSON.stringify(value);
      }
      text += field.text;
    }
    previous = hash('sha256', `${text}}`);
    hashes.push(previous);
  }
  return hashes;
}

/** Some rows of a table, as they are. */
export function rowsOf(table: LedgerTable, isWanted: (row: number) => boolean): LedgerTable {
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row++) if (isWanted(row)) kept.push(row);
  return {
    ...table,
    rows: kept.length,
    columns: table.columns.map((column) => ({ ...column, values: kept.map((row) => column.values[row]!) })),
    hourOf: (row) => table.hourOf(kept[row]!),
    devicesOf: (row) => table.devicesOf(kept[row]!),
  };
}
