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
 * is the one that begins at 2, and on the day that lacks 2:00 it is the one that lacks; or hours are counted from
 * midnight on, 23 and 25 of them where clocks change. Which of the three shows only there, so the one is taken that has
 * the fewest readings which cannot be; readings of the clock itself where others have as many.
 */
export function intervalStarts(
  readings: Float64Array,
  shift: number,
  table: OffsetTable,
  recording: Recording,
  faults: FaultList,
): IntervalStarts {
  const begun = readings.map((reading) => reading - shift);
  const isChanging = table.from.length > 1;
  const ofClock = isChanging ? impossible(readings, table) : 0;
  const ofNumbers = isChanging && shift !== 0 ? impossible(begun, table) : ofClock;
  if (ofClock > 0 && ofNumbers > 0 && recording.midnights !== undefined) {
    const counted = countedFrom(recording.midnights, begun, table);
    if (repeated(counted) < Math.min(ofClock, ofNumbers)) return { minutes: counted, skippedRows: 0 };
  }
  const isNumbered = ofNumbers < ofClock;
  const { minutes, skippedRows } = instantsOfReadings(isNumbered ? begun : readings, table, recording, faults);
  return { minutes: isNumbered ? minutes : minutes.map((minute) => minute - shift), skippedRows };
}

/** Instants so long after their midnights as they were on a clock that goes on. */
function countedFrom(midnights: Float64Array, begun: Float64Array, table: OffsetTable): Float64Array {
  return begun.map((reading, row) => (instantsOf(table, midnights[row]!)[0] ?? Number.NaN) + reading - midnights[row]!);
}

function repeated(instants: Float64Array): number {
  const known = instants.filter((instant) => !Number.isNaN(instant));
  return known.length - new Set(known).size;
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
