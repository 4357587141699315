/** The hours of one calendar year in UTC with a day before and after, and the row of each step: where means are taken. */
import { hoursOfYear } from '../../time.ts';
import { firstMinute } from './years-of-rows.ts';

/** Neighbours of the year's ends: clocks are at most a day from UTC. */
export const MARGIN_HOURS = 24;
export const NO_ROW = -1;

export interface YearWindow {
  readonly year: number;
  /** Of the year alone; the window has `MARGIN_HOURS` more on either side. */
  readonly hours: number;
  readonly stepsPerHour: number;
  /** Row of each step of the window, or NO_ROW. */
  readonly rowOfStep: Int32Array;
}

/**
 * `isCyclic`: after its last hour a typical year goes on with its first. `shiftMinutes`: how much later than at
 * `startMinutes` the intervals begin.
 */
export function yearWindow(
  startMinutes: Float64Array,
  stepMinutes: number,
  year: number,
  isCyclic: boolean,
  shiftMinutes = 0,
): YearWindow {
  const hours = hoursOfYear(year);
  const stepsPerHour = 60 / stepMinutes;
  const steps = (hours + 2 * MARGIN_HOURS) * stepsPerHour;
  const rowOfStep = new Int32Array(steps).fill(NO_ROW);
  const begin = firstMinute(year) - MARGIN_HOURS * 60 - shiftMinutes;
  for (let row = 0; row < startMinutes.length; row++) {
    const step = (startMinutes[row]! - begin) / stepMinutes;
    if (step >= 0 && step < steps) rowOfStep[step] = row;
  }
  if (isCyclic) {
    const [margin, length] = [MARGIN_HOURS * stepsPerHour, hours * stepsPerHour];
    rowOfStep.copyWithin(0, length, length + margin);
    rowOfStep.copyWithin(length + margin, margin, 2 * margin);
  }
  return { year, hours, stepsPerHour, rowOfStep };
}

/** Values of the window's hours: means of their steps, sums where `isSum`; NaN where a step is missing. */
export function hourlyValues(values: Float64Array, window: YearWindow, isSum: boolean): Float64Array {
  const { stepsPerHour, rowOfStep } = window;
  const hourly = new Float64Array(rowOfStep.length / stepsPerHour);
  for (let hour = 0; hour < hourly.length; hour++) {
    let sum = 0;
    for (let step = hour * stepsPerHour; step < (hour + 1) * stepsPerHour; step++) {
      const row = rowOfStep[step]!;
      sum += row === NO_ROW ? Number.NaN : values[row]!;
    }
    hourly[hour] = isSum ? sum : sum / stepsPerHour;
  }
  return hourly;
}
