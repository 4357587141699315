/** A column of records: what it means, and what stands in its rows. */

export type Cell = string | number | boolean | null;

/** `wattHours`, `grams` and `watts` are whole; `stamp` is the start of an hour, UTC, as `2005-01-01T00:00Z`. */
export type CellType = 'text' | 'stamp' | 'wattHours' | 'grams' | 'watts' | 'count' | 'share' | 'kgPerMWh' | 'boolean';

export interface ColumnHead {
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

/** What stands in the rows of a column. */
export type ColumnValues =
  /** NaN where it is empty. */
  | { readonly kind: 'whole'; readonly whole: Float64Array }
  /** A few cells, and by row which of them: -1 where it is empty. */
  | { readonly kind: 'coded'; readonly cells: readonly (string | number | boolean)[]; readonly codes: Int32Array };

export type LedgerColumn = ColumnHead & ColumnValues;
