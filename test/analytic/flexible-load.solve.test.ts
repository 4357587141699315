import { expect, test } from 'vitest';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, expectClose, flowsOf, planned } from '../fixtures/answers.ts';
import { own, plant, series, site, work } from '../fixtures/site.ts';

/** Sun in the last of three hours, import at 10 in the others; 1 MWh of work arrives in each. */
const sunset = plant('sun', [0, 0, 1], { purchase: own(1) });
const priceOf10 = { importPricePerMWh: [series(10, 10, 10)] };
const leastCost = { hours: 3, renewables: [sunset], grid: priceOf10, matching: { kind: 'none' } } as const;
const importedMWh = 10 * 2920;

test('a deadline of two hours takes all work of a three-hour day to its sunny hour, and no further', async () => {
  const tiers = [work('training', [1, 1, 1], { deadlineHours: 2 })];
  const answer = await planned(site({ hours: 3, installedMW: 3, tiers, renewables: [sunset] }));
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [0, 0, 3]);
  expectClose(flowsOf(answer).tiers[0]!.backlogMWh, [1, 2, 0]);
  expect(answer.cost.objective).toBeCloseTo(3, 6);
});

test('with an hour less the first hour’s work cannot wait for the sun and is imported', async () => {
  const tiers = [work('training', [1, 1, 1], { deadlineHours: 1 })];
  const answer = await planned(site({ ...leastCost, installedMW: 3, tiers }));
  // 1 MWh a day from the grid, 2 MW of sun.
  expect(answer.cost.objective).toBeCloseTo(importedMWh + 2, 4);
});

test('what the machines cannot catch up in the sunny hour is imported', async () => {
  const tiers = [work('training', [1, 1, 1], { deadlineHours: 2 })];
  const answer = await planned(site({ ...leastCost, installedMW: 2.5, tiers }));
  expect(answer.cost.objective).toBeCloseTo(0.5 * importedMWh + 2.5, 4);
});

test('a floor keeps a quarter of the mean power running in the dark', async () => {
  const tiers = [work('training', [1, 1, 1], { deadlineHours: 2, floorShare: 0.25 })];
  const answer = await planned(site({ ...leastCost, installedMW: 3, tiers }));
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [0.25, 0.25, 2.5]);
  expect(answer.cost.objective).toBeCloseTo(0.5 * importedMWh + 2.5, 4);
});

test('a ramp of 1 MW an hour spreads 3 MWh as ⅔, ⅔ and 5⁄3, for after the last hour comes the first', async () => {
  const tiers = [work('training', [1, 1, 1], { deadlineHours: 2, rampSharePerHour: 0.25 })];
  const answer = await planned(site({ ...leastCost, installedMW: 4, tiers }));
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [2 / 3, 2 / 3, 5 / 3]);
  expect(answer.cost.objective).toBeCloseTo((4 / 3) * importedMWh + 5 / 3, 4);
});

test('work moves to the hour that needs less cooling', async () => {
  const tiers = [work('training', [1, 1], { deadlineHours: 1 })];
  const grid = { importPricePerMWh: [series(1, 1)] };
  const wish = { hours: 2, installedMW: 2, tiers, pue: [1.5, 1.1], grid, matching: { kind: 'none' } as const };
  const answer = await planned(site(wish));
  // 2 MWh IT at a PUE of 1.1, in 4,380 two-hour days.
  expectClose(flowsOf(answer).loadMW, [0, 2.2]);
  expect(answer.cost.objective).toBeCloseTo(2.2 * 4380, 4);
});

test('a quarter of the work is given up where a lost MWh is worth less than a bought one', async () => {
  const shed = (lostComputePerMWh: number) => ({ shed: { maximumShare: 0.25, lostComputePerMWh } });
  const of = (lost: number) =>
    site({
      hours: 2,
      tiers: [work('inference', [1, 1], shed(lost))],
      grid: { importPricePerMWh: [series(100, 100)] },
      matching: { kind: 'none' },
    });
  // 0.5 MWh given up at 40 and 1.5 bought at 100; at 200 none is given up.
  expect((await planned(of(40))).cost.objective).toBeCloseTo((0.5 * 40 + 1.5 * 100) * 4380, 3);
  expect((await planned(of(200))).cost.objective).toBeCloseTo(2 * 100 * 4380, 3);
});

/** Grid power for nothing: whatever is given up is given up for another reason than its price. */
const free = { matching: { kind: 'none' } } as const;
const allowed = { maximumShare: 0.5, lostComputePerMWh: 1000 };

test('firm work beyond the installed power is given up, however dear', async () => {
  const tiers = [work('inference', [3, 1], { shed: allowed })];
  const answer = await planned(site({ ...free, hours: 2, meanMW: 2, tiers }));
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [2, 1]);
  expect(answer.cost.objective).toBeCloseTo(1000 * 4380, 3);
});

test('firm work steeper than the ramp is given up, however dear', async () => {
  const tiers = [work('inference', [1, 1, 4], { shed: allowed, rampSharePerHour: 0.5 })];
  const answer = await planned(site({ ...free, hours: 3, meanMW: 2, installedMW: 4, tiers }));
  // From 1 to at most 1 + 0.5·4.
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [1, 1, 3]);
});

test('firm work is not given up below the floor, however cheap', async () => {
  const cheap = { maximumShare: 0.5, lostComputePerMWh: 0 };
  const tiers = [work('inference', [3, 1], { shed: cheap, floorShare: 0.5 })];
  const grid = { importPricePerMWh: [series(9, 9)] };
  const answer = await planned(site({ ...free, hours: 2, meanMW: 2, installedMW: 3, tiers, grid }));
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [1, 1]);
});

test.each([
  ['above the installed power', work('inference', [3, 1]), 2],
  ['below its floor', work('inference', [3, 1], { floorShare: 0.75 }), 4],
  ['more steeply than its ramp allows', work('inference', [3, 1], { rampSharePerHour: 0.25 }), 4],
])('firm work that arrives %s and may not be given up has no plan', async (_, tier, installedMW) => {
  const scenario = site({ ...free, hours: 2, meanMW: 2, installedMW, tiers: [tier] });
  expect((await plan(scenario, engineOf(), 'together')).status).toBe('infeasible');
});
