/** Hours of a year by number, and the weeks in which it is hard. */

export const WEEK_HOURS = 168;
const HOUR_MILLISECONDS = 3_600_000;

/** As the API sends a map. */
export interface SentMap {
  readonly series: string;
  readonly unit: string;
  readonly firstHour: string;
  readonly least: number;
  readonly most: number;
  readonly values: string;
}

const STEPS = 65_534;

/** NaN where there is none. */
export function valuesOf({ values, least, most }: SentMap): Float64Array {
  const bytes = Uint8Array.from(atob(values), (letter) => letter.charCodeAt(0));
  const numbers = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 2 }, (_, hour) => {
    const number = numbers.getUint16(hour * 2, true);
    return number > STEPS ? Number.NaN : least + (number * (most - least)) / STEPS;
  });
}

/** Milliseconds since 1970 of the start of an hour. */
export const instantOf = (firstHour: string, hour: number): number => Date.parse(firstHour) + hour * HOUR_MILLISECONDS;

export const stampOf = (firstHour: string, hour: number): string =>
  `${new Date(instantOf(firstHour, hour)).toISOString().slice(0, 16)}Z`;

/** Where the week around an hour begins, as far as the year reaches. */
export const weekAround = (hour: number, hours: number): number =>
  Math.max(0, Math.min(hours - WEEK_HOURS, Math.floor(hour / 24) * 24 - 3 * 24));

export interface HardWeek {
  readonly firstHour: number;
  /** Of its hours. */
  readonly mean: number;
}

/** Weeks that begin at midnight and do not overlap, largest mean first. Hours without a value count as nothing. */
export function largestWeeks(values: Float64Array, count: number): HardWeek[] {
  const starts = Array.from(
    { length: Math.max(1, Math.floor((values.length - WEEK_HOURS) / 24) + 1) },
    (_, day) => day * 24,
  );
  const weeks = starts.map((firstHour) => {
    const week = values.subarray(firstHour, firstHour + WEEK_HOURS);
    return { firstHour, mean: week.reduce((sum, value) => sum + (value || 0), 0) / week.length };
  });
  weeks.sort((a, b) => b.mean - a.mean);
  const chosen: HardWeek[] = [];
  for (const week of weeks) {
    if (chosen.length === count) break;
    if (chosen.every(({ firstHour }) => Math.abs(firstHour - week.firstHour) >= WEEK_HOURS)) chosen.push(week);
  }
  return chosen;
}

/** A value that a share of the known ones does not pass: what colours end at, so that a few hours do not pale all others. */
export function quantile(values: Float64Array, share: number): number {
  const known = values.filter(Number.isFinite).sort();
  return known[Math.min(known.length - 1, Math.floor(share * known.length))] ?? 0;
}
