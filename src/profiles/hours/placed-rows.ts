/** Rows → the beginnings of their intervals in UTC, by zone and label. */
import type { OffsetTable } from '../civil-time/offset-table.ts';
import { type FaultList, refuse } from '../faults.ts';
import type { Recording } from '../recording/recording.ts';
import { shownReading } from './clock-readings.ts';
import { intervalStarts } from './interval-starts.ts';
import { beginningOfStep, type KnownLabel, minutesToStamp } from './labels.ts';
import { checkOrder } from './row-order.ts';

export interface PlacedRows {
  /** Beginning of each row's interval [minutes since 1970, UTC], a multiple of the step; NaN for rows that have none. */
  readonly startMinutes: Float64Array;
  /** Plain words on rows that were passed over. */
  readonly notes: readonly string[];
}

/** @throws ProfileError where the step is longer than an hour or is no part of one. */
export function checkStep({ stepMinutes, lines }: Recording, faults: FaultList): void {
  if (Number.isInteger(stepMinutes) && stepMinutes >= 1 && 60 % stepMinutes === 0) return;
  const problem = `rows are ${stepMinutes} minutes apart`;
  const expected = 'rows an hour or a whole part of one apart: 60, 30, 15, 10, 5 or 1 minutes';
  faults.throwIfAny();
  refuse(faults.file, 'profile.bad-stamp', { where: 'time', line: lines[0] ?? 1 }, problem, expected);
}

/**
 * Places the rows of a year that has happened.
 *
 * Faults are added for readings that do not exist on that clock, intervals that do not begin on a step of UTC, rows that
 * stand twice or before their predecessors.
 */
export function placeRows(recording: Recording, table: OffsetTable, label: KnownLabel, faults: FaultList): PlacedRows {
  const { clockMinutes, stepMinutes, lines } = recording;
  const readings = clockMinutes.map((minutes) => beginningOfStep(label, minutes, stepMinutes));
  const shift = minutesToStamp(label, stepMinutes);
  const { minutes: startMinutes, skippedRows } = intervalStarts(readings, shift, table, recording, faults);
  checkGrid(startMinutes, recording, table, faults);
  checkOrder(startMinutes, lines, faults);
  const rows = skippedRows === 1 ? '1 row' : `${skippedRows} rows`;
  const notes = skippedRows === 0 ? [] : [`${rows} without a value passed over, at readings that the clocks skip`];
  return { startMinutes, notes };
}

/** Intervals that begin between the steps of UTC are taken out, with a fault for each; one where all of them do. */
export function checkGrid(
  startMinutes: Float64Array,
  recording: Recording,
  table: OffsetTable,
  faults: FaultList,
): void {
  const { stepMinutes, lines, clockMinutes } = recording;
  const off = startMinutes.findIndex((start) => !Number.isNaN(start) && start % stepMinutes !== 0);
  if (off === -1) return;
  const isEvery = startMinutes.every((start) => Number.isNaN(start) || start % stepMinutes !== 0);
  const shown = (row: number) => shownReading(clockMinutes[row]!);
  if (isEvery) {
    const problem = `the interval of ${shown(off)} on the clock of ${table.name} begins at ${shownReading(startMinutes[off]!)} UTC`;
    const expected = `intervals that begin on a step of ${stepMinutes} minutes in UTC: see zone and label; hourly means of a clock that is half an hour off cannot be told apart into hours of UTC`;
    faults.add('profile.bad-stamp', { where: 'time', line: lines[off]! }, () => ({ problem, expected }));
    startMinutes.fill(Number.NaN);
    return;
  }
  for (let row = off; row < startMinutes.length; row++) {
    const start = startMinutes[row]!;
    if (Number.isNaN(start) || start % stepMinutes === 0) continue;
    startMinutes[row] = Number.NaN;
    faults.add('profile.bad-stamp', { where: 'time', line: lines[row]! }, () => ({
      problem: `${shown(row)} is not on the steps of ${stepMinutes} minutes of the other rows`,
      expected: `rows every ${stepMinutes} minutes`,
    }));
  }
}
