/**
 * The table of numbers that is the body of every foreign format: one stamp and some numbers a row. Rows go straight into
 * arrays of numbers, so that memory follows the numbers and not their text.
 */
import { type FaultList, refuse, shown } from '../faults.ts';
import type { RecordedWarning } from '../recording/recording.ts';
import { type NumberReader, type NumberRules, numberReader } from './numbers.ts';
import { roomFor } from './room.ts';
import { Row } from './row.ts';
import { eachSpan, isEmptyLine, isFormula } from './rows.ts';

export interface TableColumn {
  /** For messages. */
  readonly name: string;
  /** Index of its cell in the row, from 0. */
  readonly cell: number;
  /** Unit that stands behind each of its numbers; a number without it, or with another, is a fault. */
  readonly suffix?: string;
}

export interface StampRule {
  /** Header of the stamp, and number of its cell from 1, for messages. */
  readonly name: string;
  readonly column: number;
  /** How a stamp should look: `YYYYMMDD:HHMM`. */
  readonly form: string;
  /** Minutes since 1970 on the clock of the file, or NaN; `row` counts from 0. Also called on rows of wrong width. */
  minutes(cells: Row, row: number): number;
  /** The text to show where `minutes` gives NaN. */
  text(cells: readonly string[]): string;
}

export interface TableRules {
  /** Line of the first row, from 1. */
  readonly firstLine: number;
  /** A comma where absent. */
  readonly delimiter?: string;
  /** Cells of each row, and their names, for messages. */
  readonly width: number;
  readonly header?: readonly string[];
  /** Whether rows may go on with empty cells, as files do whose heads are wider than their tables. */
  readonly mayBePadded?: boolean;
  /** Numbers of lines that are no rows. */
  readonly passedOver?: ReadonlySet<number>;
  readonly columns: readonly TableColumn[];
  readonly numbers: NumberRules;
  readonly stamp: StampRule;
  /**
   * What may follow the empty line that ends the table: nothing where absent, text that holds no more rows, or whatever
   * the format judges itself (`unread`).
   */
  readonly footer?: 'text' | 'unread';
}

export interface Table {
  /** NaN where a stamp could not be read. */
  readonly clockMinutes: Float64Array;
  readonly lines: Float64Array;
  /** One array for each column of the rules; NaN where missing. */
  readonly values: readonly Float64Array[];
  readonly warnings: readonly RecordedWarning[];
}

const COMMA = ',';
const LONGEST_WORD = 40;
const MOST_WORDS = 100;

const formulaCodes = new Set(['=', '@', '+', '-'].map((sign) => sign.charCodeAt(0)));

class TableReader {
  readonly #text: string;
  readonly #rules: TableRules;
  readonly #faults: FaultList;
  readonly #reader: NumberReader;
  /** Code of the decimal sign. */
  readonly #point: number;
  readonly #row: Row;
  /** Cells that are neither the stamp nor read. */
  readonly #others: readonly number[];
  /** Cells without digits that were refused before. */
  readonly #words = new Set<string>();
  /** Stamp, line, then the columns. */
  readonly #arrays: readonly Float64Array[];
  rows = 0;

  constructor(text: string, rules: TableRules, mostRows: number, faults: FaultList) {
    this.#text = text;
    this.#rules = rules;
    this.#faults = faults;
    this.#reader = numberReader(rules.numbers);
    this.#point = (rules.numbers.decimal === 'point' ? '.' : ',').charCodeAt(0);
    this.#row = new Row(text, rules.delimiter ?? COMMA, rules.width, 'around-cells');
    const known = new Set([rules.stamp.column - 1, ...rules.columns.map(({ cell }) => cell)]);
    this.#others = Array.from({ length: rules.width }, (_, cell) => cell).filter((cell) => !known.has(cell));
    this.#arrays = Array.from({ length: rules.columns.length + 2 }, () => new Float64Array(mostRows));
  }

