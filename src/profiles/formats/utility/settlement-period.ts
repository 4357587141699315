/**
 * Half-hours of the British market: period p of a day begins (p − 1) half-hours after its midnight in London, so that the
 * days on which clocks change have 46 and 50.
 */
import { offsetAt } from '../../civil-time/offset-table.ts';
import { tableOf } from '../../civil-time/zone.ts';

export const LONDON = { kind: 'civil', name: 'Europe/London' } as const;
const MOST_PERIODS = 50;
const MINUTES_PER_PERIOD = 30;

/** Reading of the clock in London at which a period of a day begins [minutes since 1970], or NaN. */
export function readingOfPeriod(midnight: number, period: number): number {
  if (Number.isNaN(midnight) || !Number.isInteger(period) || period < 1 || period > MOST_PERIODS) return Number.NaN;
  const year = new Date(midnight * 60_000).getUTCFullYear();
  const table = tableOf(LONDON, year, year);
  if (table === undefined) return Number.NaN;
  // Clocks change at 01:00 UTC, so that midnight is on the offset before.
  const instant = midnight - offsetAt(table, midnight - 60) + (period - 1) * MINUTES_PER_PERIOD;
  return instant + offsetAt(table, instant);
}
