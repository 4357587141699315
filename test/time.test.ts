import { expect, test } from 'vitest';
import { hoursOfYear, stampOfHour } from '../src/time.ts';

test('the stamp of an hour is its instant in UTC, in any order of years and hours, and between hours too', () => {
  const instant = (year: number, hour: number) =>
    `${new Date(Date.UTC(year, 0, 1, 0, 60 * hour)).toISOString().slice(0, 16)}Z`;
  const asked = [2004, 2005, 2100].flatMap((year) =>
    [-25, -1, 0, 23, 24, 1415.5, 1416, 1439, 1440, hoursOfYear(year) - 1, hoursOfYear(year)].map((hour) => [
      year,
      hour,
    ]),
  );
  for (const order of [asked, asked.toReversed(), asked.toSorted(([, a], [, b]) => a! - b!)]) {
    for (const [year, hour] of order) expect(stampOfHour(year!, hour!)).toBe(instant(year!, hour!));
  }
  expect(stampOfHour(2005, 0)).toBe('2005-01-01T00:00Z');
});
