import { expect, test } from 'vitest';
import { type Band, widthOf } from '../../src/studies/sweep/band.ts';
import { stepsOf, unmatchedEvents } from '../../src/studies/sweep/last-percent.ts';
import { mixed } from '../../src/studies/sweep/mixed-plan.ts';
import { recollect } from '../../src/studies/sweep/recollection.ts';
import { sweepAll, sweepBanded } from '../../src/studies/sweep.ts';
import { smallPlan } from '../verify/small-plan.ts';

/** A convex cost of twenty values, with the tangent below and the chord above that neighbours would prove. */
const values = Array.from({ length: 20 }, (_, at) => 0.8 + at / 100);
const costAt = (value: number) => 1 + 0.02 / (1.03 - value);
const slopeAt = (value: number) => 0.02 / (1.03 - value) ** 2;

function bandAt(at: number, by: readonly number[]): Band {
  const value = values[at]!;
  const lower = Math.max(...by.map((one) => costAt(values[one]!) + slopeAt(values[one]!) * (value - values[one]!)));
  if (by.length < 2) return { lower: { cost: lower, by, share: 0 } };
  const [left, right] = by.map((one) => values[one]!) as [number, number];
  const share = (value - left) / (right - left);
  const upper = (1 - share) * costAt(left) + share * costAt(right);
  const [from, to] = [costAt(left) - slopeAt(left) * left, costAt(right) - slopeAt(right) * right];
  const widestAt = (from - to) / (slopeAt(right) - slopeAt(left));
  return { widestAt, lower: { cost: lower, by, share: 0 }, upper: { cost: upper, by, share } };
}

function banded(hasPlanAt: (at: number) => boolean = () => true) {
  const solved: number[] = [];
  const solve = async (at: number) => {
    solved.push(at);
    return hasPlanAt(at);
  };
  const bound = async (asked: readonly { at: number; by: readonly number[] }[]) =>
    asked.map(({ at, by }) => bandAt(at, by));
  return { solved, run: (band: number) => sweepBanded({ values, jobs: 2, solve, bound, band }) };
}

test('a curve of twenty points is known to a hundredth after eight solves, and every value is solved or in a band that holds it', async () => {
  const { solved, run } = banded();
  const bands = await run(0.01);
  expect(solved.length).toBeLessThanOrEqual(8);
  expect(new Set(solved).size).toBe(solved.length);
  expect([...bands.keys(), ...solved].sort((a, b) => a - b)).toEqual(values.map((_, at) => at));
  for (const [at, band] of bands) {
    expect(widthOf(band)).toBeLessThanOrEqual(0.01);
    expect(band.lower!.cost).toBeLessThanOrEqual(costAt(values[at]!));
    expect(band.upper!.cost).toBeGreaterThanOrEqual(costAt(values[at]!));
  }
});

test('where an end has no plan the values beside it are solved, for nothing bounds them from above', async () => {
  const { solved, run } = banded((at) => at < 15);
  const bands = await run(0.01);
  for (const [at, band] of bands) {
    expect(at).toBeLessThan(15);
    expect(widthOf(band)).toBeLessThanOrEqual(0.01);
  }
  expect(solved).toEqual(expect.arrayContaining([0, 14, 15, 16, 17, 18, 19]));
});

test('no more are solved side by side than there are jobs, and none twice', async () => {
  let [running, most] = [0, 0];
  const solved: number[] = [];
  await sweepAll({
    count: 7,
    jobs: 3,
    async solve(at) {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      solved.push(at);
      return true;
    },
  });
  expect(most).toBe(3);
  expect(solved.sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a mixture is in proportion in every number, and told by the names of the first', () => {
  const first = { name: 'a', size: 10, flow: Float64Array.of(0, 2), list: [{ mw: 4 }] };
  const second = { name: 'b', size: 20, flow: Float64Array.of(4, 2), list: [{ mw: 0 }] };
  expect(mixed(first, second, 0.25)).toEqual({ name: 'a', size: 12.5, flow: Float64Array.of(1, 2), list: [{ mw: 3 }] });
});

test('the last points of the target: what each costs, and the stretches of hours that are open before it', () => {
  expect(
    stepsOf([
      { target: 0.9, cost: 100 },
      { target: 0.95, cost: 110 },
      { target: 0.96, cost: 115 },
    ]),
  ).toEqual([
    { from: 0.9, to: 0.95, costPerPoint: expect.closeTo(2, 9) },
    { from: 0.95, to: 0.96, costPerPoint: expect.closeTo(5, 9) },
  ]);
  const { scenario, schedule } = smallPlan();
  const importMW = Float64Array.of(3, 0, 2, 0, 0, 0);
  const phases = schedule.phases.slice(0, 1).map((phase) => ({
    ...phase,
    weatherYears: phase.weatherYears.map((year) => ({ ...year, importMW })),
  }));
  expect(unmatchedEvents(scenario, { phases })).toEqual([
    { phase: 'first', weatherYear: 'calm', from: '2005-01-01T00:00Z', hours: 3, unmatchedMWh: 5 },
  ]);
});

test('an answer is kept for whatever reads the same, and is asked for anew where one thing that was read is another', () => {
  interface Asked {
    readonly sizes: readonly { readonly mw: number; readonly note: string }[];
    readonly hours: Float64Array;
    readonly unread: number;
  }
  const asked: Asked = { sizes: [{ mw: 3, note: 'a' }], hours: Float64Array.of(1, 2), unread: 1 };
  const kept = recollect(asked, ({ sizes, hours }) => sizes.reduce((sum, { mw }) => sum + mw, hours[1]!));
  expect(kept.answer).toBe(5);
  const alike = { ...asked, sizes: [{ mw: 3, note: 'b' }], hours: Float64Array.of(1, 2), unread: 2 };
  expect(kept.holdsFor(alike)).toBe(true);
  expect(kept.holdsFor({ ...alike, hours: Float64Array.of(1, 3) })).toBe(false);
  expect(kept.holdsFor({ ...alike, sizes: [{ mw: 4, note: 'b' }] })).toBe(false);
  expect(kept.holdsFor({ ...alike, sizes: [...alike.sizes, { mw: 1, note: 'c' }] })).toBe(false);
  const named = recollect({ of: { a: 1 } }, ({ of }) => Object.keys(of).join());
  expect(named.holdsFor({ of: { a: 2 } })).toBe(true);
  expect(named.holdsFor({ of: { a: 1, b: 2 } })).toBe(false);
  const [one, other] = [{}, {}];
  const same = recollect({ one, other: one }, (both) => both.one === both.other);
  expect([same.answer, same.holdsFor({ one: other, other })]).toEqual([true, true]);
  expect(same.holdsFor({ one, other })).toBe(false);
});
