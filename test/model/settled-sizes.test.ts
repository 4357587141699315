import { expect, test } from 'vitest';
import { settledSizes } from '../../src/model/settled-sizes.ts';
import { battery, line, phase, plant, series, site } from '../fixtures/site.ts';

/** Two phases of 40 and 80 MW; plants of two, a storage of 7 and a line of 5 MW stand before. */
const scenario = site({
  hours: 2,
  phases: [phase('first', 2030, 5, 40), phase('second', 2035, 5, 80)],
  renewables: [
    plant('wind', [1, 1], { committedMW: 60, siteMaximumMW: 100, lifetimeYears: 25 }),
    plant('sun', [1, 0], { siteMaximumMW: 500, lifetimeYears: 25 }),
  ],
  storages: [battery({ committedMW: 7, committedMWh: 28, lifetimeYears: 25 })],
  links: [line('cable', { capacityMW: 5, maximumMW: 50, lifetimeYears: 25 })],
});
// wind, sun, power, energy, cable

test('what is committed and not added to is exactly that, and what is not built is nothing', () => {
  const noise = series(1.7e-8, 1.2e-7, 3e-9, 8e-8, -1e-9);
  const { built, standing } = settledSizes(scenario, [noise, noise]);
  expect(built.map((sizes) => [...sizes])).toEqual([
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ]);
  for (const sizes of standing) expect([...sizes]).toEqual([60, 0, 7, 28, 5]);
});

test('what comes within a hair of its maximum is there, from either side, and so is its vintage', () => {
  const { built, standing } = settledSizes(scenario, [
    series(40 - 1e-7, 500 + 1e-7, 0, 0, 0),
    series(0, 0, 0, 0, 45 - 1e-8),
  ]);
  expect([...standing[0]!]).toEqual([100, 500, 7, 28, 5]);
  expect([...standing[1]!]).toEqual([100, 500, 7, 28, 50]);
  expect(built[0]![0]).toBeCloseTo(40, 12);
  expect(built[0]![1]).toBeCloseTo(500, 12);
  expect(built[1]![4]).toBeCloseTo(45, 12);
});

test('many traces are no trace: together they stay below what a law can see', () => {
  const sites = Array.from({ length: 50 }, (_, at) => plant(`site ${at}`, [1, 1], { lifetimeYears: 25 }));
  const many = site({ hours: 2, installedMW: 40, renewables: sites });
  const { built } = settledSizes(many, [new Float64Array(50).fill(1e-6)]);
  // 2.5e-7 of 40 MW are 1e-5 MW: ten of them may go, or nine where rounding has a say.
  expect(built[0]!.filter((size) => size === 0).length).toBeGreaterThanOrEqual(9);
  expect(built[0]!.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(50e-6 - 1e-5 - 1e-12);
});

test('sizes that mean something stay as they are', () => {
  const sizes = series(3, 0.001, 2, 9, 1e-3);
  const { built, standing } = settledSizes(scenario, [sizes, new Float64Array(5)]);
  expect([...built[0]!]).toEqual([...sizes]);
  expect([...standing[1]!]).toEqual([63, 0.001, 9, 37, 5.001]);
});
