import { expect, test } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import { inflexibleTwin } from '../../src/scenario/baseline.ts';
import type { Campaign, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, expectClose, flowsOf, planned, proven } from '../fixtures/answers.ts';
import { run } from '../fixtures/campaign.ts';
import { phase, series, site, work } from '../fixtures/site.ts';

// Two of four hours cost 1, the others 5 and 9; 1 MW is needed in each for the tier.
const prices = series(1, 5, 9, 1);

function campus(more: Partial<Campaign>, phases = [phase('first', 2030, 1, 10)]): Scenario {
  const scenario = site({
    hours: 4,
    phases,
    tiers: [work('steady', [1], { arrivalShape: [series(1, 1, 1, 1)], share: 0.1 })],
    grid: { importPricePerMWh: [prices] },
    matching: { kind: 'none' },
  });
  const campaigns = [run([{ from: 1, to: 4 }], { workMWh: 3, greatestMW: 2, ...more })];
  return { ...scenario, load: { ...scenario.load, utilisation: 1, campaigns } };
}

const firm = 16;

test('a run that may pause works in the cheap hours of its window', async () => {
  const asked = campus({});
  const answer = await planned(asked);
  // 2 MW at 1 and 1 MW at 5; the first hour is before its window.
  expectClose(flowsOf(answer).tiers[1]!.servedMW, [0, 1, 0, 2]);
  expectClose(flowsOf(answer).loadMW, [1, 2, 1, 3]);
  expect(answer.cost.objective).toBeCloseTo(2190 * (firm + 2 * 1 + 5), 3);
  expect(scorecard(asked, answer.schedule)[0]!.weatherYears[0]!.campaigns).toEqual([
    { name: 'foundation model', workMWh: expect.closeTo(3, 6), peakMW: expect.closeTo(2, 6), runningHours: 2 },
  ]);
  const blocks = proven(await plan(asked, engineOf(highsSolver, 'decomposed'), 'together'));
  expect(blocks.cost.objective).toBeCloseTo(answer.cost.objective, 2);
});

test('a least power keeps it running through its window, and without pause it takes one power', async () => {
  const going = await planned(campus({ leastMW: 0.5 }));
  expectClose(flowsOf(going).tiers[1]!.servedMW, [0, 0.5, 0.5, 2]);
  const even = await planned(campus({ isSteady: true }));
  expectClose(flowsOf(even).tiers[1]!.servedMW, [0, 1, 1, 1]);
  expect(even.cost.objective).toBeCloseTo(2190 * (firm + 1 + 5 + 9), 3);
  expect((await planned(inflexibleTwin(campus({})))).cost.objective).toBeCloseTo(even.cost.objective, 3);
});

test('a run is of its phase: before and after, its machines do nothing', async () => {
  const phases = [phase('early', 2029, 1, 10), phase('first', 2030, 1, 10)];
  const answer = await planned(campus({}, phases));
  expectClose(flowsOf(answer, 0).tiers[1]!.servedMW, [0, 0, 0, 0]);
  expectClose(flowsOf(answer, 1).tiers[1]!.servedMW, [0, 1, 0, 2]);
});
