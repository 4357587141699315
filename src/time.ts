/**
 * Hours of a weather year: index ↔ UTC, months, and the cyclic hour before. Hour h covers the whole hour that begins at
 * its stamp. A weather year is one calendar year in UTC: 8,760 or 8,784 hours.
 */

const MILLISECONDS_PER_HOUR = 3_600_000;

/** Hours of a calendar year: 8,784 in leap years, 8,760 otherwise. */
export function hoursOfYear(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / MILLISECONDS_PER_HOUR;
}

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => `T${String(hour).padStart(2, '0')}:00Z`);
/** The day that was asked for last: most ask for the hours of a year one after the other, and to write a date takes longest. */
let last = { year: Number.NaN, day: Number.NaN, date: '' };

/** Stamp of an hour, `2005-01-01T00:00Z`; one before or after the year is in the year beside it. */
export function stampOfHour(year: number, hour: number): string {
  const day = Math.floor(hour / 24);
  if (last.day !== day || last.year !== year) last = { year, day, date: minuteOf(year, 24 * day).slice(0, 10) };
  return `${last.date}${hoursOfDay[hour - 24 * day] ?? minuteOf(year, hour).slice(10)}`;
}

function minuteOf(year: number, hour: number): string {
  return `${new Date(Date.UTC(year, 0, 1) + hour * MILLISECONDS_PER_HOUR).toISOString().slice(0, 16)}Z`;
}

/** Index of the hour that begins at a UTC instant [ms since 1970], counted from the start of `year`; may lie outside it. */
export function hourOfInstant(year: number, milliseconds: number): number {
  return (milliseconds - Date.UTC(year, 0, 1)) / MILLISECONDS_PER_HOUR;
}

/** The hour before, within the same year: the one before hour 0 is the last, so no year starts with a free full store. */
export function previousHour(hour: number, hours: number): number {
  return hour === 0 ? hours - 1 : hour - 1;
}

/** First hour of each month and, last, the number of hours of the year: month m is `starts[m] … starts[m + 1] − 1`. */
export function monthStarts(year: number): number[] {
  return Array.from({ length: 13 }, (_, month) => hourOfInstant(year, Date.UTC(year, month, 1)));
}
