import { expect, test } from 'vitest';
import { cutShare, plainFigure, roundedUp, score, tiny } from '../../src/report/figures.ts';

test('a gap is never told smaller than it is, and what is given in one digit stands as it is', () => {
  expect([4.4e-7, 9.1e-7, 1.0001e-6, 0.0501].map(tiny)).toEqual(['5e-7', '1e-6', '2e-6', '6e-2']);
  expect([0, 1e-6, 2e-10, 3e-3, 5e30].map(tiny)).toEqual(['0', '1e-6', '2e-10', '3e-3', '5e30']);
});

test('the width of a band is never told smaller than it is', () => {
  expect([0.00091, 0.0007, 0.01, 0.01001, 0].map((width) => roundedUp(width, 4))).toEqual([
    0.001, 0.0007, 0.01, 0.0101, 0,
  ]);
});

test('what somebody gave stands as it was given, however small', () => {
  expect([4.4e-7, 1e-6, 0.00012, 0.12, 1234.5].map(plainFigure)).toEqual([
    '4.4e-7',
    '0.000001',
    '0.00012',
    '0.12',
    '1,234.5',
  ]);
});

test('a share is cut off, not rounded, and what sums of hours lose is not cut off', () => {
  expect([0.9999999936, 0.99996, 0.93, 0.29].map((share) => cutShare(share, 4))).toEqual([1, 0.9999, 0.93, 0.29]);
  expect([0.9999999936, 0.99996, 0.93].map(score)).toEqual(['100 %', '99.99 %', '93.00 %']);
});
