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
  const wind = plant('wind', [1, 1], { committedMW: 1 });
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
