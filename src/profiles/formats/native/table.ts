/** The rows of the native format: one stamp and one number per column, checked cell by cell. */
import { FaultList, shown } from '../../faults.ts';
import { faultOfStamp, instantOfStamp, stampForm } from '../../hours/stamp.ts';
import { isInRange, type Quantity, quantities } from '../../profile.ts';
import { faultOfNumber, numberOfCell } from '../../table/plain-number.ts';
import type { Row } from '../../table/row.ts';
import { type NativeColumnHead, timeHeader } from './head.ts';

const POINT = '.'.charCodeAt(0);

/** Where a unit is unknown, numbers are still read, so that their faults show at the same time. */
const anyNumber: Quantity = { minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE, range: 'a number' };

/** Takes rows in the order of the file; what stands in `values` counts only if there is no fault. */
export class NativeTable {
  readonly faults: FaultList;
  readonly instants: Float64Array;
  readonly lines: Uint32Array;
  readonly values: readonly Float64Array[];
  readonly #columns: readonly NativeColumnHead[];
  readonly #quantities: readonly Quantity[];
  rowCount = 0;

  /** `mostRows` bounds the rows that will be added. */
  constructor(file: string, columns: readonly NativeColumnHead[], mostRows: number) {
    this.faults = new FaultList(file);
    this.instants = new Float64Array(mostRows);
    this.lines = new Uint32Array(mostRows);
    this.values = columns.map(() => new Float64Array(mostRows));
    this.#columns = columns;
    this.#quantities = columns.map(({ unit }) => (unit === undefined ? anyNumber : quantities[unit]));
  }

  addRow(cells: Row, line: number): void {
    const stamp = cells.cell(0);
    if (cells.length === 1 && stamp === '') {
      this.#addRowFault(line, 1, 'an empty line', 'one row for each hour, and nothing after the last');
      return;
    }
    const row = this.rowCount++;
    const instant = instantOfStamp(stamp);
    this.lines[row] = line;
    this.instants[row] = instant;
    if (Number.isNaN(instant)) {
      this.faults.add('profile.bad-stamp', { where: timeHeader, line, column: 1 }, () => ({
        problem: `${shown(stamp)} ${faultOfStamp(stamp)}`,
        expected: `the start of the hour as ${stampForm}, such as 2005-01-01T00:00Z`,
      }));
    }
    if (cells.length === this.#columns.length + 1) this.#addValues(cells, row, line);
    else this.#addWidthFault(cells.length, line);
  }

  #addValues(cells: Row, row: number, line: number): void {
    for (let index = 0; index < this.values.length; index++) {
      const short = cells.shortDecimal(index + 1, POINT);
      const value = Number.isNaN(short) ? numberOfCell(cells.cell(index + 1)) : short;
      this.values[index]![row] = value;
      if (!isInRange(this.#quantities[index]!, value)) this.#addValueFault(cells.cell(index + 1), value, index, line);
    }
  }

  #addValueFault(cell: string, value: number, index: number, line: number): void {
    const { range } = this.#quantities[index]!;
    const { name, unit } = this.#columns[index]!;
    const place = { where: name, line, column: index + 2 };
    if (Number.isNaN(value)) {
      const expected = `a number such as 0.5, -3 or 1.2e-3: ${range}`;
      this.faults.add('profile.bad-number', place, () => ({
        problem: `${shown(cell)} is ${faultOfNumber(cell)}`,
        expected,
      }));
    } else {
      const problem = `${cell.length > 40 ? shown(cell) : cell} is outside the range of ${unit}`;
      this.faults.add('profile.out-of-range', place, () => ({ problem, expected: range }));
    }
  }

  #addWidthFault(count: number, line: number): void {
    const width = this.#columns.length + 1;
    const hint = count > width ? '; a decimal comma also makes two cells of one' : '';
    const problem = `${count} cell${count === 1 ? '' : 's'}, but the header has ${width}`;
    this.#addRowFault(line, Math.min(count, width) + 1, problem, `${width} cells between commas${hint}`);
  }

  #addRowFault(line: number, column: number, problem: string, expected: string): void {
    this.faults.add('profile.bad-row', { where: 'row', line, column }, () => ({ problem, expected }));
  }
}
