import { expect, test } from 'vitest';
import type { Renewable, Scenario } from '../../src/scenario/scenario.ts';
import { planned } from '../fixtures/answers.ts';
import { battery, line, own, phase, plant, series, site, work } from '../fixtures/site.ts';

const always = [1, 1];
const table = (...points: readonly (readonly [number, number])[]) => points.map(([year, value]) => ({ year, value }));
const twoPhases = [phase('first', 2030, 2, 1), phase('second', 2032, 3, 2)];
const falling = own(table([2030, 100], [2032, 50]));

function costOf(wind: Renewable): Promise<number> {
  const scenario = site({ hours: 2, phases: twoPhases, renewables: [wind] });
  return planned(scenario).then(({ cost }) => cost.objective);
}

test('each year is paid at its end, and worth less by the interest until then', async () => {
  const grid = { importPricePerMWh: [series(1, 1)] };
  const phases = [phase('first', 2030, 2, 1), phase('second', 2032, 1, 2)];
  const answer = await planned(site({ hours: 2, discountRate: 0.1, phases, grid, matching: { kind: 'none' } }));
  // 1 MW in 2030 and 2031, 2 MW in 2032: 1 / 1.1 + 1 / 1.21 + 2 / 1.331 = 3.2381668 years of 8,760 MWh at 1.
  expect(answer.cost.objective).toBeCloseTo(8760 * 3.238166792, 3);
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

test('a plant that wears out within a phase is replaced at the price of that year and goes on as new', async () => {
  const phases = [phase('first', 2030, 5, 1), phase('second', 2035, 2, 1)];
  const wind = plant('wind', always, { lifetimeYears: 3, purchase: own(table([2030, 90], [2033, 30], [2036, 60]), 1) });
  const { cost, buildOut } = await planned(site({ hours: 2, phases, renewables: [wind] }));
  // 90 / 3 through 2032, 30 / 3 through 2035, 60 / 3 in 2036; one MW is built, once.
  expect(cost.objective).toBeCloseTo(3 * 30 + 3 * 10 + 20 + 7, 6);
  expect(buildOut.map(({ renewables }) => renewables[0]!.builtMW)).toEqual([
    expect.closeTo(1, 9),
    expect.closeTo(0, 9),
  ]);
});

test('a year that a life begins is stood through and paid', async () => {
  const phases = [phase('first', 2030, 3, 1), phase('second', 2033, 1, 1)];
  const wind = plant('wind', always, { lifetimeYears: 2.5, purchase: own(table([2030, 5], [2033, 10])) });
  // 5 / 2.5 in each of three years; in 2033 it is built anew at 10 / 2.5.
  expect((await planned(site({ hours: 2, phases, renewables: [wind] }))).cost.objective).toBeCloseTo(3 * 2 + 4, 6);
});

test('committed plant is new as it first stands, costs nothing but its operation until it is replaced, and then its price', async () => {
  const phases = [phase('first', 2030, 1, 1), phase('second', 2031, 5, 2)];
  const later = plant('later', always, {
    committedMW: 1,
    availableFrom: 2031,
    lifetimeYears: 3,
    purchase: own(table([2031, 60], [2034, 30]), table([2031, 7], [2034, 4])),
  });
  const { schedule, cost } = await planned(
    site({ hours: 2, phases, renewables: [later, plant('dear', always, { lifetimeYears: 10, purchase: own(100) })] }),
  );
  expect(schedule.phases.map(({ capacities }) => capacities.renewables[0]!.capacityMW)).toEqual([0, expect.closeTo(1)]);
  // The dear one through six years; 7 a year through 2033, then 30 / 3 + 4 in 2034 and 2035.
  expect(cost.objective).toBeCloseTo(6 * 10 + 3 * 7 + 2 * 14, 6);
});

test('before it can be commissioned nothing of a plant is built, however cheap', async () => {
  const dear = plant('dear', always, { purchase: own(9), lifetimeYears: 3 });
  const cheap = plant('cheap', always, { purchase: own(3), lifetimeYears: 3, availableFrom: 2031 });
  const { cost } = await planned(site({ hours: 2, phases: twoPhases, renewables: [dear, cheap] }));
  // 9 / 3 for 1 MW through 2030 and 2031; it stands in 2032 and is paid for 3 years more, beside 1 MW at 3 / 3.
  expect(cost.objective).toBeCloseTo(3 * 5 + 1 * 3, 6);
});

test('over its life a plant is paid for once: its capital is worth its price as the plan begins', async () => {
  const phases = [phase('only', 2030, 2, 1)];
  const wind = plant('wind', always, { lifetimeYears: 2, purchase: own(100) });
  const { cost } = await planned(site({ hours: 2, discountRate: 0.1, phases, renewables: [wind] }));
  // 57.619 at the end of each of two years: 57.619 / 1.1 + 57.619 / 1.21 = 100.
  expect(cost.objective).toBeCloseTo(100, 6);
  expect(cost.items.find(({ kind }) => kind === 'capital')!.annualValue).toBeCloseTo(57.6190476, 5);
});

test('whatever is bought, first or in place of what wore out, is paid back by the end of its life', async () => {
  const phases = [phase('only', 2030, 12, 1)];
  const storages = [
    battery({ powerLifetimeYears: 4, lifetimeYears: 6, capexPerMW: table([2030, 40], [2042, 160]), capexPerMWh: 50 }),
  ];
  const scenario = site({ hours: 2, discountRate: 0.1, phases, renewables: [plant('sun', [1, 0])], storages });
  const worth = (price: number, year: number) => price / 1.1 ** (year - 2030);
  // 1 MW at 40 + 10 a year in 2030, 2034, 2036 and 2040; 1 MWh at 50 in 2030 and 2036.
  const converters = worth(40, 2030) + worth(80, 2034) + worth(100, 2036) + worth(140, 2040);
  expect((await planned(scenario)).cost.objective).toBeCloseTo(converters + 50 + worth(50, 2036), 6);
});

test('a battery pays its converter over the life of the converter and its cells over their own', async () => {
  const storages = [battery({ powerLifetimeYears: 5, lifetimeYears: 10, capexPerMW: 100, capexPerMWh: 100 })];
  const { cost } = await planned(site({ hours: 2, renewables: [plant('sun', [1, 0])], storages }));
  // 1 MW at 100 / 5 and 1 MWh at 100 / 10.
  expect(cost.objective).toBeCloseTo(30, 6);
});

test('a converter that outlives its battery is paid over the life of the battery', async () => {
  const storages = [battery({ powerLifetimeYears: 40, lifetimeYears: 5, capexPerMW: 100 })];
  expect((await planned(site({ hours: 2, renewables: [plant('sun', [1, 0])], storages }))).cost.objective).toBeCloseTo(
    20,
  );
});

test('a converter is replaced at the price of that year, the last one paid over the years its battery has left', async () => {
  const phases = [phase('first', 2030, 10, 1)];
  const storages = [battery({ powerLifetimeYears: 3, lifetimeYears: 7, capexPerMW: table([2030, 90], [2036, 30]) })];
  const { cost } = await planned(site({ hours: 2, phases, renewables: [plant('sun', [1, 0])], storages }));
  // 1 MW: 90 / 3 through 2032, 60 / 3 through 2035, 30 in 2036; with the new battery of 2037 again 30 / 3.
  expect(cost.objective).toBeCloseTo(3 * 30 + 3 * 20 + 30 + 3 * 10, 6);
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

// δ is 0.8 and 0.64.
const twoDearYears = { hours: 2, discountRate: 0.25, phases: [phase('first', 2030, 2, 1)] };
const worth = (first: number, second: number) => 0.8 * first + 0.64 * second;

test('every cost that follows from hours may change with the year in which it is paid', async () => {
  const wind = plant('wind', always, {
    variableOpexPerMWh: table([2030, 1], [2031, 3]),
    wheelingPerMWh: table([2030, 2], [2031, 0]),
    link: 'cable',
  });
  const links = [line('cable', { wheelingPerMWh: table([2030, 5], [2031, 6]) })];
  const own = await planned(site({ ...twoDearYears, renewables: [wind], links }));
  expect(own.cost.objective).toBeCloseTo(8760 * worth(1 + 2 + 5, 3 + 6), 2);
  const grid = {
    importPricePerMWhByYear: table([2030, 10], [2031, 30]),
    subscribedPowerCostPerMWYear: table([2030, 5], [2031, 7]),
  };
  const bought = await planned(site({ ...twoDearYears, grid, matching: { kind: 'none' } }));
  expect(bought.cost.objective).toBeCloseTo(8760 * worth(10, 30) + worth(5, 7), 2);
  const shed = { maximumShare: 1, lostComputePerMWh: table([2030, 2], [2031, 1]) };
  const idle = await planned(
    site({ ...twoDearYears, tiers: [work('steady', [1], { shed, arrivalShape: [series(1, 1)] })] }),
  );
  expect(idle.cost.objective).toBeCloseTo(8760 * worth(2, 1), 2);
});

test('rent and wear of a storage may change with the year in which they are paid', async () => {
  const store = battery({
    purchase: { kind: 'tolling', pricePerMWMonth: table([2030, 5], [2031, 7]) },
    durationHours: { min: 0.5, max: 0.5 },
    lifetimeYears: 20,
    powerLifetimeYears: 20,
    wearPerMWh: table([2030, 1], [2031, 2]),
  });
  const { cost } = await planned(site({ ...twoDearYears, renewables: [plant('sun', [1, 0])], storages: [store] }));
  // 2 MW of half an hour, twelve months; 4,380 MWh a year.
  expect(cost.objective).toBeCloseTo(2 * 12 * worth(5, 7) + 4380 * worth(1, 2), 2);
});

test('interest during construction is paid with the investment, of every part of an asset', async () => {
  const interestDuringConstruction = 0.1;
  const wind = plant('wind', [1, 0], { purchase: own(100), link: 'cable', interestDuringConstruction });
  const store = battery({ capexPerMW: 20, capexPerMWh: 30, interestDuringConstruction });
  const links = [line('cable', { capexPerMW: 40, interestDuringConstruction })];
  const { cost } = await planned(site({ hours: 2, renewables: [wind], storages: [store], links }));
  expect(cost.objective).toBeCloseTo(1.1 * (2 * 100 + 20 + 30 + 2 * 40), 6);
});

test('where what stands is sold as the plan ends, its price is paid whole and its years that are left come back', async () => {
  const of = (more: Partial<Scenario>, wind: Partial<Renewable> = {}) =>
    planned({
      ...site({
        hours: 2,
        discountRate: 0.25,
        renewables: [plant('wind', always, { purchase: own(100), lifetimeYears: 2, ...wind })],
      }),
      ...more,
    }).then(({ cost }) => cost);
  // An annuity of 25/36 of the price, at the end of the one year.
  expect((await of({})).objective).toBeCloseTo((0.8 * 100 * 25) / 36, 6);
  // 100 paid as the plan begins, 50 got a year later.
  const sold = await of({ salvage: 'linear' });
  expect(sold.objective).toBeCloseTo(100 - 0.8 * 50, 6);
  expect(sold.items.find(({ kind }) => kind === 'salvage')?.value).toBeCloseTo(60 - (0.8 * 100 * 25) / 36, 6);
  expect((await of({ salvage: 'none' })).objective).toBeCloseTo(100, 6);
  // Worn out as the plan ends: nothing is owed. Without interest the line is what annuities pay.
  expect((await of({ salvage: 'none' }, { lifetimeYears: 1 })).objective).toBeCloseTo(100, 6);
  expect((await of({ salvage: 'linear', discountRate: 0 })).objective).toBeCloseTo(50, 6);
});

test('what was committed owes nothing until it is replaced, and then what is left of its replacement', async () => {
  const phases = [phase('first', 2030, 3, 1)];
  const wind = plant('wind', always, { committedMW: 1, siteMaximumMW: 1, lifetimeYears: 2, purchase: own(100) });
  const scenario = { ...site({ hours: 2, phases, renewables: [wind] }), salvage: 'none' as const };
  // Replaced in 2032 for two years, of which the plan sees one: 50 as an annuity, and 50 owed.
  expect((await planned(scenario)).cost.objective).toBeCloseTo(100, 6);
});
