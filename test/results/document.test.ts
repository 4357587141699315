import { expect, test } from 'vitest';
import { resultDocument } from '../../src/results/document/make-document.ts';
import { exactJson } from '../../src/results/files/exact-json.ts';
import type { LoadedScenario } from '../../src/scenario/load.ts';
import type { Answer, Proven } from '../../src/studies/answer.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { type Mutable, type Plan, smallPlan } from '../verify/small-plan.ts';

const solver = {
  name: 'none',
  version: '1',
  method: 'one-lp',
  reason: 'worked out by hand',
  iterations: 0,
  wallSeconds: 0,
  peakMemoryMB: 0,
} as const;

function provenOf({ scenario, schedule, buildOut }: Plan): Proven {
  const cost = recomputeCost(scenario, schedule, buildOut);
  const { objective } = cost;
  const certificate = {
    objective,
    dualBound: objective,
    relativeGap: 0,
    gapFloor: 0,
    maxViolationMWh: 0,
    verified: true,
  };
  const laws = [{ law: 'deadline', checks: 6, broken: 0, largestMWh: 0 }];
  const verification = { violations: [], largestViolationMWh: 0, laws };
  return { status: 'optimal', schedule, buildOut, cost, certificate, verification, proofs: [], solver };
}

function documentOf(plan: Mutable<Plan>, baselines: Parameters<typeof resultDocument>[0]['baselines'] = []) {
  const loaded = { scenario: plan.scenario, inputs: [], contentHash: 'abc', warnings: [] } as unknown as LoadedScenario;
  const createdAt = new Date(Date.UTC(2026, 10, 3, 4, 5, 6));
  return resultDocument({ loaded, study: 'plan', answer: provenOf(plan), baselines, createdAt });
}

test('the plan worked out by hand is told as worked out by hand', () => {
  const plan = smallPlan();
  const document = documentOf(plan);
  expect(document).toMatchObject({
    schemaVersion: 1,
    createdAt: '2026-11-03T04:05:06.000Z',
    status: 'optimal',
    scenario: { name: 'Six hours', contentHash: 'abc', currency: 'EUR' },
    synthetic: false,
    certificate: { verified: true, laws: [{ law: 'deadline', checks: 6, broken: 0 }] },
  });
  const [first] = document.phases;
  expect(first).toMatchObject({
    renewables: { sun: { capacityMW: 40 }, wind: { capacityMW: 40 } },
    storages: { battery: { powerCapacityMW: 5, energyCapacityMWh: 10 } },
    links: { line: { capacityMW: 15 } },
    grid: { subscribedPowerMW: 14 },
    weatherYears: [{ name: 'calm', loadMWh: 88.75, importMWh: 3, unmatchedHours: 1 }],
  });
  // Six hours stand for a year of 8,760.
  expect(first!.levelisedCostPerMWh).toBeCloseTo(first!.annualCost / (88.75 * 1460), 9);
  const items = document.cost!.items.filter(({ phase }) => phase === 'first');
  expect(items.reduce((sum, { annualValue }) => sum + annualValue, 0)).toBeCloseTo(first!.annualCost, 6);
});

test('committed, new and what is at work are told apart, in size and in what a MWh costs', () => {
  const plan = smallPlan();
  const { phases, cost } = documentOf(plan);
  expect(phases.map(({ renewables, links }) => [renewables.wind, links.line])).toEqual([
    [
      { capacityMW: 40, committedMW: 10, newMW: 30 },
      { capacityMW: 15, effectiveMW: 12, committedMW: 5, newMW: 10 },
    ],
    [
      { capacityMW: 80, committedMW: 10, newMW: 70 },
      { capacityMW: 30, effectiveMW: 24, committedMW: 5, newMW: 25 },
    ],
  ]);
  expect(phases[0]!.storages.battery).toMatchObject({ committedMW: 0, committedMWh: 0, newMW: 5, newMWh: 10 });
  // The wind is paid by the MWh; 5 MW of line at 80,000 over 40 years at 10 %.
  const annuity = 0.1 / (1 - 1.1 ** -40);
  for (const { annualCost, fullCostPerMWh, levelisedCostPerMWh } of phases) {
    const loadMWh = annualCost / levelisedCostPerMWh!;
    expect(fullCostPerMWh).toBeCloseTo((annualCost + 5 * 80_000 * annuity) / loadMWh, 9);
  }
  expect(cost!.withoutPrice).toEqual([]);
  plan.scenario.links[0]!.capexPerMW = 0;
  const free = documentOf(plan);
  expect(free.cost!.withoutPrice).toEqual(['line']);
  expect(free.phases[0]!.fullCostPerMWh).toBe(free.phases[0]!.levelisedCostPerMWh);
});

test('baselines are told by phase with their lowest score, and an infeasible one by its status alone', () => {
  const plan = smallPlan();
  const infeasible: Answer = { status: 'infeasible', shortages: [], solver };
  const { baselines } = documentOf(plan, [
    { kind: 'annualMatching', scenario: plan.scenario, answer: provenOf(plan) },
    { kind: 'withoutStorage', scenario: plan.scenario, answer: infeasible },
  ]);
  expect(baselines[0]!.objective).toBe(provenOf(plan).cost.objective);
  expect(baselines[0]!.phases.map(({ name, lowestCfeScore }) => [name, lowestCfeScore])).toEqual([
    ['first', expect.closeTo(1 - 3 / 88.75, 12)],
    ['second', expect.closeTo(1 - 3 / 88.75, 12)],
  ]);
  expect(baselines[1]).toEqual({ kind: 'withoutStorage', status: 'infeasible', phases: [] });
});

test('where all load is given up there is no cost per MWh, and no number that JSON cannot say', () => {
  const plan = smallPlan();
  const flows = plan.schedule.phases[0]!.weatherYears[0]!;
  flows.loadMW.fill(0);
  flows.importMW.fill(0);
  const document = documentOf(plan);
  expect(document.phases[0]).not.toHaveProperty('levelisedCostPerMWh');
  expect(document.phases[1]).toHaveProperty('levelisedCostPerMWh');
  expect(JSON.parse(exactJson(document))).toEqual(document);
});

test('a number that JSON cannot say is refused, not turned into null', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(() => exactJson({ fine: 1, list: [{ wrong: value }] })).toThrow(/^wrong is /);
    expect(() => exactJson({ list: Float64Array.of(1, value) })).toThrow(RangeError);
  }
  expect(exactJson({ sizes: Float64Array.of(0.1, 1 / 3) })).toBe(
    '{\n  "sizes": [\n    0.1,\n    0.3333333333333333\n  ]\n}\n',
  );
});
