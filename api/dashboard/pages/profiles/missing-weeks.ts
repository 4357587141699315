/** Gaps of a profile by the weeks that are drawn of it. */

import type { InspectionDocument } from '../../client/types.ts';

const HOUR_MILLISECONDS = 3_600_000;
const WEEK_HOURS = 168;
const YEAR_HOURS = 8_760;

/** Share of each week of a year that has no row, of as many years as the file holds; the last week is what is left. */
export function missingByWeek(
  { gaps, firstHour, lastHour }: Pick<InspectionDocument, 'gaps' | 'firstHour' | 'lastHour'>,
  weeks: number,
): number[] {
  const hours = new Array<number>(weeks).fill(0);
  const yearOf = (stamp: string | undefined) => Number(stamp?.slice(0, 4) ?? 0);
  for (const gap of gaps) {
    const first = hourOfYear(gap.from);
    for (let hour = first; hour < first + gap.hours; hour++) {
      const week = Math.min(weeks - 1, Math.floor((hour % YEAR_HOURS) / WEEK_HOURS));
      hours[week] = hours[week]! + 1;
    }
  }
  const years = yearOf(lastHour) - yearOf(firstHour) + 1;
  return hours.map((missing) => Math.min(1, missing / (WEEK_HOURS * years)));
}

function hourOfYear(stamp: string): number {
  const [year, month, day, hour] = stamp.split(/\D/).map(Number);
  return (Date.UTC(year!, month! - 1, day, hour) - Date.UTC(year!, 0)) / HOUR_MILLISECONDS;
}
