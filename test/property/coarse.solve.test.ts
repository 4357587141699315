import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inflexibleTwin } from '../../src/scenario/baseline.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, planned, proven } from '../fixtures/answers.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { battery, everyHour } from '../fixtures/site.ts';

interface Draw {
  readonly from: number;
  readonly matching: Matching;
  readonly hasWind: boolean;
  readonly isInflexible: boolean;
  readonly isFree: boolean;
  readonly hasLongStorage: boolean;
}

/** Dark hours, energy in plenty in others, and storages that are used for nothing: much can be wasted at no cost. */
function wasteful({ from, matching, hasWind, isInflexible, isFree, hasLongStorage }: Draw): Scenario {
  const drawn = realWindow(from, 96, matching);
  const asked = isInflexible ? inflexibleTwin(drawn)! : drawn;
  const long = battery({
    name: 'long',
    durationHours: { min: 100, max: 100 },
    chargeEfficiency: 0.7,
    dischargeEfficiency: 0.6,
    capexPerMW: 1_000_000,
    capexPerMWh: 15_000,
    lifetimeYears: 20,
    powerLifetimeYears: 20,
    minimumStateOfCharge: 0.1,
  });
  const storages = [...asked.storages, ...(hasLongStorage ? [long] : [])];
  return {
    ...asked,
    renewables: asked.renewables.filter(({ name }) => hasWind || name === 'plateau'),
    links: hasWind ? asked.links : [],
    storages: isFree ? storages.map((storage) => ({ ...storage, wearPerMWh: 0 })) : storages,
  };
}

const draws = fc.record({
  from: fc.integer({ min: 0, max: 8000 }),
  matching: fc.constantFrom<Matching>(
    everyHour,
    { kind: 'hourly', target: 0.9, over: 'everyYear' },
    { kind: 'annual', target: 1, over: 'everyYear' },
  ),
  hasWind: fc.boolean(),
  isInflexible: fc.boolean(),
  isFree: fc.boolean(),
  hasLongStorage: fc.boolean(),
});

test('a plan that was asked for a coarse gap keeps every law and its gap, however much could be wasted', async () => {
  let compared = 0;
  const law = fc.asyncProperty(draws, fc.constantFrom(0.1, 0.01, 1e-3, 1e-4), async (draw, relativeGap) => {
    const scenario = wasteful(draw);
    const engine = { ...engineOf(highsSolver, 'decomposed'), relativeGap };
    const coarse = proven(await plan(scenario, engine, 'together')).cost.objective;
    const optimum = (await planned(scenario)).cost.objective;
    expect(coarse).toBeGreaterThan(optimum * (1 - 2e-6));
    expect(coarse).toBeLessThan(optimum * (1 + 1.2 * relativeGap));
    compared++;
  });
  await fc.assert(law, { numRuns: 40, seed: 20260401 });
  expect(compared).toBe(40);
});
