import { expect, test } from 'vitest';
import { compareDocument } from '../../src/results/recomputed/compare-document.ts';
import { differenceOf } from '../../src/results/recomputed/compare-files.ts';

const own = {
  status: 'optimal',
  weatherYear: { cfeScore: 0.98, loadMWh: 2e7, generationMWh: 3e7, storageLossesMWh: 1, costPerMWh: 50 },
  laws: [{ law: 'balance', checks: 10 }],
};
type Own = typeof own;

function compared(change: (claimed: Own) => unknown, passedOver: string[] = []) {
  const copy = structuredClone(own);
  const { disagreements, unsaid, rounded } = compareDocument(
    (change(copy) ?? copy) as object,
    own,
    new Set(passedOver),
  );
  return { wrong: disagreements.map(({ where }) => where), unsaid, rounded };
}

const withYear = (change: Partial<Own['weatherYear']>) =>
  compared((claimed) => ({ ...claimed, weatherYear: { ...claimed.weatherYear, ...change } }));

const nothing = { wrong: [], unsaid: [], rounded: [] };

test('a document that says what its files give has nothing told of it', () => {
  expect(compared(() => undefined)).toEqual(nothing);
  expect(compared(({ status, ...rest }) => ({ ...rest, status }))).toEqual(nothing);
});

test('a score is held to a billionth of the whole, however many MWh stand beside it', () => {
  const score = (value: number) => withYear({ cfeScore: value });
  expect(score(0.98 + 1e-6)).toEqual({ ...nothing, wrong: ['weatherYear.cfeScore'] });
  expect(score(0.98 + 1e-12)).toEqual({ ...nothing, rounded: ['weatherYear.cfeScore'] });
  const losses = (value: number) => withYear({ storageLossesMWh: value });
  // A difference of sums of 5e7 MWh: 0.05 MWh may be rounding, 1 MWh is not.
  expect(losses(1.01)).toEqual({ ...nothing, rounded: ['weatherYear.storageLossesMWh'] });
  expect(losses(2)).toEqual({ ...nothing, wrong: ['weatherYear.storageLossesMWh'] });
  expect(withYear({ costPerMWh: 50.001 }).wrong).toEqual(['weatherYear.costPerMWh']);
});

test('what is left out, added or of another kind is told with its path', () => {
  expect(compared(({ status: _, ...rest }) => rest)).toEqual({ ...nothing, unsaid: ['status'] });
  expect(compared((claimed) => ({ ...claimed, laws: [] }))).toEqual({ ...nothing, unsaid: ['laws'] });
  expect(compared((claimed) => ({ ...claimed, laws: [...claimed.laws, ...claimed.laws] })).wrong).toEqual(['laws']);
  expect(compared((claimed) => ({ ...claimed, laws: { 0: claimed.laws[0] } })).wrong).toEqual(['laws']);
  expect(compared((claimed) => ({ ...claimed, status: null })).wrong).toEqual(['status']);
  expect(compared((claimed) => ({ ...claimed, toString: 1 })).wrong).toEqual(['toString']);
  expect(compared(() => JSON.parse(JSON.stringify(own).replace('"law"', '"__proto__"')))).toEqual({
    ...nothing,
    wrong: ['laws[0].__proto__'],
    unsaid: ['laws[0].law'],
  });
});

test('what nobody can recompute may be anything, but not absent', () => {
  expect(compared((claimed) => ({ ...claimed, status: 'limit' }), ['status'])).toEqual(nothing);
  expect(compared(({ status: _, ...rest }) => rest, ['status'])).toEqual({ ...nothing, unsaid: ['status'] });
});

test('two texts that differ are told by what stands round the place', () => {
  expect(differenceOf('95 % matched', '95 % matched')).toBeUndefined();
  expect(differenceOf('100 % matched', '95 % matched')).toBe(
    '"100 % matched" stands where the files give "95 % matched"',
  );
  expect(differenceOf('cut off', 'cut off here')).toContain('cut off here');
});
