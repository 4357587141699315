/**
 * The table of numbers that is the body of every foreign format: one stamp and some numbers a row. Rows go straight into
 * arrays of numbers, so that memory follows the numbers and not their text.
 */
import { type FaultList, shown } from '../faults.ts';
import { type NumberReader, type NumberRules, numberReader } from './table-numbers.ts';
import { cellsOfLine, eachLine, isEmptyLine } from './table-rows.ts';

export interface TableColumn {
  /** For messages. */
  readonly name: string;
  /** Index of its cell in the row, from 0. */
  readonly cell: number;
}

export interface StampRule {
  /** Header of the stamp, and number of its cell from 1, for messages. */
  readonly name: string;
  readonly column: number;
  /** How a stamp should look: `YYYYMMDD:HHMM`. */
  readonly form: string;
  /** Minutes since 1970 on the clock of the file, or NaN; `row` counts from 0. Also called on rows of wrong width. */
  minutes(cells: readonly string[], row: number): number;
  /** The text to show where `minutes` gives NaN. */
  text(cells: readonly string[]): string;
}

export interface TableRules {
  /** Line of the first row, from 1. */
  readonly firstLine: number;
  readonly delimiter: string;
  /** Cells of each row. */
  readonly width: number;
  /** Whether rows may go on with empty cells, as files do whose heads are wider than their tables. */
  readonly mayBePadded?: boolean;
  readonly columns: readonly TableColumn[];
  readonly numbers: NumberRules;
  readonly stamp: StampRule;
  /**
   * What may follow the empty line that ends the table: nothing, text that holds no more rows, or whatever the format
   * judges itself (`unread`).
   */
  readonly footer: 'none' | 'text' | 'unread';
  /** Rows to leave out although they are well formed: those of another area, for instance. */
  keeps?(cells: readonly string[]): boolean;
}

export interface Table {
  /** NaN where a stamp could not be read. */
  readonly clockMinutes: Float64Array;
  readonly lines: Float64Array;
  /** One array for each column of the rules; NaN where missing. */
  readonly values: readonly Float64Array[];
  /** Line of the empty line that ended the table; undefined where the text ended it. */
  readonly endLine: number | undefined;
}

const FIRST_ROWS = 1024;

class TableReader {
  readonly #rules: TableRules;
  readonly #faults: FaultList;
  readonly #reader: NumberReader;
  readonly #mostCells: number;
  /** Stamp, line, then the columns. */
  #arrays: Float64Array[];
  rows = 0;

  constructor(text: string, rules: TableRules, faults: FaultList) {
    this.#rules = rules;
    this.#faults = faults;
    this.#reader = numberReader(rules.numbers);
    // A whole row has a character for each cell; rows of other widths may not make the arrays larger than the text.
    this.#mostCells = text.length + rules.width;
    this.#arrays = Array.from({ length: rules.columns.length + 2 }, () => new Float64Array(FIRST_ROWS));
  }

  addLine(text: string, line: number): void {
    const { width, mayBePadded, stamp, delimiter, keeps } = this.#rules;
    const cells = cellsOfLine(text, delimiter);
    if (cells === undefined) {
      this.#addRowFault(line, `${shown(text)} has quotes that do not pair up`, 'quotes around whole cells');
      return;
    }
    const isWide = mayBePadded === true && cells.length > width && cells.slice(width).every((cell) => cell === '');
    const hasWidth = cells.length === width || isWide;
    if (hasWidth && keeps !== undefined && !keeps.call(this.#rules, cells)) return;
    if (!hasWidth) {
      const problem = `${cells.length} cell${cells.length === 1 ? '' : 's'}, but the header has ${width}`;
      this.#addRowFault(line, problem, `${width} cells between ${shown(delimiter)}`);
      if ((this.rows + 1) * width > this.#mostCells) return;
    }
    const row = this.#nextRow();
    const minutes = stamp.minutes(cells, row);
    this.#arrays[0]![row] = minutes;
    this.#arrays[1]![row] = line;
    if (hasWidth) {
      if (Number.isNaN(minutes)) this.#addStampFault(cells, line);
      this.#addValues(cells, row, line);
    } else for (let index = 2; index < this.#arrays.length; index++) this.#arrays[index]![row] = Number.NaN;
  }

  /** A row after the end would be lost without a word. */
  checkFooter(text: string, line: number): void {
    const { footer, delimiter, width, stamp } = this.#rules;
    const expected = footer === 'none' ? 'nothing after the empty line that ends the table' : 'text, but no more rows';
    const cells = cellsOfLine(text, delimiter) ?? [];
    const isRow = cells.length >= width && !Number.isNaN(stamp.minutes(cells, this.rows));
    if (footer === 'none' || isRow) this.#addRowFault(line, `${shown(text)} after an empty line`, expected);
  }

  finish(endLine: number | undefined): Table {
    const [clockMinutes, lines, ...values] = this.#arrays.map((array) => array.slice(0, this.rows));
    return { clockMinutes: clockMinutes!, lines: lines!, values, endLine };
  }

  #nextRow(): number {
    if (this.rows === this.#arrays[0]!.length) {
      this.#arrays = this.#arrays.map((array) => {
        const larger = new Float64Array(array.length * 2);
        larger.set(array);
        return larger;
      });
    }
    return this.rows++;
  }

  #addValues(cells: readonly string[], row: number, line: number): void {
    const { columns } = this.#rules;
    for (let index = 0; index < columns.length; index++) {
      const { name, cell } = columns[index]!;
      const text = cells[cell]!;
      const value = this.#reader.read(text);
      this.#arrays[index + 2]![row] = value;
      if (!Number.isNaN(value) || this.#reader.isMissing(text)) continue;
      this.#faults.add('profile.bad-number', { where: name, line, column: cell + 1 }, () => ({
        problem: `${shown(text)} is ${this.#reader.fault(text)}`,
        expected: this.#rules.numbers.decimal === 'point' ? 'a number such as 0.5 or -3' : 'a number such as 0,5 or -3',
      }));
    }
  }

  #addStampFault(cells: readonly string[], line: number): void {
    const { name, column, form, text } = this.#rules.stamp;
    this.#faults.add('profile.bad-stamp', { where: name, line, column }, () => ({
      problem: `${shown(text(cells))} is no ${form}`,
      expected: `an existing minute as ${form}`,
    }));
  }

  #addRowFault(line: number, problem: string, expected: string): void {
    this.#faults.add('profile.bad-row', { where: 'row', line }, () => ({ problem, expected }));
  }
}

/** Reads the rows from `firstLine` to the first empty line or the end; each fault is added with its line. */
export function readTable(text: string, rules: TableRules, faults: FaultList): Table {
  const reader = new TableReader(text, rules, faults);
  let endLine: number | undefined;
  eachLine(text, rules.firstLine, (line, number) => {
    if (isEmptyLine(line, rules.delimiter)) endLine ??= number;
    else if (endLine === undefined) reader.addLine(line, number);
    else reader.checkFooter(line, number);
    return endLine === undefined || rules.footer !== 'unread';
  });
  return reader.finish(endLine);
}
