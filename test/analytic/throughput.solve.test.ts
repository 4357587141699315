import { expect, test } from 'vitest';
import type { LoadTier, Throughput } from '../../src/scenario/scenario.ts';
import { expectClose, flowsOf, planned } from '../fixtures/answers.ts';
import { plant, series, site, work } from '../fixtures/site.ts';

/** A quarter of full power for nothing, then 2 MWh of work for each MWh up to half of it, then 1. */
const points = [
  { powerShare: 0.25, workRate: 0 },
  { powerShare: 0.5, workRate: 0.5 },
  { powerShare: 1, workRate: 1 },
];
const idling: Throughput = { points, spareMachines: 'idle' };
const twoHours = (prices: readonly [number, number], arrivals: readonly [number, number], more: Partial<LoadTier>) =>
  site({
    hours: 2,
    installedMW: 2,
    tiers: [work('training', arrivals, { throughput: idling, ...more })],
    grid: { importPricePerMWh: [series(...prices)] },
    matching: { kind: 'none' },
  });
const days = 4380;

test('work leaves a dear hour only where the power it saves there is worth what it takes elsewhere', async () => {
  // Of 2 MW: half power does 1 MWh, full power 2 MWh, none needs 0.5 MW. Leaving saves 0.5 MWh and takes 1 MWh.
  const dear = await planned(twoHours([1, 3], [1, 1], { deadlineHours: 1 }));
  expectClose(flowsOf(dear).tiers[0]!.servedMW, [2, 0.5]);
  expectClose(flowsOf(dear).tiers[0]!.workMWh!, [2, 0]);
  expect(dear.cost.objective).toBeCloseTo((2 * 1 + 0.5 * 3) * days, 4);
  const hardlyDearer = await planned(twoHours([1, 1.5], [1, 1], { deadlineHours: 1 }));
  expectClose(flowsOf(hardlyDearer).tiers[0]!.servedMW, [1, 1]);
  expect(hardlyDearer.cost.objective).toBeCloseTo((1 + 1.5) * days, 4);
});

test('machines that are shut down when there is nothing to do do as much for a MWh at half as at full power', async () => {
  const throughput: Throughput = { points, spareMachines: 'shutDown' };
  const answer = await planned(twoHours([1, 3], [1, 1], { deadlineHours: 1, throughput }));
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [2, 0]);
  expect(answer.cost.objective).toBeCloseTo(2 * days, 4);
});

test('firm work has the power it needs in each hour', async () => {
  // 1.5 MWh are done with 1.5 MW, 0.5 MWh with 0.75 MW.
  const answer = await planned(twoHours([1, 1], [3, 1], {}));
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [1.5, 0.75]);
  expect(answer.cost.objective).toBeCloseTo(2.25 * days, 4);
});

test('firm work is given up where it is worth less than the power it takes, which is half of a MWh', async () => {
  const shed = (lostComputePerMWh: number) => ({ shed: { maximumShare: 0.25, lostComputePerMWh } });
  const given = await planned(twoHours([100, 100], [1, 1], shed(40)));
  expect(given.cost.objective).toBeCloseTo((1.75 * 100 + 0.5 * 40) * days, 3);
  const kept = await planned(twoHours([100, 100], [1, 1], shed(60)));
  expect(kept.cost.objective).toBeCloseTo(2 * 100 * days, 3);
});

test('a floor is kept at the work that its power does', async () => {
  // 0.8 of the mean is 0.8 MW of 2 MW, which does 0.6 MWh; 1.4 MWh take 1.4 MW.
  const answer = await planned(twoHours([1, 3], [1, 1], { deadlineHours: 1, floorShare: 0.8 }));
  expectClose(flowsOf(answer).tiers[0]!.servedMW, [1.4, 0.8]);
  expectClose(flowsOf(answer).tiers[0]!.workMWh!, [1.4, 0.6]);
});

test('a ramp binds power, not work', async () => {
  // From 0.5 MW up by at most 0.6 MW: 1.1 MW do 1.1 MWh, and 0.9 MWh are left for the dear hour with 0.95 MW, so both give way.
  const answer = await planned(twoHours([1, 3], [1, 1], { deadlineHours: 1, rampSharePerHour: 0.3 }));
  const [cheap, dear] = flowsOf(answer).tiers[0]!.servedMW as unknown as [number, number];
  expect(cheap - dear).toBeCloseTo(0.6, 6);
  // w = u up to 2 MW above 1 MW, 2·(u − 0.5) below: u + 2·(u − 0.6 − 0.5) = 2.
  expect(cheap).toBeCloseTo(4.2 / 3, 6);
});

test('energy that has no price is still not burnt: power is what the work needs', async () => {
  const scenario = site({
    hours: 3,
    installedMW: 2,
    tiers: [work('training', [1, 1, 1], { deadlineHours: 2, throughput: idling })],
    renewables: [plant('sun', [1, 1, 1], { committedMW: 9 })],
  });
  const { servedMW, workMWh } = flowsOf(await planned(scenario)).tiers[0]!;
  const needed = workMWh!.map((done) => (done < 1 ? 0.5 + done / 2 : done));
  expectClose(servedMW, [...needed]);
});

test('where more may be exported the more is generated, power is drawn for that, and the plan is verified as it is', async () => {
  const scenario = site({
    hours: 3,
    installedMW: 2,
    tiers: [work('training', [1, 1, 1], { deadlineHours: 2, throughput: idling })],
    renewables: [plant('sun', [1, 1, 1], { committedMW: 9 })],
    grid: { exportPricePerMWh: [series(1, 1, 1)], exportShare: { maximum: 0.5, of: 'generation' } },
  });
  const answer = await planned(scenario);
  const { loadMW, exportMW } = flowsOf(answer);
  const [load, exported] = [loadMW, exportMW].map((flow) => flow.reduce((sum, mw) => sum + mw, 0)) as [number, number];
  expect(exported).toBeCloseTo(load, 6);
  // 3 MW would do; 1.5 MW do 1 MWh where the stretch above half power is filled before the better one below.
  expect(load).toBeGreaterThan(3.5);
});
