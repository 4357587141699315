import { expect, test } from 'vitest';
import type { LoadTier } from '../../src/scenario/scenario.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, expectClose, flowsOf, planned } from '../fixtures/answers.ts';
import { series, site, work } from '../fixtures/site.ts';

/** 1 MWh of work arrives in each hour; grid power at prices of its own. */
const bought = (prices: readonly number[], tier: Partial<LoadTier>) =>
  site({
    hours: prices.length,
    installedMW: 6,
    tiers: [
      work(
        'training',
        prices.map(() => 1),
        { deadlineHours: prices.length - 1, ...tier },
      ),
    ],
    grid: { importPricePerMWh: [series(...prices)] },
    matching: { kind: 'none' },
  });

test('a reduction at full depth lasts its hours; then half of it is left where rest is as long', async () => {
  const endurance = { depthShare: 0.5, hours: 2, restHours: 2 };
  const answer = await planned(bought([1, 10, 9, 8, 1, 1], { endurance }));
  // From 1 MWh: 0.5 MWh an hour for two hours; then what comes back is used at once, 0.5 MWh of which half brings rest.
  const { servedMW } = flowsOf(answer).tiers[0]!;
  expectClose(servedMW.slice(1, 4), [0.5, 0.5, 0.75]);
  expect(answer.cost.objective).toBeCloseTo((0.5 * 10 + 0.5 * 9 + 0.75 * 8 + 4.25 * 1) * 1460, 3);
});

test('less than full depth lasts longer, since it is a rest in part', async () => {
  const endurance = { depthShare: 0.25, hours: 2, restHours: 2 };
  const answer = await planned(bought([10, 10, 10, 1, 1, 1], { endurance }));
  // From 0.5 MWh, and 0.25 MWh an hour come back: 0.5 + 3·0.25 − 2·Σ r ≥ 0 lets 0.625 MWh be held back in three hours.
  expect(answer.cost.objective).toBeCloseTo((2.375 * 10 + 3.625 * 1) * 1460, 3);
});

test('no more is held back in a year than its rest brings back', async () => {
  const endurance = { depthShare: 0.25, hours: 2, restHours: 2 };
  const answer = await planned(bought([10, 10, 10, 1], { endurance }));
  // Four hours bring 4·0.25 MWh, and what is held back takes twice as much: 0.5 MWh, though three hours could hold 0.625.
  expect(answer.cost.objective).toBeCloseTo((2.5 * 10 + 1.5 * 1) * 2190, 3);
});

test('no more is held back in an hour than the depth lets, however long it may last', async () => {
  const endurance = { depthShare: 0.2, hours: 100, restHours: 1 };
  const answer = await planned(bought([1, 10, 10, 1], { endurance }));
  expectClose(flowsOf(answer).tiers[0]!.servedMW.slice(1, 3), [0.8, 0.8]);
});

test('work that is given up tires as well: with as much rest as reduction, half of the depth is given up on average', async () => {
  const shed = { maximumShare: 1, lostComputePerMWh: 40 };
  const endurance = { depthShare: 0.25, hours: 1, restHours: 1 };
  const answer = await planned(bought([100, 100], { deadlineHours: 0, shed, endurance }));
  expect(answer.cost.objective).toBeCloseTo((0.875 * 100 + 0.125 * 40) * 8760, 2);
});

test('peaks that the machines cannot serve and that may not be held back for so long leave no plan', async () => {
  // 3 of 2 MWh in two hours of six: 1 MWh an hour is held back, a third of what arrives.
  const of = (hours: number) => {
    const endurance = { depthShare: 0.5, hours, restHours: 4 };
    const tiers = [work('training', [3, 3, 0, 0, 0, 0], { deadlineHours: 3, endurance })];
    return site({ hours: 6, installedMW: 2, meanMW: 1, tiers, matching: { kind: 'none' } });
  };
  // 8 hours of 0.5 MWh: 4 + 1 − 3 and 2 + 1 − 3 are left, and four hours bring 4 MWh back. 7 hours: 3.5 + 2·0.875 < 2·2.75.
  expect((await plan(of(8), engineOf(), 'together')).status).toBe('optimal');
  expect((await plan(of(7), engineOf(), 'together')).status).toBe('infeasible');
});
