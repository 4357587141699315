/** Which hours a file covers: gaps between its first and last hour, hours that stand more than once. */

import type { Recording } from '../recording/recording.ts';
import type { RowHours } from './row-hours.ts';

const MINUTES_PER_HOUR = 60;
/** Two centuries of hours: a stamp gone astray must not make an array of the age of the universe. */
const MOST_HOURS = 200 * 8784;

export interface Coverage {
  /** Hours since 1970; undefined where no stamp can be read. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Rows of each hour from the first to the last. */
  readonly rowsOfHour: Uint32Array;
  /** Rows that a whole hour has. */
  readonly rowsPerHour: number;
  /** Hours of one row, where rows are further apart than an hour. */
  readonly hoursPerRow: number;
  readonly duplicateHours: number;
  /** Runs of hours without a row, [from, to] inclusive. */
  readonly gaps: readonly (readonly [from: number, to: number])[];
  /** The first row of an hour that has all its rows already. */
  readonly firstDuplicateRow: number | undefined;
}

export function coverageOf({ stepMinutes }: Recording, { hours }: RowHours): Coverage {
  const rowsPerHour = Math.max(1, Math.round(MINUTES_PER_HOUR / stepMinutes));
  const hoursPerRow = Math.max(1, Math.round(stepMinutes / MINUTES_PER_HOUR));
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const hour of hours) {
    if (hour < first) first = hour;
    if (hour > last) last = hour;
  }
  const span = last - first + 1;
  if (!(span >= 1) || span > MOST_HOURS) {
    const none = { first: undefined, last: undefined, rowsOfHour: new Uint32Array(), gaps: [], duplicateHours: 0 };
    return { ...none, rowsPerHour, hoursPerRow, firstDuplicateRow: undefined };
  }
  const rowsOfHour = new Uint32Array(span);
  let firstDuplicateRow: number | undefined;
  hours.forEach((hour, row) => {
    if (Number.isNaN(hour)) return;
    const count = rowsOfHour[hour - first]! + 1;
    rowsOfHour[hour - first] = count;
    if (count > rowsPerHour) firstDuplicateRow ??= row;
  });
  const duplicateHours = rowsOfHour.reduce((sum, rows) => sum + (rows > rowsPerHour ? 1 : 0), 0);
  return {
    ...{ first, last, rowsOfHour, rowsPerHour, hoursPerRow, duplicateHours, firstDuplicateRow },
    gaps: gapsOf(rowsOfHour, first, hoursPerRow),
  };
}

/** Runs of empty hours longer than what lies between two rows anyway. */
function gapsOf(rowsOfHour: Uint32Array, first: number, hoursPerRow: number): (readonly [number, number])[] {
  const gaps: (readonly [number, number])[] = [];
  for (let from = rowsOfHour.indexOf(0); from !== -1; ) {
    let next = from + 1;
    while (rowsOfHour[next] === 0) next++;
    if (next - from >= hoursPerRow) gaps.push([first + from + hoursPerRow - 1, first + next - 1]);
    from = rowsOfHour.indexOf(0, next);
  }
  return gaps;
}
