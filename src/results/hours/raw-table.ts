/** What a file of hours holds before it is judged, whatever its format. */
export interface RawTable {
  readonly rows: number;
  readonly columns: readonly RawColumn[];
}

export interface RawColumn {
  readonly name: string;
  readonly cells: ArrayLike<unknown>;
}

/** The file cannot be read as its format; the message says why. */
export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable';
}
