import { expect, test } from 'vitest';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, planned, standingIn } from '../fixtures/answers.ts';
import { battery, line, own, phase, plant, site } from '../fixtures/site.ts';

const twoYears = [phase('first', 2030, 2, 1)];
const yearByYear = [phase('first', 2030, 1, 1), phase('second', 2031, 1, 1)];
const wind = (more: object = {}) =>
  plant('wind', [1, 1], { purchase: own(100), lifetimeYears: 2, fadePerYear: 0.5, ...more });

test('a plant that halves with a year of age is built a third larger for a phase of two years', async () => {
  const answer = await planned(site({ hours: 2, phases: twoYears, renewables: [wind()] }));
  // At work are 1 and 0.5 of each MW, 0.75 on average; 100 over two years are 50 a year.
  expect(answer.cost.objective).toBeCloseTo((2 * 50) / 0.75, 6);
  expect(standingIn(answer)).toEqual({ wind: expect.closeTo(1 / 0.75, 6) });
  expect(answer.schedule.phases[0]!.capacities.renewables[0]!.effectiveMW).toBeCloseTo(1, 6);
});

test('plants of different age differ: what the first has lost, a second makes good', async () => {
  const answer = await planned(site({ hours: 2, phases: yearByYear, renewables: [wind()] }));
  expect(answer.buildOut.map(({ renewables }) => renewables[0]!.builtMW)).toEqual([
    expect.closeTo(1, 6),
    expect.closeTo(0.5, 6),
  ]);
  // 1 MW in the first year, 1.5 MW in the second.
  expect(answer.cost.objective).toBeCloseTo(50 + 75, 6);
});

test('a site holds what stands, not what is left of it', async () => {
  const of = (siteMaximumMW: number) => site({ hours: 2, phases: yearByYear, renewables: [wind({ siteMaximumMW })] });
  expect((await planned(of(1.5))).cost.objective).toBeCloseTo(125, 6);
  // 0.5·1 + 0.4 would not do, though less than 1.4 MW would be at work.
  expect((await plan(of(1.4), engineOf(), 'together')).status).toBe('infeasible');
});

test('what is replaced within a phase is as new', async () => {
  const phases = [phase('first', 2030, 4, 1)];
  const answer = await planned(site({ hours: 2, phases, renewables: [wind()] }));
  // 1, 0.5, and again 1, 0.5.
  expect(standingIn(answer)).toEqual({ wind: expect.closeTo(1 / 0.75, 6) });
});

test('a battery loses energy with age and power to outages, each by itself', async () => {
  const sun = plant('sun', [1, 0], { lifetimeYears: 2 });
  const store = battery({
    lifetimeYears: 2,
    powerLifetimeYears: 2,
    capexPerMW: 8,
    capexPerMWh: 30,
    energyFadePerYear: 0.5,
    availability: 0.8,
  });
  const answer = await planned(site({ hours: 2, phases: twoYears, renewables: [sun], storages: [store] }));
  // 1 MWh through the night: 1 ÷ 0.75 MWh at 15 a year, 1 ÷ 0.8 MW at 4.
  expect(standingIn(answer)['battery']).toEqual([expect.closeTo(1.25, 6), expect.closeTo(1 / 0.75, 6)]);
  expect(answer.cost.objective).toBeCloseTo(2 * (15 / 0.75 + 4 * 1.25), 5);
});

test('a contract for what is produced pays for what is at work, and so does a link carry', async () => {
  const contract = { kind: 'ppa', pricePerMWh: 10, pays: 'produced' } as const;
  const far = wind({ purchase: contract, fadePerYear: 0, availability: 0.5, link: 'line' });
  const answer = await planned(
    site({ hours: 2, renewables: [far], links: [line('line', { availability: 0.8, capexPerMW: 40 })] }),
  );
  // 2 MW make 1 MW; the line has 1.25 MW.
  expect(standingIn(answer)).toEqual({ wind: expect.closeTo(2, 6), line: expect.closeTo(1.25, 6) });
  expect(answer.cost.objective).toBeCloseTo(10 * 8760 + 40 * 1.25, 4);
});
