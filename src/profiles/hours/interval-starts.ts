/** Rows of a file → the beginnings of their intervals in UTC, on clocks that change as well. */
import { instantsOf, type OffsetTable } from '../civil-time/offset-table.ts';
import type { FaultList } from '../faults.ts';
import type { Recording } from '../recording/recording.ts';
import { instantsOfReadings } from './clock-readings.ts';

export interface IntervalStarts {
  /** Minutes since 1970, UTC; NaN where a row has none. */
  readonly minutes: Float64Array;
  /** Rows without a value at readings that the clocks skip. */
  readonly skippedRows: number;
}

/**
 * `shift` is the time from the beginning of an interval to the reading that names it. The reading is either that of the
 * clock at that later instant, or, as markets number their hours, that of its beginning and `shift` more: hour ending 3
 * is the one that begins at 2, and on the day that lacks 2:00 it is the one that lacks. Which of the two shows only where
 * clocks change, so the one is taken that has fewer readings which cannot be; readings of the clock itself where both
 * have as many.
 */
export function intervalStarts(
  readings: Float64Array,
  shift: number,
  table: OffsetTable,
  recording: Recording,
  faults: FaultList,
): IntervalStarts {
  const begun = readings.map((reading) => reading - shift);
  const isNumbered = shift !== 0 && table.from.length > 1 && impossible(begun, table) < impossible(readings, table);
  const { minutes, skippedRows } = instantsOfReadings(isNumbered ? begun : readings, table, recording, faults);
  return { minutes: isNumbered ? minutes : minutes.map((minute) => minute - shift), skippedRows };
}

/** Readings that the clock skips, or shows less often than the file has them. */
function impossible(readings: Float64Array, table: OffsetTable): number {
  const seen = new Map<number, number>();
  let count = 0;
  for (const reading of readings) {
    if (Number.isNaN(reading)) continue;
    const times = (seen.get(reading) ?? 0) + 1;
    seen.set(reading, times);
    if (times > instantsOf(table, reading).length) count++;
  }
  return count;
}