  addLine(from: number, to: number, line: number): void {
    const { width, delimiter = COMMA, stamp } = this.#rules;
    const cells = this.#row;
    if (!cells.take(from, to)) {
      const text = this.#text.slice(from, to);
      this.#addRowFault(line, `${shown(text)} has quotes that do not pair up`, 'quotes around whole cells');
      return;
    }
    const hasWidth = cells.length === width || this.#isPadded();
    if (!hasWidth) {
      const problem = `${cells.length} cell${cells.length === 1 ? '' : 's'}, but the header has ${width}`;
      this.#addRowFault(line, problem, `${width} cells between ${shown(delimiter)}`);
    }
    // Whole rows have room: it is used up only where rows of other widths, which are faults, are as many.
    if (this.rows === this.#arrays[0]!.length) return;
    const row = this.rows++;
    const minutes = stamp.minutes(cells, row);
    this.#arrays[0]![row] = minutes;
    this.#arrays[1]![row] = line;
    if (hasWidth) {
      if (Number.isNaN(minutes)) this.#addStampFault(line);
      this.#addValues(row, line);
      this.#checkOthers(line);
    } else for (let index = 2; index < this.#arrays.length; index++) this.#arrays[index]![row] = Number.NaN;
  }

  #isPadded(): boolean {
    const { width, mayBePadded } = this.#rules;
    if (mayBePadded !== true || this.#row.length <= width) return false;
    const beyond = this.#row.cells().slice(width);
    return beyond.every((cell) => cell === '');
  }

  /** A row after the end would be lost without a word. */
  checkFooter(from: number, to: number, line: number): void {
    const { footer, width, stamp } = this.#rules;
    const expected =
      footer === undefined ? 'nothing after the empty line that ends the table' : 'text, but no more rows';
    const cells = this.#row;
    const isRow = cells.take(from, to) && cells.length >= width && !Number.isNaN(stamp.minutes(cells, this.rows));
    if (footer !== undefined && !isRow) return;
    this.#addRowFault(line, `${shown(this.#text.slice(from, to))} after an empty line`, expected);
  }

  /** A text that ends inside a row may have been cut off inside a number, which nothing else would show. */
  finish(isEndOpen: boolean): Table {
    const [clockMinutes, lines, ...values] = this.#arrays.map((array) => array.subarray(0, this.rows));
    const message = 'the last row has no line end: if the file was cut off, its last number may be wrong';
    const warnings = isEndOpen ? [{ code: 'no-line-end', message, line: lines!.at(-1)! }] : [];
    return { clockMinutes: clockMinutes!, lines: lines!, values, warnings };
  }

  #addValues(row: number, line: number): void {
    const { columns } = this.#rules;
    for (let index = 0; index < columns.length; index++) {
      const { cell, suffix } = columns[index]!;
      const value = suffix === undefined ? this.#number(cell) : this.#numberBefore(suffix, cell);
      this.#arrays[index + 2]![row] = value;
      if (Number.isNaN(value)) this.#checkMissing(columns[index]!, line);
    }
  }

  #number(cell: number): number {
    const short = this.#row.shortDecimal(cell, this.#point);
    return Number.isNaN(short) ? this.#reader.read(this.#row.cell(cell)) : this.#reader.accept(short);
  }

  #numberBefore(suffix: string, cell: number): number {
    const text = this.#row.cell(cell).trimEnd();
    return text.endsWith(suffix) ? this.#reader.read(text.slice(0, -suffix.length).trim()) : Number.NaN;
  }

  #checkMissing({ name, cell, suffix }: TableColumn, line: number): void {
    const text = this.#row.cell(cell);
    if (this.#reader.isMissing(text)) return;
    const isName = text === this.#rules.header?.[cell];
    const isWord = text.length <= LONGEST_WORD && !/\d/.test(text) && !isName && !isFormula(text);
    // What a program writes where it has no value stands in many rows: one fault for each word.
    if (isWord && this.#words.has(text)) return;
    if (isWord && this.#words.size < MOST_WORDS) this.#words.add(text);
    const number = `a number such as ${this.#rules.numbers.decimal === 'point' ? '0.5' : '0,5'} or -3`;
    this.#faults.add('profile.bad-number', { where: name, line, column: cell + 1 }, () => ({
      problem: `${shown(text)} is ${suffix === undefined ? this.#reader.fault(text) : `no number of ${suffix} as others`}`,
      expected:
        suffix !== undefined && !isWord
          ? `the same unit in each cell: ${suffix}`
          : isWord
            ? `${number}; where it marks missing values, pass missing: [${shown(text)}] (--missing ${shown(text)})`
            : number,
    }));
  }

  /** A file that would run something, even where nobody reads it, is not one of measurements. */
  #checkOthers(line: number): void {
    const { header } = this.#rules;
    for (const cell of this.#others) {
      if (!formulaCodes.has(this.#row.firstCode(cell))) continue;
      const text = this.#row.cell(cell);
      if (!isFormula(text)) continue;
      const where = header?.[cell] || `column ${cell + 1}`;
      this.#faults.add('profile.bad-number', { where, line, column: cell + 1 }, () => ({
        problem: `${shown(text)} is a formula`,
        expected: 'the value: save the file again with values in place of formulas',
      }));
    }
  }

  #addStampFault(line: number): void {
    const { name, column, form, text } = this.#rules.stamp;
    this.#faults.add('profile.bad-stamp', { where: name, line, column }, () => ({
      problem: `${shown(text(this.#row.cells()))} is no ${form}`,
      expected: `an existing minute as ${form}`,
    }));
  }

  #addRowFault(line: number, problem: string, expected: string): void {
    this.#faults.add('profile.bad-row', { where: 'row', line }, () => ({ problem, expected }));
  }
}

/**
 * Reads the rows from `firstLine` to the first empty line or the end; each fault is added with its line.
 *
 * @throws ProfileError (profile.wrong-length) for a table without rows: nothing else can be judged
 */
export function readTable(text: string, rules: TableRules, faults: FaultList): Table {
  const { delimiter = COMMA, firstLine, footer, passedOver } = rules;
  const reader = new TableReader(text, rules, roomFor(text, rules, faults), faults);
  const mayBeEmpty = (from: number, to: number) =>
    from === to || text.startsWith(delimiter, from) || text.startsWith(' ', from);
  let hasEnded = false;
  eachSpan(text, firstLine, (from, to, number) => {
    if (passedOver?.has(number)) return true;
    if (mayBeEmpty(from, to) && isEmptyLine(text.slice(from, to), delimiter)) hasEnded = true;
    else if (hasEnded) reader.checkFooter(from, to, number);
    else reader.addLine(from, to, number);
    return !hasEnded || footer !== 'unread';
  });
  if (reader.rows === 0) {
    faults.throwIfAny();
    const place = { where: 'file', line: Math.max(firstLine - 1, 1) };
    refuse(faults.file, 'profile.wrong-length', place, 'no rows after the header', 'one row for each hour');
  }
  return reader.finish(!hasEnded && !text.endsWith('\n'));
}
