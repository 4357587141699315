/**
 * The clock of ENTSO-E's Transparency Platform: UTC or CET/CEST, the latter for every country whatever its own clock.
 * Summer time lasts from 01:00 UTC of the last Sunday of March to 01:00 UTC of the last Sunday of October (Directive
 * 2000/84/EC): the hour from 02:00 is skipped in March and stands twice in October.
 */
import type { Zone } from '../../recording/recording.ts';

const HOUR = 60;
const DAY = 1440;
const MILLISECONDS_PER_MINUTE = 60_000;
const MARCH = 2;
const OCTOBER = 9;

/** Minutes since 1970 of 00:00 on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31));
  return last.getTime() / MILLISECONDS_PER_MINUTE - last.getUTCDay() * DAY;
}

function isSecondHourOn(clock: number, month: number): boolean {
  const start = lastSunday(new Date(clock * MILLISECONDS_PER_MINUTE).getUTCFullYear(), month) + 2 * HOUR;
  return clock >= start && clock < start + HOUR;
}

/** True for readings that the clock never shows: 02:00…02:59 at the change to summer time. */
export function isSkippedReading(clock: number): boolean {
  return isSecondHourOn(clock, MARCH);
}

/** True for readings that the clock shows twice: 02:00…02:59 at the end of summer time. */
export function isRepeatedReading(clock: number): boolean {
  return isSecondHourOn(clock, OCTOBER);
}

export function isSummerTime(clock: number): boolean {
  const year = new Date(clock * MILLISECONDS_PER_MINUTE).getUTCFullYear();
  return clock >= lastSunday(year, MARCH) + 2 * HOUR && clock < lastSunday(year, OCTOBER) + 3 * HOUR;
}

/** Minutes by which CET or CEST is ahead of UTC. */
export const aheadOfUtc = { CET: HOUR, CEST: 2 * HOUR } as const;

/** From `MTU (CET/CEST)`, or a stamp that ends so; undefined where neither clock is named. */
export function entsoeZone(text: string): Zone | undefined {
  if (/\((CET|CEST|CET\/CEST)\)/.test(text)) return { kind: 'civil', name: 'Europe/Brussels' };
  return /\(UTC\)/.test(text) ? { kind: 'offset', minutes: 0 } : undefined;
}
