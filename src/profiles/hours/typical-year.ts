/**
 * A typical year has months of different years and no chronology: its rows are laid on one calendar year by month, day
 * and time. What a clock ahead of UTC puts before its first hour belongs to its end, where the months meet anyway.
 */
import { fixedOffset, nameOfOffset } from '../civil-time/offset-table.ts';
import type { FaultList } from '../faults.ts';
import type { Recording } from '../recording/recording.ts';
import { shownReading } from './clock-readings.ts';
import { beginningOfStep, type KnownLabel, minutesToStamp } from './labels.ts';
import { checkGrid, type PlacedRows } from './placed-rows.ts';
import { checkOrder } from './row-order.ts';
import { isLeapYear } from './stamp.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** Places the rows of a typical year on the hours of `year`, UTC; the clock has a fixed offset. */
export function placeTypicalRows(
  recording: Recording,
  offsetMinutes: number,
  label: KnownLabel,
  year: number,
  faults: FaultList,
): PlacedRows {
  const { clockMinutes, stepMinutes, lines } = recording;
  const shift = minutesToStamp(label, stepMinutes);
  const begin = Date.UTC(year, 0, 1) / MILLISECONDS_PER_MINUTE;
  const length = Date.UTC(year + 1, 0, 1) / MILLISECONDS_PER_MINUTE - begin;
  const laid = clockMinutes.map((minutes, row) => {
    if (Number.isNaN(minutes)) return Number.NaN;
    const start = new Date((beginningOfStep(label, minutes, stepMinutes) - shift) * MILLISECONDS_PER_MINUTE);
    const isLeapDay = start.getUTCMonth() === 1 && start.getUTCDate() === 29;
    if (!isLeapDay || isLeapYear(year)) return start.setUTCFullYear(year) / MILLISECONDS_PER_MINUTE;
    faults.add('profile.wrong-length', { where: 'time', line: lines[row]! }, () => ({
      problem: `${shownReading(minutes)}, but ${year} has no 29 February`,
      expected: 'a leap year to lay this typical year on, such as year: 2016',
    }));
    return Number.NaN;
  });
  checkGrid(laid, recording, fixedOffset(offsetMinutes), faults);
  checkOrder(laid, lines, faults);
  const notes = [`months of different years laid on ${year} by month, day and time`];
  if (offsetMinutes !== 0) {
    const hours = Math.abs(offsetMinutes) / 60;
    notes.push(`${hours} h moved from one end of the year to the other, for ${nameOfOffset(offsetMinutes)} to UTC`);
  }
  const startMinutes = laid.map((start) => begin + ((((start - offsetMinutes - begin) % length) + length) % length));
  return { startMinutes, notes };
}
