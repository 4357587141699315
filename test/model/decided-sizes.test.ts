import { expect, test } from 'vitest';
import { formulateBuildOut } from '../../src/model/formulation.ts';
import { leastImportScope } from '../../src/studies/scope.ts';
import { battery, phase, plant, series, site } from '../fixtures/site.ts';

/** A plant that is not built, one at the maximum of its site, and a storage no longer than it may be. */
const scenario = site({
  hours: 2,
  phases: [phase('first', 2030, 5, 40), phase('second', 2035, 5, 80)],
  renewables: [
    plant('wind', [1, 1], { siteMaximumMW: 100, lifetimeYears: 25 }),
    plant('sun', [1, 0], { siteMaximumMW: 500, lifetimeYears: 25 }),
  ],
  storages: [battery({ committedMW: 7, committedMWh: 28, lifetimeYears: 25, durationHours: { min: 2, max: 4 } })],
});
// wind, sun, power, energy
const built = [series(0, 300, 1, 4), series(0, 200, 2, 8)];
const standing = [0, 500, 10, 40];

test('sizes that are decided have room on both sides, and no limit but what was built holds them', () => {
  const { program, phases } = formulateBuildOut(scenario, leastImportScope(scenario, 1, built));
  const columns = standing.map((_, i) => phases[0]!.K.at(i));
  expect(columns.map((j) => program.columnLower[j])).toEqual(standing.map((size) => size - 1));
  expect(columns.map((j) => program.columnUpper[j])).toEqual(standing.map((size) => size + 1));
  // One equation a size: they are what stands, whatever the room.
  expect([...program.rowLower]).toEqual([...program.rowUpper]);
  expect(program.rowCount).toBe(standing.length);
});

test('the limits of sizes that are still free stay, and so do those of a plan', () => {
  const free = leastImportScope(scenario, 1, [built[0]!]);
  for (const scope of [free, { ...leastImportScope(scenario, 1, built), minimise: 'cost' as const }]) {
    const { program, phases } = formulateBuildOut(scenario, scope);
    const { K } = phases[0]!;
    expect([0, 1].map((i) => program.columnLower[K.at(i)])).toEqual([0, 0]);
    expect([0, 1].map((i) => program.columnUpper[K.at(i)])).toEqual([100, 500]);
    expect(program.rowCount).toBe(standing.length + 2);
  }
});
