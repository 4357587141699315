/**
 * Intervals of the new layout of ENTSO-E, `27/10/2024 02:00:00 (CEST) - 27/10/2024 02:15:00 (CEST)`. The clock is named
 * on days when it changes, and left out on others; without it, the first of two equal readings is summer time.
 */

import { minutesOfStamp } from '../../table/stamps.ts';
import { aheadOfUtc, isRepeatedReading, isSkippedReading, isSummerTime } from './clock.ts';

export interface EntsoeInterval {
  /** Start as written [min since 1970 on the clock of the file]. */
  readonly clock: number;
  readonly startUtc: number;
  /** [min] */
  readonly length: number;
  /** The hour that the clock skips in March. */
  readonly isSkipped: boolean;
}

type ClockName = keyof typeof aheadOfUtc;

const stamp = String.raw`(\d\d/\d\d/\d{4} \d\d:\d\d:\d\d)(?: \((CET|CEST|UTC)\))?`;
const form = new RegExp(`^${stamp} - ${stamp}$`);

const lengths = [15, 30, 60];

/** Clocks that can show a reading, summer time first. */
function clocksAt(reading: number): ClockName[] {
  if (isRepeatedReading(reading)) return ['CEST', 'CET'];
  return [isSummerTime(reading) ? 'CEST' : 'CET'];
}

/** Undefined where no clock shows the reading, or not the one that is named. */
function offsetAt(reading: number, named: string | undefined, occurrence: () => number): number | undefined {
  const clocks = clocksAt(reading);
  const inTurn = () => (clocks.length === 1 ? clocks[0] : (clocks[occurrence()] ?? clocks.at(-1)));
  // A reading more often than the clock shows it falls on an interval that is taken, which is a fault of its own.
  const clock = named === undefined ? inTurn() : clocks.find((name) => name === named);
  return clock === undefined ? undefined : aheadOfUtc[clock];
}

/**
 * The interval a text names, or undefined where it is none of 15, 30 or 60 minutes, or its clock contradicts the season.
 * `occurrence` says how many rows of the same series have had the same text before; it is asked for only where that
 * decides.
 */
export function entsoeInterval(text: string, isUtc: boolean, occurrence: () => number): EntsoeInterval | undefined {
  const [, from = '', fromClock, to = '', toClock] = form.exec(text) ?? [];
  const clock = minutesOfStamp(from, 'day-first');
  const end = minutesOfStamp(to, 'day-first');
  if (Number.isNaN(clock + end)) return undefined;
  const written = end - clock;
  if (isUtc) {
    const isNamed = [fromClock, toClock].every((name) => name === undefined || name === 'UTC');
    return isNamed ? checked({ clock, startUtc: clock, length: written, isSkipped: false }) : undefined;
  }
  // No clock shows it, so that it has no instant; its row is dropped once it has been found empty.
  if (isSkippedReading(clock)) return { clock, startUtc: clock, length: written, isSkipped: true };
  const ahead = offsetAt(clock, fromClock, occurrence);
  if (ahead === undefined) return undefined;
  const startUtc = clock - ahead;
  if (toClock === undefined && lengths.includes(written)) {
    return checked({ clock, startUtc, length: written, isSkipped: false });
  }
  const ends = clocksAt(end).filter((name) => toClock === undefined || name === toClock);
  const length = ends.map((name) => end - aheadOfUtc[name] - startUtc).find((minutes) => lengths.includes(minutes));
  return length === undefined ? undefined : checked({ clock, startUtc, length, isSkipped: false });
}

/** Undefined for lengths the platform does not have, and for intervals that do not begin on their own grid. */
function checked(interval: EntsoeInterval): EntsoeInterval | undefined {
  return lengths.includes(interval.length) && interval.clock % interval.length === 0 ? interval : undefined;
}
