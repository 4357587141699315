import { expect, test } from 'vitest';
import { nearestTwo } from '../../src/studies/sweep/nearest-two.ts';

test('a value lies between the two nearest that were solved, and beyond them all at the end of the last pair', () => {
  const solved = [[0.9], [0.99], [0.94]];
  expect(nearestTwo([0.92], solved)).toEqual({ of: [0, 2], share: expect.closeTo(0.5, 9) });
  expect(nearestTwo([0.97], solved)).toEqual({ of: [1, 2], share: expect.closeTo(0.4, 9) });
  expect(nearestTwo([0.995], solved)).toEqual({ of: [1, 2], share: 0 });
});

test('one plan is alone, and several things count alike whatever their units', () => {
  expect(nearestTwo([0.92], [[0.9]])).toEqual({ of: [0], share: 0 });
  // Target and price: between the first and the third both are halfway; the second has moved the target alone.
  const solved = [
    [0.9, 60],
    [0.95, 60],
    [0.95, 120],
  ];
  expect(nearestTwo([0.925, 90], solved)).toEqual({ of: [0, 2], share: expect.closeTo(0.5, 9) });
  expect(nearestTwo([0.95, 75], solved)).toEqual({ of: [1, 2], share: expect.closeTo(0.25, 9) });
});

test('where nothing is changed the plan itself is meant', () => {
  expect(nearestTwo([], [[], []])).toEqual({ of: [0, 1], share: 0 });
});
