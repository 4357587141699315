import { expect, test } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { plan } from '../../src/studies/plan.ts';
import { monthStarts } from '../../src/time.ts';
import { engineOf, expectClose, flowsOf, planned, standingIn } from '../fixtures/answers.ts';
import { own, plant, series, site } from '../fixtures/site.ts';

const sun = plant('sun', [1, 0], { purchase: own(100) });
const every = (kind: 'hourly' | 'monthly' | 'annual', target: number): Matching => ({
  kind,
  target,
  over: 'everyYear',
});
const scoreOf = (scenario: Scenario, { schedule }: Proven) => scorecard(scenario, schedule)[0]!.weatherYears[0]!;

test('by the year, sun for one hour of two is matched in full, and half of the hours are not', async () => {
  const scenario = site({ hours: 2, renewables: [sun], matching: every('annual', 1) });
  const answer = await planned(scenario);
  // 2 MW by day: 1 for the load, 1 sold; by night 1 bought.
  expect(answer.cost.objective).toBeCloseTo(200, 6);
  expectClose(flowsOf(answer).exportMW, [1, 0]);
  expectClose(flowsOf(answer).importMW, [0, 1]);
  expect(scoreOf(scenario, answer).annualMatchShare).toBeCloseTo(1, 9);
  expect(scoreOf(scenario, answer).cfeScore).toBeCloseTo(0.5, 9);
});

test('an hourly target of one half is met by day alone; one of three quarters is out of reach', async () => {
  const answer = await planned(site({ hours: 2, renewables: [sun], matching: every('hourly', 0.5) }));
  expect(answer.cost.objective).toBeCloseTo(100, 6);
  const beyond = await plan(
    site({ hours: 2, renewables: [sun], matching: every('hourly', 0.75) }),
    engineOf(),
    'together',
  );
  expect(beyond.status).toBe('infeasible');
});

test('on average over the years a bright one makes up for a dark one, by its probability', async () => {
  const capacityFactor = [series(1, 1), series(1, 0)];
  const weatherYears = [
    { name: 'bright', weight: 0.25, year: 2005, hours: 2 },
    { name: 'dark', weight: 0.75, year: 2006, hours: 2 },
  ];
  const of = (over: 'everyYear' | 'onAverage', target: number) => {
    const renewables = [plant('sun', [], { capacityFactor, purchase: own(100) })];
    return site({ hours: 2, weatherYears, renewables, matching: { kind: 'hourly', target, over } });
  };
  // 1 of 2 MWh is bought in the dark year: 0.75·1 / 2 = 0.375 of the load.
  expect((await planned(of('onAverage', 0.625))).cost.objective).toBeCloseTo(100, 6);
  expect((await plan(of('onAverage', 0.626), engineOf(), 'together')).status).toBe('infeasible');
  expect((await plan(of('everyYear', 0.625), engineOf(), 'together')).status).toBe('infeasible');
});

test('on average the years count by their probability and not by their hours, as they do in the cost', async () => {
  const capacityFactor = [series(1, 1, 1, 1), series(1, 0)];
  const weatherYears = [
    { name: 'bright and long', weight: 0.25, year: 2005, hours: 4 },
    { name: 'dark and short', weight: 0.75, year: 2006, hours: 2 },
  ];
  const of = (target: number) => {
    const renewables = [plant('sun', [], { capacityFactor, purchase: own(100) })];
    return site({ hours: 2, weatherYears, renewables, matching: { kind: 'hourly', target, over: 'onAverage' } });
  };
  // Half of the dark year is bought, whatever its length: 0.75 / 2 = 0.375 of the load.
  expect((await planned(of(0.625))).cost.objective).toBeCloseTo(100, 6);
  expect((await plan(of(0.626), engineOf(), 'together')).status).toBe('infeasible');
});

test('by the month the poorest month rules; by the year a rich half makes up for a poor one', async () => {
  const july = monthStarts(2005)[6]!;
  // Every second hour: one half in January to June, in full from July on.
  const capacityFactor = Array.from({ length: 8760 }, (_, hour) => (hour % 2 ? 0 : hour < july ? 0.5 : 1));
  const renewables = [plant('sun', capacityFactor, { purchase: own(1) })];
  const of = (kind: 'monthly' | 'annual') => site({ hours: 8760, renewables, matching: every(kind, 1) });
  // 181 days have a mean of 0.25, 184 days one of 0.5: 365 / (181·0.25 + 184·0.5) = 2.6594.
  expect(standingIn(await planned(of('monthly'))).sun).toBeCloseTo(4, 6);
  expect(standingIn(await planned(of('annual'))).sun).toBeCloseTo(365 / 137.25, 6);
});
