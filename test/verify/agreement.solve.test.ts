import { expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import { solutionOf } from '../../src/model/solution.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { relativeGap, tolerance } from '../../src/units.ts';
import { certify } from '../../src/verify/certificate.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { verifySchedule } from '../../src/verify/verify-schedule.ts';
import { chanceOf, randomPlan } from './random-plan.ts';
import { type Mutable, smallPlan } from './small-plan.ts';

const rules: readonly Matching[] = [
  { kind: 'hourly', target: 1, over: 'everyYear' },
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.9, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'everyYear' },
  { kind: 'annual', target: 1, over: 'onAverage' },
  { kind: 'none' },
];

/** Two phases, two weather years of different length, and every option of the vocabulary by chance. */
function anyScenario(seed: number): Scenario {
  const chance = chanceOf(seed);
  const either = <T>(one: T, other: T) => (chance() < 0.5 ? one : other);
  const deadlineHours = 1 + Math.floor(9 * chance());
  const wish = { seed, hours: [24, 36], deadlineHours, matching: rules[seed % rules.length]! };
  const scenario = randomPlan(wish).scenario as Mutable<Scenario>;
  scenario.phases = smallPlan().scenario.phases;
  scenario.load.utilisation = 0.4;
  const [inference, training] = scenario.load.tiers;
  if (chance() < 0.5) training!.rampSharePerHour = 0.6;
  if (chance() < 0.5) training!.shed = { maximumShare: 0.1, lostComputePerMWh: 500 * chance() };
  if (chance() < 0.5) inference!.shed = { maximumShare: 0.05, lostComputePerMWh: 500 * chance() };
  const [sun, wind] = scenario.renewables;
  for (const asset of scenario.renewables) asset.siteMaximumMW = 500;
  sun!.committedMW = either(0, 5);
  wind!.lifetimeYears = either(2, 25);
  wind!.purchase = { kind: 'ppa', pricePerMWh: 40, pays: either('used', 'produced') };
  const battery = scenario.storages[0]!;
  Object.assign(battery, { durationHours: { min: 1, max: 8 }, committedMW: 1, committedMWh: 3 });
  battery.lifetimeYears = either(2, 20);
  battery.capexPerMWh = [
    { year: 2026, value: 200_000 },
    { year: 2030, value: 100_000 },
  ];
  scenario.links[0]!.capacityMW = 5 * chance();
  Object.assign(scenario.weatherYears[0]!, { weight: 0.3 });
  Object.assign(scenario.weatherYears[1]!, { weight: 0.7 });
  return scenario;
}

test('what the model calls optimal keeps every law, costs what it says and is proven to be least', async () => {
  const runs = 48;
  let optimal = 0;
  for (let seed = 0; seed < runs; seed++) {
    const scenario = anyScenario(seed);
    const formulation = formulate(scenario, wholeScope(scenario));
    const result = await highsSolver.solve(formulation.program, { timeLimitSeconds: Number.POSITIVE_INFINITY });
    if (result.status !== 'optimal') continue;
    optimal++;
    const { phases, buildOut } = solutionOf(scenario, formulation, result);
    expect(verifySchedule(scenario, { phases }, buildOut).violations, `seed ${seed}`).toEqual([]);
    expect(verifySchedule(scenario, { phases }).violations, `seed ${seed}, vintages deduced`).toEqual([]);
    const cost = recomputeCost(scenario, { phases }, buildOut).objective;
    expect(Math.abs(cost / result.objective - 1), `seed ${seed}`).toBeLessThan(1e-9);
    const proof = certify(formulation.program, result.primal, result.rowDual);
    expect(relativeGap(proof.objective, proof.dualBound, 0), `seed ${seed}`).toBeLessThan(tolerance.relativeGap);
    expect(proof.dualBound, `seed ${seed}`).toBeLessThanOrEqual(cost + 1e-9 * Math.abs(cost));
  }
  expect(optimal).toBe(runs);
});
