import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { baselinesOf } from '../../src/studies/baselines.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, proven } from '../fixtures/answers.ts';
import { battery, own, phase, plant, site, work } from '../fixtures/site.ts';

/** Each twin's status, and its objective where it has one. */
async function baselines(scenario: Scenario) {
  const answers = await baselinesOf(scenario, engineOf(), 'together', 'all');
  return Object.fromEntries(
    answers.map(({ kind, answer }) => [kind, answer.status === 'optimal' ? answer.cost.objective : answer.status]),
  );
}

test('the twins of a two-hour day cost what hour-by-hour matching, waiting and storing are worth', async () => {
  const scenario = site({
    hours: 2,
    installedMW: 1.5,
    tiers: [work('training', [1, 1], { deadlineHours: 1 })],
    renewables: [plant('sun', [1, 0], { purchase: own(100) }), plant('wind', [0, 1], { purchase: own(1000) })],
    storages: [battery({ capexPerMWh: 20 })],
  });
  expect(await baselines(scenario)).toEqual({
    // Sold by day and bought by night: 2 MW of sun.
    annualMatching: expect.closeTo(200, 5),
    // 1 MW of load by night through a battery of 1 MWh, not 0.5: 2·100 + 20.
    inflexibleLoad: expect.closeTo(220, 5),
    // 1.5 MW by day, 0.5 MW of wind by night.
    withoutStorage: expect.closeTo(150 + 500, 5),
  });
});

test('a twin that cannot be is an answer too', async () => {
  const scenario = site({
    hours: 2,
    installedMW: 1.5,
    tiers: [work('training', [2, 0], { deadlineHours: 1 })],
    renewables: [plant('wind', [1, 1], { purchase: own(100) })],
  });
  expect(await baselines(scenario)).toEqual({ annualMatching: expect.closeTo(100, 5), inflexibleLoad: 'infeasible' });
});

test('what is planned phase by phase is compared with all phases in sight, over all of them', async () => {
  // Cheap wind for a year, or dear wind for both: without foresight the first phase takes the cheap one.
  const brief = plant('brief', [1, 1], { purchase: own(10), lifetimeYears: 1 });
  const lasting = plant('lasting', [1, 1], { purchase: own(24), lifetimeYears: 2 });
  const renewables = [brief, { ...lasting, siteMaximumMW: 1 }].map((of, i) => ({
    ...of,
    // The one that lasts can be built in the first year alone.
    purchase:
      i === 1
        ? own([
            { year: 2030, value: 24 },
            { year: 2031, value: 1000 },
          ])
        : own([
            { year: 2030, value: 10 },
            { year: 2031, value: 40 },
          ]),
  }));
  const phases = [phase('first', 2030, 1, 1), phase('second', 2031, 1, 1)];
  const scenario = site({ hours: 2, phases, renewables, storages: [] });
  const [last] = (await baselinesOf(scenario, engineOf(), 'phaseByPhase', 'first')).slice(-1);
  expect(last!.kind).toBe('plannedTogether');
  // 12 in each year; phase by phase 10, then 40.
  expect(last!.answer).toMatchObject({ status: 'optimal', cost: { objective: expect.closeTo(24, 5) } });
  // Regret is a difference of two costs that are near each other: block by block it is proven as closely as the plan.
  const asked = new Map<string, number>();
  const engine = engineOf(highsSolver, 'decomposed');
  await baselinesOf(
    scenario,
    {
      ...engine,
      solveBlocks: (program, task, wanted) => {
        asked.set(task, wanted.relativeGap);
        return engine.solveBlocks(program, task, wanted);
      },
    },
    'phaseByPhase',
    'first',
  );
  expect(Object.fromEntries(asked)).toEqual({
    'site, annual matching: first': 1e-4,
    'site, inflexible load: first': 1e-4,
    'site: first, second': 1e-6,
  });
  const myopic = proven(await plan(scenario, engineOf(), 'phaseByPhase'));
  expect(myopic.cost.objective).toBeCloseTo(50, 5);
  const kinds = (await baselinesOf(scenario, engineOf(), 'together', 'all')).map(({ kind }) => kind);
  expect(kinds).not.toContain('plannedTogether');
});
