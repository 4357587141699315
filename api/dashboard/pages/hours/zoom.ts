/** Which days of a year are seen: nearer, further and along, without leaving the year. */

export interface Shown {
  /** Day of the year at the left edge, where it is between two with its fraction. */
  readonly first: number;
  readonly days: number;
}

const FEWEST_DAYS = 14;
/** Up to so many days the marks below are days, and months beyond. */
const MOST_DAYS_BY_NAME = 100;

const within = (first: number, days: number, total: number): Shown => ({
  first: Math.min(total - days, Math.max(0, first)),
  days,
});

/** @param at day that stays where it is seen */
export function zoomed({ first, days }: Shown, total: number, factor: number, at = first + days / 2): Shown {
  const next = Math.min(total, Math.max(FEWEST_DAYS, days / factor));
  return within(at - ((at - first) / days) * next, next, total);
}

export const moved = ({ first, days }: Shown, total: number, by: number): Shown => within(first + by, days, total);

/** As far along as is needed to see a day. */
export function holding({ first, days }: Shown, total: number, day: number): Shown {
  return within(Math.min(day, Math.max(first, day + 1 - days)), days, total);
}

/** Beginnings of months, or of weeks and days where few are seen. */
export function marksOf(
  { first, days }: Shown,
  firstDay: number,
): { readonly day: number; readonly isMonth: boolean }[] {
  const isMonth = days > MOST_DAYS_BY_NAME;
  const step = Math.max(1, Math.round(days / 8));
  const seen = Array.from({ length: Math.ceil(days) }, (_, at) => Math.ceil(first) + at).filter(
    (day) => day < first + days,
  );
  const begins = (day: number) =>
    isMonth ? new Date(firstDay + day * DAY_MILLISECONDS).getUTCDate() === 1 : day % step === 0;
  return seen.filter(begins).map((day) => ({ day, isMonth }));
}

const DAY_MILLISECONDS = 86_400_000;
