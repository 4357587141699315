/**
 * Numbers that programs write where they have none: 999, 9999, 99.9. One of nothing but nines is suspected where it lies
 * far from all others of its column, or leaps from its neighbours every time.
 */

export interface SuspectedCode {
  readonly value: number;
  readonly rows: number;
  readonly firstRow: number;
}

/** Three nines and more: 99 is a number as others. */
const nines = [
  99.9, 99.99, 999, 999.9, 999.99, 9999, 9999.9, 9999.99, 99_999, 99_999.9, 999_999, 9_999_999, 99_999_999,
];
const codes = new Set(nines.flatMap((code) => [code, -code]));
const LEAST_CODE = 99;
/** As a share of the range of all others: beyond it by more, or from both neighbours by more, is far. */
const FAR = 0.5;

interface CodeRow {
  readonly row: number;
  /** The nearest values that are no codes; undefined at the ends. */
  readonly before: number | undefined;
  after?: number;
}

const suspected = new WeakMap<Float64Array, readonly SuspectedCode[]>();

/** Codes of a column with their rows, the most frequent first; NaN counts as no value. Looked for once in each column. */
export function suspectedCodes(values: Float64Array): readonly SuspectedCode[] {
  const found = suspected.get(values) ?? codesIn(values);
  suspected.set(values, found);
  return found;
}

function codesIn(values: Float64Array): SuspectedCode[] {
  const rowsOf = new Map<number, CodeRow[]>();
  let open: CodeRow[] = [];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let before: number | undefined;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (Math.abs(value) >= LEAST_CODE && codes.has(value)) {
      const one = { row, before };
      const rows = rowsOf.get(value);
      if (rows === undefined) rowsOf.set(value, [one]);
      else rows.push(one);
      open.push(one);
      continue;
    }
    before = value;
    if (value < least) least = value;
    if (value > most) most = value;
    if (open.length > 0) {
      for (const one of open) one.after = value;
      open = [];
    }
  }
  const far = FAR * (most - least);
  const isOutside = (code: number) => least > most || code > most + far || code < least - far;
  const leaps = (code: number, { before: left, after: right }: CodeRow) =>
    [left, right].every((value) => value === undefined || Math.abs(value - code) > far);
  return [...rowsOf]
    .filter(([code, rows]) => isOutside(code) || (far > 0 && rows.every((row) => leaps(code, row))))
    .map(([value, rows]) => ({ value, rows: rows.length, firstRow: rows[0]!.row }))
    .sort((a, b) => b.rows - a.rows);
}

/** `9999 in 2 rows`. */
export function wordsOfCode({ value, rows }: SuspectedCode): string {
  return `${value} in ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
}
