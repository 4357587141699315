/** Gaps of a profile, and what fills of them, by the weeks that are drawn of it. */

import type { InspectionDocument } from '../../client/types.ts';

const HOUR_MILLISECONDS = 3_600_000;
const WEEK_HOURS = 168;
const YEAR_HOURS = 8_760;

interface Stretch {
  readonly from: string;
  readonly hours: number;
}

interface HoursOfWeeks {
  /** Shares of each week of a year, of as many years as the file holds; the last week is what is left. */
  readonly absent: readonly number[];
  readonly filled: readonly number[];
}

/** What is filled is not absent. @param filled as the scenario that is looked at has them filled */
export function hoursByWeek(
  { gaps, firstHour, lastHour }: Pick<InspectionDocument, 'firstHour' | 'lastHour'> & { gaps: readonly Stretch[] },
  weeks: number,
  filled: readonly Stretch[] = [],
): HoursOfWeeks {
  const filledHours = new Set(filled.flatMap(hoursOf));
  const absentHours = gaps.flatMap(hoursOf).filter((hour) => !filledHours.has(hour));
  const yearOf = (stamp: string | undefined) => Number(stamp?.slice(0, 4) ?? 0);
  const years = yearOf(lastHour) - yearOf(firstHour) + 1;
  const byWeek = (hours: Iterable<number>) => {
    const counts = new Array<number>(weeks).fill(0);
    for (const hour of hours) {
      const week = Math.min(weeks - 1, Math.floor((hourOfYear(hour) % YEAR_HOURS) / WEEK_HOURS));
      counts[week] = counts[week]! + 1;
    }
    return counts.map((count) => Math.min(1, count / (WEEK_HOURS * years)));
  };
  return { absent: byWeek(absentHours), filled: byWeek(filledHours) };
}

/** Since 1970. */
function hoursOf({ from, hours }: Stretch): number[] {
  const [year, month, day, hour] = from.split(/\D/).map(Number);
  const first = Date.UTC(year!, month! - 1, day, hour) / HOUR_MILLISECONDS;
  return Array.from({ length: hours }, (_, at) => first + at);
}

function hourOfYear(hour: number): number {
  const year = new Date(hour * HOUR_MILLISECONDS).getUTCFullYear();
  return hour - Date.UTC(year, 0) / HOUR_MILLISECONDS;
}
