/** The cells of a column as bytes: what stands in many rows is put into words once, and copied. */

import type { Cell, LedgerColumn } from './column.ts';

export interface Wording {
  /** Around every cell. */
  readonly before?: string;
  readonly after?: string;
  /** Whole numbers stand as their digits, whatever it says. */
  readonly of: (cell: Cell) => string;
}

export interface CellWriter {
  /** Bytes of the longest cell. */
  readonly largest: number;
  /** Writes the cell of a row, and gives where it ends. */
  write(row: number, to: Buffer, at: number): number;
}

export interface RenderedColumn extends CellWriter {
  /** Bytes of all cells together. */
  total(): number;
}

export function renderedColumn(column: LedgerColumn, { before = '', after = '', of }: Wording): RenderedColumn {
  const words = (cell: Cell) => before + of(cell) + after;
  if (column.kind === 'coded') return new CodedCells(column.codes, [words(null), ...column.cells.map(words)]);
  return new WholeCells(column.whole, Buffer.from(before), Buffer.from(after), Buffer.from(words(null)));
}

/** All rows of some columns, row by row. */
export function rowsOfBytes(columns: readonly RenderedColumn[], rows: number, head: string, end = ''): Buffer {
  const first = Buffer.from(head);
  const last = Buffer.from(end);
  let size = first.length + last.length;
  for (const column of columns) size += column.total();
  const bytes = Buffer.allocUnsafe(size);
  bytes.set(first);
  let at = first.length;
  for (let row = 0; row < rows; row++) for (const column of columns) at = column.write(row, bytes, at);
  bytes.set(last, at);
  return bytes;
}

class CodedCells implements RenderedColumn {
  readonly largest: number;
  readonly #codes: Int32Array;
  /** One after the other, that of the empty cell first, and where each of them begins. */
  readonly #words: Buffer;
  readonly #starts: Uint32Array;

  constructor(codes: Int32Array, words: readonly string[]) {
    this.#codes = codes;
    this.#starts = new Uint32Array(words.length + 1);
    let [largest, size] = [0, 0];
    for (let at = 0; at < words.length; at++) {
      const length = Buffer.byteLength(words[at]!);
      largest = Math.max(largest, length);
      size += length;
      this.#starts[at + 1] = size;
    }
    this.largest = largest;
    this.#words = Buffer.from(words.join(''));
  }

  total(): number {
    let total = 0;
    for (let row = 0; row < this.#codes.length; row++) {
      const word = this.#codes[row]! + 1;
      total += this.#starts[word + 1]! - this.#starts[word]!;
    }
    return total;
  }

  write(row: number, to: Buffer, at: number): number {
    const word = this.#codes[row]! + 1;
    const words = this.#words;
    const end = this.#starts[word + 1]!;
    let next = at;
    for (let from = this.#starts[word]!; from < end; from++) to[next++] = words[from]!;
    return next;
  }
}

const ZERO = 0x30;
/** Of 2^53. */
const MOST_DIGITS = 16;

class WholeCells implements RenderedColumn {
  readonly largest: number;
  readonly #whole: Float64Array;
  readonly #before: Buffer;
  readonly #after: Buffer;
  readonly #empty: Buffer;

  constructor(whole: Float64Array, before: Buffer, after: Buffer, empty: Buffer) {
    this.#whole = whole;
    this.#before = before;
    this.#after = after;
    this.#empty = empty;
    this.largest = Math.max(empty.length, before.length + MOST_DIGITS + after.length);
  }

  total(): number {
    const around = this.#before.length + this.#after.length;
    let total = 0;
    for (let row = 0; row < this.#whole.length; row++) {
      const value = this.#whole[row]!;
      total += Number.isNaN(value) ? this.#empty.length : around + digitsOf(value);
    }
    return total;
  }

  write(row: number, to: Buffer, at: number): number {
    const value = this.#whole[row]!;
    if (Number.isNaN(value)) {
      to.set(this.#empty, at);
      return at + this.#empty.length;
    }
    to.set(this.#before, at);
    const first = at + this.#before.length;
    const end = first + digitsOf(value);
    let left = value;
    for (let place = end - 1; place >= first; place--) {
      const tens = Math.floor(left / 10);
      to[place] = ZERO + left - 10 * tens;
      left = tens;
    }
    to.set(this.#after, end);
    return end + this.#after.length;
  }
}

/** @param value whole, not negative, at most 2^53 */
function digitsOf(value: number): number {
  let digits = 1;
  for (let least = 10; least <= value; least *= 10) digits++;
  return digits;
}
