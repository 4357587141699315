/** Series that are used hour by hour together must have the same hours. */
import type { Issue } from '../errors.ts';
import { hoursOfYear } from '../time.ts';

export interface SeriesLength {
  readonly file: string;
  readonly column: string;
  readonly year: number;
  readonly hours: number;
}

/** Lengths with the number of series that have them: `8760 hours (2 series) and 8784 hours (1 series)`. */
function census(series: readonly SeriesLength[]): string {
  const counts = new Map<number, number>();
  for (const { hours } of series) counts.set(hours, (counts.get(hours) ?? 0) + 1);
  return [...counts].map(([hours, count]) => `${hours} hours (${count} series)`).join(' and ');
}

/**
 * Every series with its file and length where lengths differ, since the list shows best which one is the odd one out;
 * and any series that is not as long as its own calendar year. Empty where all agree.
 */
export function equalLengths(series: readonly SeriesLength[]): Issue[] {
  const areEqual = new Set(series.map(({ hours }) => hours)).size <= 1;
  return series
    .filter(({ year, hours }) => !areEqual || hours !== hoursOfYear(year))
    .map(({ file, column, year, hours }): Issue => {
      const ofYear = hoursOfYear(year);
      const own = hours === ofYear ? `${hours} hours of ${year}` : `${hours} hours, but ${year} has ${ofYear}`;
      return {
        code: 'profile.wrong-length',
        file,
        where: column,
        problem: areEqual ? own : `${own}; the series used together have ${census(series)}`,
        expected: 'one length for all: years of the same number of hours, each complete',
      };
    });
}
