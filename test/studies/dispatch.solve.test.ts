import { expect, test } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import { engineOf, expectClose, flowsOf, proven, standingIn } from '../fixtures/answers.ts';
import { battery, own, phase, plant, series, site, work } from '../fixtures/site.ts';

const dispatched = async (scenario: Scenario) => proven(await dispatch(scenario, engineOf()));

test('what stands is used before the grid, however cheap the grid is', async () => {
  const wind = plant('wind', [0.5, 0.5], { committedMW: 1, purchase: own(1000, 7), variableOpexPerMWh: 100 });
  const answer = await dispatched(site({ hours: 2, renewables: [wind], grid: { importPricePerMWh: [series(1, 1)] } }));
  // Half of each MWh at 100, half at 1, and 7 a year to keep the plant.
  expect(answer.cost.objective / ((0.5 * 100 + 0.5 * 1) * 8760 + 7)).toBeCloseTo(1, 4);
  expect(answer.solver.method).toBe('one-lp');
});

test('nothing is built, even where a plant is free, and the score is what the portfolio reaches', async () => {
  const sun = plant('sun', [1, 0], { committedMW: 1 });
  const scenario = site({ hours: 2, renewables: [sun, plant('wind', [1, 1])], storages: [battery()] });
  const answer = await dispatched(scenario);
  expect(standingIn(answer)).toEqual({ sun: 1, wind: 0, battery: [0, 0] });
  expect(scorecard(scenario, answer.schedule)[0]!.weatherYears[0]!.cfeScore).toBeCloseTo(0.5, 6);
});

test('of all ways to import as little as can be, the cheapest is taken', async () => {
  const tiers = [work('training', [1, 1], { deadlineHours: 1 })];
  const grid = { importPricePerMWh: [series(5, 1)] };
  const answer = await dispatched(site({ hours: 2, installedMW: 2, tiers, grid }));
  // All 2 MWh of a two-hour day are bought in its cheap hour.
  expectClose(flowsOf(answer).importMW, [0, 2]);
  expect(answer.cost.objective).toBeCloseTo(2 * 4380, 1);
});

test('each phase is dispatched with what is committed, and proven by itself', async () => {
  const wind = plant('wind', [1, 1], { committedMW: 1, lifetimeYears: 25 });
  const phases = [phase('first', 2030, 1, 1), phase('second', 2031, 1, 4)];
  const scenario = site({ hours: 2, phases, renewables: [wind] });
  const answer = await dispatched(scenario);
  const scores = scorecard(scenario, answer.schedule).map(({ weatherYears }) => weatherYears[0]!.cfeScore);
  expect(scores).toEqual([expect.closeTo(1, 6), expect.closeTo(0.25, 6)]);
  expect(answer.proofs).toHaveLength(2);
});

test('what neither renewables nor the connection can carry has no dispatch', async () => {
  const answer = await dispatch(site({ hours: 2, grid: { importLimitMW: 0.5 } }), engineOf());
  expect(answer).toMatchObject({ status: 'infeasible', shortages: [] });
});

test('a battery that stands runs as it is, whatever ratio of energy to power a new one would have', async () => {
  const sun = plant('sun', [1, 0, 0], { committedMW: 3 });
  const standing = battery({ durationHours: { min: 4, max: 4 }, committedMW: 1, committedMWh: 2, maximumMW: 1 });
  const answer = await dispatched(site({ hours: 3, renewables: [sun], storages: [standing] }));
  expect(standingIn(answer)).toEqual({ sun: 3, battery: [1, 2] });
  // 1 MW into the first hour's store of 2 MWh: of three hours, two are matched.
  expect(flowsOf(answer).importMW.reduce((sum, mw) => sum + mw, 0)).toBeCloseTo(1, 6);
});

test('what comes later or has worn out serves no phase in which it does not stand', async () => {
  const phases = [phase('first', 2030, 2, 1), phase('second', 2032, 2, 1), phase('third', 2034, 2, 1)];
  const late = plant('late', [1, 1], { committedMW: 1, availableFrom: 2032, lifetimeYears: 2 });
  const answer = await dispatched(site({ hours: 2, phases, renewables: [late] }));
  expect([0, 1, 2].map((p) => standingIn(answer, p).late)).toEqual([0, 1, 0]);
});
