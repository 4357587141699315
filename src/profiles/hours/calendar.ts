/**
 * The one way from stamps to the hours of a calendar year. A file is right when row r is hour r of one year in UTC, from
 * first to last; everything else is named here: gaps, duplicates, disorder, hours of other years, a wrong length.
 */
import { hourOfInstant, hoursOfYear, stampOfHour } from '../../time.ts';
import { FaultList } from '../faults.ts';
import { isLeapYear } from './stamp.ts';

export interface StampedRows {
  readonly file: string;
  /** Name and number of the column that holds the stamps. */
  readonly where: string;
  readonly column: number;
  /** Start of the hour of each row [ms since 1970], in the order of the file; NaN where a stamp could not be read. */
  readonly instants: Float64Array;
  /** Line of each row, from 1. */
  readonly lines: ArrayLike<number>;
}

export interface Calendar {
  /** The year of most rows; undefined where no stamp could be read. */
  readonly year: number | undefined;
  /** Empty means, where every stamp could be read, that row r is hour r of the year. */
  readonly faults: FaultList;
}

/** Marks in place of an hour of the year. */
const NO_HOUR = -1;
const OTHER_YEAR = -2;

/** The earliest of the most frequent years: one stray first row must not make the rest of the file look wrong. */
function yearOfMost(instants: Float64Array): number | undefined {
  const counts = new Map<number, number>();
  let [year, from, until] = [0, 0, 0];
  for (let row = 0; row < instants.length; row++) {
    const instant = instants[row]!;
    if (Number.isNaN(instant)) continue;
    if (instant < from || instant >= until) {
      year = new Date(instant).getUTCFullYear();
      [from, until] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
    }
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([yearA, a], [yearB, b]) => b - a || yearA - yearB);
  return most?.[0];
}

function stampOfInstant(instant: number): string {
  return new Date(instant).toISOString().replace(/(:00)?\.000Z$/, 'Z');
}

/** The hour of each row, or why it has none. */
function hoursOfRows(rows: StampedRows, year: number, faults: FaultList): Int32Array {
  const hours = hoursOfYear(year);
  return Int32Array.from(rows.instants, (instant, row) => {
    if (Number.isNaN(instant)) return NO_HOUR;
    const hour = hourOfInstant(year, instant);
    if (Number.isInteger(hour)) return hour >= 0 && hour < hours ? hour : OTHER_YEAR;
    faults.add('profile.bad-stamp', { where: rows.where, line: rows.lines[row]!, column: rows.column }, () => ({
      problem: `${stampOfInstant(instant)} is not on the hour`,
      expected: 'the start of each hour in UTC, minute 00; average finer steps to hours first',
    }));
    return NO_HOUR;
  });
}

/** Runs of rows that belong to another year, one fault for each run. */
function addOtherYears(rows: StampedRows, year: number, hourOfRow: Int32Array, faults: FaultList): void {
  for (let first = hourOfRow.indexOf(OTHER_YEAR); first !== -1; ) {
    let next = first + 1;
    while (hourOfRow[next] === OTHER_YEAR) next++;
    const [from, to] = [stampOfInstant(rows.instants[first]!), stampOfInstant(rows.instants[next - 1]!)];
    const count = next - first;
    faults.add('profile.wrong-length', { where: rows.where, line: rows.lines[first]!, column: rows.column }, () => ({
      problem: count === 1 ? `${from} is not in ${year}` : `${from}..${to}, ${count} rows, are not in ${year}`,
      expected: `the hours of one calendar year in UTC, here ${year}`,
    }));
    first = hourOfRow.indexOf(OTHER_YEAR, next);
  }
}

