import { expect, test } from 'vitest';
import { answerDoubts } from '../../src/metrics/answer-doubts.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { aptCurve, withThroughput } from '../verify/load-faults.ts';
import { smallPlan } from '../verify/small-plan.ts';

/** The plan of six hours with both phases as they are, but for what is exported. */
function exporting(exportMW: number, pricePerMWh: number, siteMaximumMW = 100, committedMW = 0) {
  const { scenario, schedule, buildOut } = smallPlan();
  scenario.grid.exportPricePerMWh = [new Float64Array(6).fill(pricePerMWh)];
  for (const site of scenario.renewables) Object.assign(site, { siteMaximumMW, committedMW });
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

test('what a solver leaves in the last digits of work is no doubt', () => {
  const plan = smallPlan();
  withThroughput(plan, [
    [0, 0],
    [1, 1],
  ]);
  const work = plan.schedule.phases[1]!.weatherYears[0]!.tiers[1]!.workMWh!;
  // Of 70 MWh 0.07 are a thousandth.
  work[1]! -= 0.06;
  expect(answerDoubts(plan.scenario, plan.schedule, [])).toEqual([]);
  work[1]! -= 0.02;
  expect(answerDoubts(plan.scenario, plan.schedule, [])).toMatchObject([
    { expected: expect.stringContaining('Did you mean the work?') },
  ]);
});

test('the floor of a tier is no doubt, and what lies above it is', () => {
  const plan = smallPlan();
  withThroughput(plan, [
    [0, 0],
    [1, 1],
  ]);
  const { servedMW, workMWh } = plan.schedule.phases[1]!.weatherYears[0]!.tiers[1]!;
  // A third of 0.75 · 0.5 · 32 MW.
  workMWh![5] = 0;
  expect(answerDoubts(plan.scenario, plan.schedule, [])).toEqual([]);
  servedMW[5] = 6;
  // 2 of 72 MWh.
  const [doubt] = answerDoubts(plan.scenario, plan.schedule, []);
  expect(doubt!.problem).toMatch(/^training draws 2.778 % of its energy in second/);
});

test('what work takes is asked of the curve of the machines, all of them', () => {
  const plan = smallPlan();
  withThroughput(plan, aptCurve);
  // 8 8 6 6 5 2 MWh of 8 take 8 8 5.5 5.5 4.25 MW and the floor of 2: 1.75 of 35 MWh, and twice that in the second phase.
  const problems = answerDoubts(plan.scenario, plan.schedule, []).map(({ problem }) => problem);
  expect(problems).toEqual([
    expect.stringMatching(/^training draws 5 % of its energy in first/),
    expect.stringMatching(/^training draws 5 % of its energy in second/),
  ]);
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

test('sites that are not full, plant that was committed, and less sold than used raise no doubt', () => {
  const wheres = (...wish: Parameters<typeof exporting>) => exporting(...wish).map(({ where }) => where);
  expect(wheres(70, 30, 80)).toEqual(['phases[0]', 'phases[1]']);
  expect(wheres(70, 30, 100)).toEqual(['phases[0]']);
  expect(wheres(70, 30, 80, 80)).toEqual(['phases[0]']);
  // 29 MW beside 29.6, for 22.9 of 24.2 million.
  expect(wheres(29, 90, 80)).toEqual(['phases[0]']);
});

test('what the phase costs is told without what export earns, by the MWh of load with it', () => {
  const [, second] = exporting(1000, 60);
  // (24.21 − 525.6) million for 259,150 MWh.
  expect(second!.problem).toBe(
    'second costs -1,935 EUR for each MWh of load, below zero: 8,760,000 MWh a year are exported beside a load of 259,200 MWh ' +
      'and earn 525,600,000 EUR of the 24,210,000 that the phase costs',
  );
  expect(exporting(1000, 61)[1]!.problem).toContain('of the 24,210,000 that the phase costs');
});

test('a phase without load has no cost of a MWh to ask about', () => {
  const { scenario, schedule, buildOut } = smallPlan();
  const { items } = recomputeCost(scenario, schedule, buildOut);
  const earning = items.map((item) => ({ ...item, annualValue: item.kind === 'export' ? -1e9 : item.annualValue }));
  expect(answerDoubts(scenario, schedule, earning)).toHaveLength(2);
  for (const { weatherYears } of schedule.phases) weatherYears[0]!.loadMW.fill(0);
  expect(answerDoubts(scenario, schedule, earning)).toEqual([]);
});
