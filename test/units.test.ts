import { expect, test } from 'vitest';
import { relativeGap } from '../src/units.ts';

test('a gap is a share of the value, and of the floor where the value is smaller', () => {
  expect(relativeGap(200, 199, 10)).toBe(0.005);
  expect(relativeGap(-200, -201, 10)).toBe(0.005);
  expect(relativeGap(2, 1, 10)).toBe(0.1);
  expect(relativeGap(0, -1, 10)).toBe(0.1);
});

test('what meets its bound has no gap, also where it is nothing', () => {
  expect(relativeGap(0, 0, 0)).toBe(0);
  expect(relativeGap(7, 7, 0)).toBe(0);
});

test('without a bound, or with no number, no gap is small enough', () => {
  expect(relativeGap(0, Number.NEGATIVE_INFINITY, 10)).toBe(Number.POSITIVE_INFINITY);
  expect(relativeGap(1, Number.NaN, 10) <= 1).toBe(false);
});
