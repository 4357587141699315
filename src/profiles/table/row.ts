/**
 * The cells of one line at a time, found by their delimiters and cut out only when they are asked for: nearly all are
 * numbers, which are read where they stand. Lines with quotes go through the general parser.
 */
import { shortDecimal } from './plain-number.ts';
import { cellsOfLine } from './rows.ts';

const QUOTE = 34;

export class Row {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #hasQuotes: boolean;
  /** Where each of the first cells ends in the text; a cell begins after the delimiter that ends the one before. */
  readonly #ends: Int32Array;
  #from = 0;
  #to = 0;
  #cut: readonly string[] | undefined;
  /** Cells of the line. */
  length = 0;

  /** `most` is the number of cells that are read; `quotes` says whether they stand around cells or are signs as any. */
  constructor(text: string, delimiter: string, most: number, quotes: 'around-cells' | 'none') {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#hasQuotes = quotes === 'around-cells';
    this.#ends = new Int32Array(most + 1);
  }

  /** Takes the line text[from…to). False where its quotes do not pair up: it has no cells then. */
  take(from: number, to: number): boolean {
    const text = this.#text;
    const ends = this.#ends;
    const delimiter = this.#delimiter.charCodeAt(0);
    this.#from = from;
    this.#to = to;
    this.#cut = undefined;
    let count = 0;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      // Past the last cell that is read, the array takes no more.
      if (code === delimiter) ends[count++] = at;
      else if (code === QUOTE && this.#hasQuotes) return this.#cutAll();
    }
    ends[count] = to;
    this.length = count + 1;
    return true;
  }

  #cutAll(): boolean {
    this.#cut = cellsOfLine(this.#text.slice(this.#from, this.#to), this.#delimiter);
    this.length = this.#cut?.length ?? 0;
    return this.#cut !== undefined;
  }

  #begin(index: number): number {
    return index === 0 ? this.#from : this.#ends[index - 1]! + 1;
  }

  /** Empty past the last cell, as for the index -1 of a column that is not there. */
  cell(index: number): string {
    if (index < 0 || index >= this.length) return '';
    if (this.#cut !== undefined) return this.#cut[index]!;
    if (index >= this.#ends.length) return this.cells()[index]!;
    return this.#text.slice(this.#begin(index), this.#ends[index]!);
  }

  /** A cell such as `-12.5` as a number; NaN where it is written in any other way. `point` is the code of its sign. */
  shortDecimal(index: number, point: number): number {
    if (this.#cut === undefined) return shortDecimal(this.#text, this.#begin(index), this.#ends[index]!, point);
    const cell = this.#cut[index]!;
    return shortDecimal(cell, 0, cell.length, point);
  }

  /** Code of the first character of a cell; NaN where it is empty. */
  firstCode(index: number): number {
    if (this.#cut !== undefined) return this.#cut[index]!.charCodeAt(0);
    const begin = this.#begin(index);
    return begin < this.#ends[index]! ? this.#text.charCodeAt(begin) : Number.NaN;
  }

  /** All cells cut out, for messages and for lines that are not as others. */
  cells(): readonly string[] {
    return this.#cut ?? this.#text.slice(this.#from, this.#to).split(this.#delimiter);
  }
}
