import { expect, test } from 'vitest';
import { rangesOf } from '../../api/dashboard/pages/studies/size-ranges.ts';
import { curveOf, isLastPercent } from '../../api/dashboard/pages/studies/sweep-curve.ts';
import type { RunDocument } from '../../api/schemas/run.ts';
import type { Alternatives, Sweep } from '../../src/index.ts';

const answer = { status: 'optimal', sizes: [], resultSha256: '' } as const;
const point = (value: number | string, more: object) => ({ values: [value], contentHash: '', ...more });
const sweep = (points: readonly object[], vary = [{ path: 'matching.target', values: [0.9] }]) =>
  ({ vary, points }) as unknown as Sweep;

test('of a sweep there is a dot where it was solved, a bar where it was stopped or proven, and nothing where no plan is', () => {
  const points = [
    point(0.9, { answer: { ...answer, objective: 100, dualBound: 99.999 } }),
    point(0.95, { band: { lower: 110, upper: 120 } }),
    point(0.97, { band: { lower: 115 } }),
    point(0.98, { answer: { ...answer, status: 'limit', objective: 150, dualBound: 130 } }),
    point(1, { answer: { ...answer, status: 'infeasible' } }),
  ];
  expect(curveOf(sweep(points))).toEqual([
    { value: 0.9, exact: 100 },
    { value: 0.95, lower: 110, upper: 120 },
    { value: 0.97, lower: 115, upper: undefined },
    { value: 0.98, lower: 130, upper: 150 },
  ]);
});

test('words, grids and a single value make no curve', () => {
  const solved = { answer: { ...answer, objective: 100 } };
  expect(curveOf(sweep([point('a', solved), point('b', solved)]))).toBeUndefined();
  expect(curveOf(sweep([point(0.9, solved)]))).toBeUndefined();
  const both = [
    { path: 'a', values: [1] },
    { path: 'b', values: [1] },
  ];
  expect(curveOf(sweep([point(1, solved), point(2, solved)], both))).toBeUndefined();
});

test('the last per cent is a sweep along the target alone', () => {
  const asked = (...paths: string[]) =>
    ({ asked: { vary: paths.map((path) => ({ path })) } }) as unknown as RunDocument;
  expect(
    [asked('matching.target'), asked('discountRate'), asked('matching.target', 'discountRate')].map(isLastPercent),
  ).toEqual([true, false, false]);
});

test('ranges of one unit share a scale: what was found within what is proven, open where nothing is', () => {
  const size = { phase: 'first', name: 'Coast', quantity: 'capacityMW', cheapest: 20, verdict: 'mustHave' };
  const sizes = [
    { ...size, ranges: [{ slack: 0.01, least: 15, noLessThan: 14, greatest: 25, noMoreThan: 40 }] },
    { ...size, name: 'Desert', verdict: 'open', cheapest: 0, ranges: [{ slack: 0.01, greatest: 10 }] },
    {
      ...size,
      name: 'Battery',
      quantity: 'energyCapacityMWh',
      verdict: 'choice',
      ranges: [{ slack: 0.01, least: 0, noMoreThan: 400, noLessThan: 0 }],
    },
  ];
  const [coast, desert, battery] = rangesOf({ sizes } as unknown as Alternatives);
  expect(coast).toMatchObject({
    unit: 'MW',
    cheapest: 0.5,
    bars: [{ slack: 0.01, found: [0.375, 0.625], proven: [0.35, 1] }],
  });
  expect(desert!.bars).toEqual([{ slack: 0.01, proven: [0, 1] }]);
  expect(battery).toMatchObject({ unit: 'MWh', cheapest: 0.05, bars: [{ slack: 0.01, proven: [0, 1] }] });
});
