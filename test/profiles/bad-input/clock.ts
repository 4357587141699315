/** Clock readings of the hours of a year. */

const two = (number: number) => `${number}`.padStart(2, '0');

/** What a clock shows, in digits. */
export interface Clock {
  readonly year: number;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
}

export function clockOf(year: number, hour: number): Clock {
  const date = new Date(Date.UTC(year, 0, 1, hour));
  return {
    year: date.getUTCFullYear(),
    month: two(date.getUTCMonth() + 1),
    day: two(date.getUTCDate()),
    hour: two(date.getUTCHours()),
  };
}
