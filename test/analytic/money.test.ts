import { expect, test } from 'vitest';
import type { Purchase, Renewable } from '../../src/scenario/scenario.ts';
import { planned } from '../fixtures/answers.ts';
import { battery, own, phase, plant, series, site } from '../fixtures/site.ts';

const always = [1, 1];
const twoPhases = [phase('first', 2030, 2, 1), phase('second', 2032, 3, 2)];
const falling: Purchase = {
  kind: 'own',
  capexPerMW: [
    { year: 2030, value: 100 },
    { year: 2032, value: 50 },
  ],
  fixedOpexPerMWYear: 0,
};

function costOf(wind: Renewable): Promise<number> {
  const scenario = site({ hours: 2, phases: twoPhases, renewables: [wind] });
  return planned(scenario).then(({ cost }) => cost.objective);
}

test('a year of a later phase is worth less by the interest of the years before it', async () => {
  const grid = { importPricePerMWh: [series(1, 1)] };
  const phases = [phase('first', 2030, 2, 1), phase('second', 2032, 1, 2)];
  const answer = await planned(site({ hours: 2, discountRate: 0.1, phases, grid, matching: { kind: 'none' } }));
  // 1 MW in 2030 and 2031, 2 MW in 2032: 1 + 1 / 1.1 + 2 / 1.21 = 3.5619835 years of 8,760 MWh at 1.
  expect(answer.cost.objective).toBeCloseTo(8760 * 3.561983471, 3);
});

test('a plant keeps the price it was built at', async () => {
  const wind = plant('wind', always, { lifetimeYears: 10, purchase: falling });
  // Annually 100 / 10 for the first MW through 5 years, 50 / 10 for the second through 3.
  expect(await costOf(wind)).toBeCloseTo(10 * 5 + 5 * 3, 6);
});

test('a plant whose life ends before a later phase is built anew at the later price', async () => {
  const wind = plant('wind', always, { lifetimeYears: 2, purchase: falling });
  // 100 / 2 for 1 MW through 2 years, then 50 / 2 for both MW through 3.
  expect(await costOf(wind)).toBeCloseTo(50 * 2 + 2 * 25 * 3, 6);
});

test('before it can be commissioned nothing of a plant is built, however cheap', async () => {
  const dear = plant('dear', always, { purchase: own(9), lifetimeYears: 3 });
  const cheap = plant('cheap', always, { purchase: own(3), lifetimeYears: 3, availableFrom: 2031 });
  const { cost } = await planned(site({ hours: 2, phases: twoPhases, renewables: [dear, cheap] }));
  // 9 / 3 for 1 MW through 2030 and 2031; it stands in 2032 and is paid for 3 years more, beside 1 MW at 3 / 3.
  expect(cost.objective).toBeCloseTo(3 * 5 + 1 * 3, 6);
});

test('capital is paid back with interest over the life of the plant', async () => {
  const wind = plant('wind', always, { lifetimeYears: 2, purchase: own(100) });
  const { cost } = await planned(site({ hours: 2, discountRate: 0.1, renewables: [wind] }));
  // 57.619 at the end of each of two years: 57.619 / 1.1 + 57.619 / 1.21 = 100.
  expect(cost.objective).toBeCloseTo(57.6190476, 5);
});

test('a battery pays its converter over the life of the converter and its cells over their own', async () => {
  const storages = [battery({ powerLifetimeYears: 5, lifetimeYears: 10, capexPerMW: 100, capexPerMWh: 100 })];
  const { cost } = await planned(site({ hours: 2, renewables: [plant('sun', [1, 0])], storages }));
  // 1 MW at 100 / 5 and 1 MWh at 100 / 10.
  expect(cost.objective).toBeCloseTo(30, 6);
});

test('weather years count by their probability, and each as 8,760 hours', async () => {
  const weatherYears = [
    { name: 'short', weight: 0.25, year: 2005, hours: 2 },
    { name: 'long', weight: 0.75, year: 2006, hours: 4 },
  ];
  const grid = { importPricePerMWh: [series(1, 1), series(2, 2, 2, 2)] };
  const { cost } = await planned(site({ hours: 2, weatherYears, grid, matching: { kind: 'none' } }));
  expect(cost.objective).toBeCloseTo(8760 * (0.25 * 1 + 0.75 * 2), 4);
});
