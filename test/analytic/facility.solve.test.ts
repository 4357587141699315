import { expect, test } from 'vitest';
import { proportionalOverheadTwin } from '../../src/scenario/baseline.ts';
import { expectClose, flowsOf, planned } from '../fixtures/answers.ts';
import { withFacility } from '../fixtures/facility.ts';
import { series, site, work } from '../fixtures/site.ts';

/** 1 MWh of work an hour on 2 MW of machines; the cheap hour is the warm one. */
const campus = withFacility(
  site({
    hours: 2,
    installedMW: 2,
    tiers: [work('training', [1, 1], { deadlineHours: 1 })],
    grid: { importPricePerMWh: [series(1, 3)] },
    matching: { kind: 'none' },
  }),
  { fixedShare: 0.1, perIT: 0.2, perDegreeAbove: 0.02, thresholdC: 20, temperatureC: [series(25, 15)] },
);

test('overhead stays in the hour that its machines leave, and cooling is dearer where it is warm', async () => {
  const answer = await planned(campus);
  // 0.2 MW stay in each hour; 2 MW of machines need 1 + 0.2 + 5·0.02 times their power.
  expectClose(flowsOf(answer).loadMW, [0.2 + 1.3 * 2, 0.2]);
  expect(answer.cost.objective).toBeCloseTo((2.8 * 1 + 0.2 * 3) * 4380, 4);
});

test('with that overhead in proportion to the machines the same campus seems cheaper than it is', async () => {
  // 0.2 MW for 1 MW: they leave the dear hour with the work.
  const answer = await planned(proportionalOverheadTwin(campus)!);
  expectClose(flowsOf(answer).loadMW, [1.5 * 2, 0]);
  expect(answer.cost.objective).toBeCloseTo(3 * 4380, 4);
});

test('warmth brings work to the cooler hour where that is worth its price', async () => {
  const { facility, ...load } = campus.load;
  const scenario = {
    ...campus,
    load,
    grid: { ...campus.grid, importPricePerMWh: [series(1, 1.05)] },
  };
  // 1.3 at a price of 1 against 1.2 at 1.05.
  const answer = await planned(withFacility(scenario, facility!));
  expectClose(flowsOf(answer).loadMW, [0.2, 0.2 + 1.2 * 2]);
});