/** Hours that stand twice or before their predecessor. Gives the row of each hour, NO_HOUR for hours without one. */
function addOrder(rows: StampedRows, year: number, hourOfRow: Int32Array, faults: FaultList): Int32Array {
  const rowOfHour = new Int32Array(hoursOfYear(year)).fill(NO_HOUR);
  let previous = NO_HOUR;
  for (let row = 0; row < hourOfRow.length; row++) {
    const hour = hourOfRow[row]!;
    if (hour < 0) continue;
    const place = { where: rows.where, line: rows.lines[row]!, column: rows.column };
    const firstRow = rowOfHour[hour]!;
    if (firstRow !== NO_HOUR) {
      faults.add('profile.duplicate', place, () => ({
        problem: `${stampOfHour(year, hour)} stands twice, first in line ${rows.lines[firstRow]}`,
        expected: 'each hour once; which of the two values is right only the source can tell',
      }));
      continue;
    }
    const before = previous;
    if (hour < before) {
      faults.add('profile.disorder', place, () => ({
        problem: `${stampOfHour(year, hour)} stands after ${stampOfHour(year, before)}`,
        expected: 'hours in the order of time',
      }));
    }
    rowOfHour[hour] = row;
    previous = hour;
  }
  return rowOfHour;
}

/** Runs of hours without a row, save those that unreadable stamps of the right number stand in for. */
function addGaps(
  rows: StampedRows,
  year: number,
  hourOfRow: Int32Array,
  rowOfHour: Int32Array,
  faults: FaultList,
): void {
  for (let from = rowOfHour.indexOf(NO_HOUR); from !== -1; ) {
    let next = from + 1;
    while (rowOfHour[next] === NO_HOUR) next++;
    const count = next - from;
    const rowBefore = from === 0 ? -1 : rowOfHour[from - 1]!;
    const rowAfter = rowOfHour[next] ?? hourOfRow.length;
    const between = hourOfRow.subarray(rowBefore + 1, Math.max(rowAfter, rowBefore + 1));
    if (between.length !== count || between.some((hour) => hour !== NO_HOUR)) {
      const line = rowBefore === -1 ? rows.lines[0]! : rows.lines[rowBefore]! + 1;
      const [first, last] = [stampOfHour(year, from), stampOfHour(year, next - 1)];
      faults.add('profile.gap', { where: rows.where, line, column: rows.column }, () => ({
        problem: `${first}..${last} missing, ${count} hour${count === 1 ? '' : 's'}`,
        expected: `every hour of ${year}; nothing is filled in`,
      }));
    }
    from = rowOfHour.indexOf(NO_HOUR, next);
  }
}

/** The number of rows against the number of hours, naming 29 February where it explains the difference. */
function addLength(rows: StampedRows, year: number, rowOfHour: Int32Array, faults: FaultList): void {
  const count = rows.instants.length;
  const hours = rowOfHour.length;
  if (count === hours) return;
  const leapDay = hourOfInstant(year, Date.UTC(year, 1, 29));
  const lacksLeapDay = isLeapYear(year) && rowOfHour.subarray(leapDay, leapDay + 24).every((row) => row === NO_HOUR);
  const reason =
    lacksLeapDay && count === hours - 24
      ? ': 29 February is missing'
      : !isLeapYear(year) && count === hours + 24
        ? ': these are the hours of a leap year, with 29 February'
        : '';
  const kind = isLeapYear(year) ? 'leap' : 'common';
  const line = rows.lines[count - 1]!;
  faults.add('profile.wrong-length', { where: rows.where, line, column: rows.column }, () => ({
    problem: `${count} rows, but ${year} is a ${kind} year of ${hours} hours${reason}`,
    expected: `${hours} rows, from ${stampOfHour(year, 0)} to ${stampOfHour(year, hours - 1)}`,
  }));
}

/** Checks the stamps of a file against one calendar year: every fault of theirs, with its line. */
export function checkCalendar(rows: StampedRows): Calendar {
  const faults = new FaultList(rows.file);
  const year = yearOfMost(rows.instants);
  if (rows.instants.length === 0) {
    faults.add('profile.wrong-length', { where: rows.where }, () => ({
      problem: 'no rows',
      expected: 'one row for each hour of a calendar year: 8760, in leap years 8784',
    }));
  }
  if (year === undefined) return { year, faults };
  const hourOfRow = hoursOfRows(rows, year, faults);
  addOtherYears(rows, year, hourOfRow, faults);
  const rowOfHour = addOrder(rows, year, hourOfRow, faults);
  addGaps(rows, year, hourOfRow, rowOfHour, faults);
  addLength(rows, year, rowOfHour, faults);
  return { year, faults };
}
