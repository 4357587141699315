import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Infeasible } from '../../src/studies/answer.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf } from '../fixtures/answers.ts';
import { battery, phase, plant, site, work } from '../fixtures/site.ts';

async function infeasible(scenario: Scenario): Promise<Infeasible> {
  const answer = await plan(scenario, engineOf(), 'together');
  if (answer.status !== 'infeasible') throw new Error(`expected no plan, but the answer is ${answer.status}`);
  return answer;
}

const sun = plant('sun', [1, 0, 0]);

test('a battery of 0.3 MW leaves 0.7 MWh unmatched in each of two dark hours', async () => {
  const scenario = site({ hours: 3, renewables: [sun], storages: [battery({ maximumMW: 0.3 })] });
  const { shortages } = await infeasible({ ...scenario, matching: { kind: 'hourly', target: 0.9, over: 'everyYear' } });
  // 0.3 MW charged in the one sunny hour are 0.3 MWh for the night: 1.7 of 3 MWh stay unmatched, 0.3 may.
  expect(shortages).toEqual([
    {
      phase: 'first',
      weatherYear: 'only',
      unmatchedMWh: expect.closeTo(1.7, 6),
      loadMWh: 3,
      permittedMWh: expect.closeTo(0.3, 9),
      hours: [expect.anything(), expect.anything()],
    },
  ]);
  const { hours } = shortages[0]!;
  expect(hours.map(({ hour }) => hour).sort()).toEqual([1, 2]);
  expect(hours[0]!.unmatchedMWh).toBeGreaterThanOrEqual(hours[1]!.unmatchedMWh);
  expect(hours[0]!.unmatchedMWh + hours[1]!.unmatchedMWh).toBeCloseTo(1.7, 6);
});

test('only the phase and the weather year that fall short are named', async () => {
  const bright = Float64Array.of(1, 1);
  const renewables = [plant('sun', [], { capacityFactor: [bright, Float64Array.of(1, 0)] })];
  const weatherYears = [
    { name: 'bright', weight: 0.5, year: 2005, hours: 2 },
    { name: 'dark', weight: 0.5, year: 2006, hours: 2 },
  ];
  const phases = [phase('small', 2030, 1, 0.5), phase('large', 2031, 1, 2)];
  const storages = [battery({ maximumMW: 0.5 })];
  const { shortages } = await infeasible(site({ hours: 2, weatherYears, phases, renewables, storages }));
  // 2 MW by night from a battery of 0.5 MW.
  expect(shortages).toMatchObject([
    { phase: 'large', weatherYear: 'dark', unmatchedMWh: expect.closeTo(1.5, 6), permittedMWh: 0 },
  ]);
  expect(shortages[0]!.hours).toEqual([{ hour: 1, unmatchedMWh: expect.closeTo(1.5, 6) }]);
});

test('planned together, every phase that falls short is named, not only the first', async () => {
  const phases = [phase('small', 2030, 1, 1), phase('large', 2031, 1, 2)];
  const { shortages } = await infeasible(site({ hours: 3, phases, renewables: [sun] }));
  // Two dark hours each.
  expect(shortages).toMatchObject([
    { phase: 'small', unmatchedMWh: expect.closeTo(2, 6) },
    { phase: 'large', unmatchedMWh: expect.closeTo(4, 6) },
  ]);
});

test('where energy would suffice and another law cannot be kept, there is no shortage to name', async () => {
  const renewables = [plant('wind', [1, 1])];
  const tiers = [work('inference', [3, 1])];
  const { shortages } = await infeasible(site({ hours: 2, meanMW: 2, installedMW: 2, renewables, tiers }));
  expect(shortages).toEqual([]);
});

test('a connection too small for what the target permits is no shortage of renewable energy', async () => {
  const scenario = site({ hours: 3, renewables: [sun], grid: { importLimitMW: 0.5 } });
  const matching = { kind: 'hourly', target: 0.3, over: 'everyYear' } as const;
  const { shortages } = await infeasible({ ...scenario, matching });
  // 2 of 3 MWh unmatched, 2.1 permitted: the grid's 0.5 MW are what is missing.
  expect(shortages).toEqual([]);
});
