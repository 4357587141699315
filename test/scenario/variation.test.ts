import { expect, test } from 'vitest';
import { isIssue, rangeValues, variedPath, withValue } from '../../src/scenario/variation.ts';

const document = {
  matching: { kind: 'hourly', target: 0.9 },
  storages: [{ name: 'Li-ion battery', technology: 'battery' }, { name: '7' }],
};

test('a path leads by field, by index or by the name of a thing', () => {
  expect(variedPath('matching.target', document)).toEqual(['matching', 'target']);
  expect(variedPath('storages[1].maximumMW', document)).toEqual(['storages', 1, 'maximumMW']);
  expect(variedPath('storages[Li-ion battery].maximumMW', document)).toEqual(['storages', 0, 'maximumMW']);
  for (const wrong of ['storages[2].maximumMW', 'storages[sun].x', 'a.b.c', 'matching..target', '__proto__.x', '']) {
    expect(isIssue(variedPath(wrong, document)), wrong).toBe(true);
  }
});

test('a value is put in its place, and nothing else is copied or changed', () => {
  const path = variedPath('storages[Li-ion battery].maximumMW', document);
  if (isIssue(path)) throw new Error(path.problem);
  const varied = withValue(document, path, 5) as typeof document;
  expect(varied.storages[0]).toEqual({ name: 'Li-ion battery', technology: 'battery', maximumMW: 5 });
  expect(varied.storages[1]).toBe(document.storages[1]);
  expect(document.storages[0]).not.toHaveProperty('maximumMW');
});

test('a range holds both its ends, without the noise of its sums', () => {
  expect(rangeValues(0.85, 1, 0.05, 100)).toEqual([0.85, 0.9, 0.95, 1]);
  expect(rangeValues(0.1, 0.3, 0.1, 100)).toEqual([0.1, 0.2, 0.3]);
  for (const [from, to, step] of [
    [1, 0, 0.1],
    [0, 1, 1e-9],
    [1e12, 1e12 + 2, 1e-3],
  ] as const) {
    expect(isIssue(rangeValues(from, to, step, 100))).toBe(true);
  }
});
