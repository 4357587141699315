import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import { coarsen } from '../../src/scenario/coarsen.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { battery, own, plant, series, site, work } from '../fixtures/site.ts';

const run = { numRuns: 15, seed: 20260312 };

/** The same scenario with every hour lasting four; losses over time and ramps, where steps do count, left out. */
function slowed(scenario: Scenario): Scenario {
  const { weatherYears, load, renewables, storages, grid } = scenario;
  const slow = (years: readonly Float64Array[]) =>
    years.map((values) => Float64Array.from({ length: 4 * values.length }, (_, h) => values[Math.floor(h / 4)]!));
  return {
    ...scenario,
    weatherYears: weatherYears.map((year) => ({ ...year, hours: 4 * year.hours })),
    load: {
      ...load,
      pue: slow(load.pue),
      tiers: load.tiers.map(({ rampSharePerHour: _, ...tier }) => ({
        ...tier,
        deadlineHours: 4 * tier.deadlineHours,
        arrivalShape: slow(tier.arrivalShape),
      })),
    },
    renewables: renewables.map((of) => ({ ...of, capacityFactor: slow(of.capacityFactor) })),
    storages: storages.map((of) => ({
      ...of,
      selfDischargePerHour: 0,
      committedMW: 1,
      committedMWh: 3,
      fixedOpexPerMWhYear: 0.5,
      cyclesPerYear: 10,
      capexPerMWh: [
        { year: 2030, value: 100 },
        { year: 2032, value: 60 },
      ],
    })),
    grid: { ...grid, importPricePerMWh: slow(grid.importPricePerMWh), exportPricePerMWh: slow(grid.exportPricePerMWh) },
  };
}

async function optimumOf(scenario: Scenario) {
  const formulation = formulate(scenario, wholeScope(scenario));
  const result = await engineOf().solve(formulation.program, 'all phases');
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${result.status}`);
  const { first, length } = formulation.phases[0]!.K;
  return { cost: result.objective, sizes: result.primal.slice(first, first + length) };
}

const matchings: readonly Matching[] = [
  { kind: 'hourly', target: 1, over: 'everyYear' },
  { kind: 'hourly', target: 0.9, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'everyYear' },
  { kind: 'none' },
];

test('where nothing changes within a step, the coarse scenario costs what the fine one costs', async () => {
  let stored = 0;
  const law = fc.asyncProperty(fc.nat(), fc.constantFrom(...matchings), async (seed, matching) => {
    const fine = slowed(randomSite({ seed, matching }));
    const answer = await optimumOf(fine);
    const coarse = await optimumOf(coarsen(fine, 4)!);
    expect(Math.abs(coarse.cost / answer.cost - 1)).toBeLessThan(1e-9);
    const energy = fine.renewables.length + 1;
    if (answer.sizes[energy]! > 3.1) stored++;
  });
  await fc.assert(law, run);
  // Energies and their prices count only where storage is built.
  expect(stored).toBeGreaterThan(5);
});

test('powers of the coarse answer are those of the fine one, energies a quarter', async () => {
  // 1 MW through four hours of night: 2 MW of sun, 1 MW and 4 MWh of storage.
  const day = site({
    hours: 8,
    renewables: [plant('sun', [1, 1, 1, 1, 0, 0, 0, 0], { purchase: own(10) })],
    storages: [battery({ capexPerMW: 1, capexPerMWh: 1 })],
  });
  const [fine, coarse] = [await optimumOf(day), await optimumOf(coarsen(day, 4)!)];
  expect(fine.cost).toBeCloseTo(20 + 1 + 4, 9);
  expect(coarse.cost).toBeCloseTo(20 + 1 + 4, 9);
  expect(Array.from(fine.sizes)).toEqual([2, 1, 4].map((size) => expect.closeTo(size)));
  expect(Array.from(coarse.sizes)).toEqual([2, 1, 1].map((size) => expect.closeTo(size)));
});

const ofEverything = site({
  hours: 6,
  pue: [1, 1.2, 1.4, 1.1, 1.1, 1.1],
  renewables: [plant('sun', [0, 0.3, 0.6, 1, 0.8, 0])],
  storages: [battery({ durationHours: { min: 3, max: 12 }, selfDischargePerHour: 0.1, committedMW: 5 })],
  tiers: [work('steady', [1, 2, 3, 3, 2, 1], { rampSharePerHour: 0.1 })],
  grid: { importPricePerMWh: [series(10, 20, 30, 60, 50, 40)], exportPricePerMWh: [series(0, 0, 3, 6, 6, 6)] },
});

test('every hourly series becomes the means of its steps, and the years as many steps', () => {
  const { weatherYears, load, renewables, grid } = coarsen(ofEverything, 3)!;
  const means = (...values: readonly number[]) => [values.map((value) => expect.closeTo(value, 12))];
  const shown = (years: readonly Float64Array[]) => years.map((values) => Array.from(values));
  expect(weatherYears).toEqual([{ name: 'only', weight: 1, year: 2005, hours: 2 }]);
  expect(shown(load.pue)).toEqual(means(1.2, 1.1));
  expect(shown(load.tiers[0]!.arrivalShape)).toEqual(means(1, 1));
  expect(shown(renewables[0]!.capacityFactor)).toEqual(means(0.3, 0.6));
  expect(shown(grid.importPricePerMWh)).toEqual(means(20, 50));
  expect(shown(grid.exportPricePerMWh)).toEqual(means(1, 6));
});

test('a step of three hours ramps three times as far, loses three hours of charge and fills a third of the hours', () => {
  const { load, storages } = coarsen(ofEverything, 3)!;
  expect(load.tiers[0]!.rampSharePerHour).toBeCloseTo(0.3, 12);
  // 0.9³ = 0.729 is left.
  expect(storages[0]!.selfDischargePerHour).toBeCloseTo(0.271, 12);
  expect(storages[0]!.durationHours).toEqual({ min: 1, max: 4 });
  expect(storages[0]!.committedMW).toBe(5);
});

test('a tier without a ramp gets none', () => {
  const { load } = coarsen(site({ hours: 8 }), 4)!;
  expect(load.tiers[0]).not.toHaveProperty('rampSharePerHour');
});

test('a deadline counts whole steps, so that no work waits longer than it may; less than a step is firm', () => {
  const deadlines = [0, 3, 4, 7, 24, 168];
  const tiers = deadlines.map((deadlineHours) => work(`within ${deadlineHours} h`, [1, 1, 1, 1], { deadlineHours }));
  const { load } = coarsen(site({ hours: 4, tiers }), 4)!;
  expect(load.tiers.map(({ deadlineHours }) => deadlineHours)).toEqual([0, 0, 1, 1, 6, 42]);
});

test('a promise by calendar months has no coarse scenario, one by the year has', () => {
  const promising = (kind: 'monthly' | 'annual') =>
    coarsen(site({ hours: 8, matching: { kind, target: 1, over: 'everyYear' } }), 4);
  expect(promising('monthly')).toBeUndefined();
  expect(promising('annual')).toBeDefined();
});

test('one weather year whose hours do not divide is enough for there to be no coarse scenario', () => {
  const years = (...lengths: readonly number[]) =>
    site({
      hours: 8,
      weatherYears: lengths.map((hours, y) => ({ name: `year ${y}`, weight: 0.5, year: 2005 + y, hours })),
    });
  expect(coarsen(years(8, 9), 4)).toBeUndefined();
  expect(coarsen(years(8, 12), 4)?.weatherYears.map(({ hours }) => hours)).toEqual([2, 3]);
});
