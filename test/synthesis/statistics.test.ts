import { expect, test } from 'vitest';
import * as statistics from './statistics.ts';

test('mean, spread and extremes of 2, 4, 6, 8', () => {
  expect(statistics.mean([2, 4, 6, 8])).toBe(5);
  // √((9 + 1 + 1 + 9) ÷ 4)
  expect(statistics.standardDeviation([2, 4, 6, 8])).toBeCloseTo(Math.sqrt(5), 12);
  expect(statistics.extremes([4, 2, 8, 6])).toEqual({ min: 2, max: 8 });
});

test('months of a leap year are cut where the calendar cuts them', () => {
  const values = new Float64Array(8784);
  values.fill(1, 31 * 24, (31 + 29) * 24);
  expect(statistics.monthlyMeans(values, 2008)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('a series that is 1 at 18:00Z and 0 else has its peak in hour 18', () => {
  const values = Float64Array.from({ length: 240 }, (_, hour) => (hour % 24 === 18 ? 1 : 0));
  expect(statistics.peakHour(values)).toBe(18);
});

test('a daily wave is itself after 24 hours and its opposite after 12', () => {
  const wave = Float64Array.from({ length: 2400 }, (_, hour) => Math.cos((2 * Math.PI * hour) / 24));
  expect(statistics.autocorrelation(wave, 24)).toBeCloseTo(1, 6);
  expect(statistics.autocorrelation(wave, 12)).toBeCloseTo(-1, 6);
});

test('series of different lengths have no correlation', () => {
  expect(statistics.correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  expect(statistics.correlation([1, 2, 3], [6, 4, 2])).toBeCloseTo(-1, 12);
  expect(() => statistics.correlation([1, 2], [1, 2, 3])).toThrow(RangeError);
});

test('the longest run below a tenth counts hours in a row, and 0.1 itself is not below', () => {
  expect(statistics.longestRunBelow([0.05, 0.2, 0.01, 0.02, 0.03, 0.1, 0.09], 0.1)).toBe(3);
});
