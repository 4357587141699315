import { expect, test } from 'vitest';
import { answerDoubts } from '../../src/metrics/answer-doubts.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { withThroughput } from '../verify/load-faults.ts';
import { smallPlan } from '../verify/small-plan.ts';

/** The plan of six hours with both phases as they are, but for what is exported. */
function exporting(exportMW: number, pricePerMWh: number, siteMaximumMW = 100) {
  const { scenario, schedule, buildOut } = smallPlan();
  scenario.grid.exportPricePerMWh = [new Float64Array(6).fill(pricePerMWh)];
  for (const site of scenario.renewables) site.siteMaximumMW = siteMaximumMW;
  for (const phase of schedule.phases) phase.weatherYears[0]!.exportMW.fill(exportMW);
  const { items } = recomputeCost(scenario, schedule, buildOut);
  return answerDoubts(scenario, schedule, items);
}

test('a tier that draws power for no work is asked about in each phase, and one that draws what its work takes is not', () => {
  const plan = smallPlan();
  withThroughput(plan, [
    [0, 0],
    [1, 1],
  ]);
  const doubts = () => answerDoubts(plan.scenario, plan.schedule, []);
  expect(doubts()).toEqual([]);
  // 3 of 35 MWh; its floor would be a reason for 2 of them.
  plan.schedule.phases[1]!.weatherYears[0]!.tiers[1]!.workMWh![1]! -= 6;
  expect(doubts()).toMatchObject([{ code: 'answer.unlikely', where: 'load.tiers[1].throughput' }]);
  expect(doubts()[0]!.problem).toMatch(/^training draws 8.571 % of its energy in second for no work/);
});

test('surplus that is sold now and then is no doubt, nor much of it at a small price', () => {
  expect(exporting(2, 30)).toEqual([]);
  expect(exporting(200, 1, 80)).toEqual([]);
});

test('a phase that costs less than nothing is asked about with its numbers, whatever its sites hold', () => {
  // The load of the second phase is 177.5 MWh in six hours: 259,150 MWh in a year of 8,760.
  const doubts = exporting(1000, 60);
  expect(doubts.map(({ where }) => where)).toEqual(['phases[0]', 'phases[1]']);
  expect(doubts[1]).toMatchObject({ code: 'answer.unlikely' });
  expect(doubts[1]!.problem).toMatch(
    /^second costs -[\d.,]+ EUR for each MWh of load, below zero: 8,760,000 MWh a year/,
  );
  expect(doubts[1]!.problem).toContain('beside a load of 259,200 MWh and earn 525,600,000 EUR');
  expect(doubts[1]!.problem).not.toContain('site maximum');
});

test('sites at their maximum are named where more is exported than used and export pays for most of the phase', () => {
  // Sun and wind stand with 80 MW each in the second phase, with 40 in the first.
  const [smaller, doubt] = exporting(70, 30, 80);
  expect(smaller!.problem).toMatch(/^first costs -.* below zero/);
  expect(smaller!.problem).not.toContain('site maximum');
  expect(doubt).toMatchObject({ where: 'phases[1]', expected: expect.stringContaining('grid.exportPricePerMWh') });
  expect(doubt!.problem).toContain('second pays by export');
  expect(doubt!.problem).toContain('sun stands with 80 MW, wind stands with 80 MW at the site maximum');
});
