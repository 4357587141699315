import { expect, test } from 'vitest';
import { pypsaFolder } from '../../src/model/pypsa/network.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf } from '../fixtures/answers.ts';
import { programmeOfFolder } from '../fixtures/pypsa-programme.ts';
import { realWindow } from '../fixtures/real-window.ts';

/** No network holds energy to power; here nothing else does either. */
const free = { min: 0, max: 1e5 };
const durations = (...names: readonly string[]) => names.map((name) => `storages[${name}].durationHours`);

async function bothCosts(
  scenario: Scenario,
): Promise<{ readonly ours: number; readonly theirs: number; readonly left: readonly string[] }> {
  const { files, left, constant } = pypsaFolder(scenario, wholeScope(scenario));
  const solved = await highsSolver.solve(programmeOfFolder(new Map(files)), {
    timeLimitSeconds: Number.POSITIVE_INFINITY,
  });
  const planned = await plan(scenario, engineOf());
  if (solved.status !== 'optimal' || planned.status !== 'optimal')
    throw new Error(`${solved.status}, ${planned.status}`);
  return { ours: planned.cost.objective, theirs: solved.objective + constant, left: left.map(({ where }) => where) };
}

test('a network has the least cost of its scenario: work that waits, a link that binds, charges, standing plant and two storages', async () => {
  const given = realWindow(300, 48, { kind: 'hourly', target: 1, over: 'everyYear' });
  const [battery] = given.storages;
  const { ours, theirs, left } = await bothCosts({
    ...given,
    renewables: given.renewables.map((plant, i) => ({
      ...plant,
      committedMW: 20 * i,
      variableOpexPerMWh: 1 + i,
      wheelingPerMWh: 3,
    })),
    storages: [
      {
        ...battery!,
        durationHours: free,
        committedMW: 5,
        committedMWh: 20,
        minimumStateOfCharge: 0.1,
        availability: 0.9,
      },
      {
        ...battery!,
        name: 'long',
        durationHours: free,
        chargeEfficiency: 0.7,
        capexPerMW: 400_000,
        capexPerMWh: 20_000,
      },
    ],
    links: given.links.map((link) => ({ ...link, capacityMW: 30, maximumMW: 60, capexPerMW: 50_000 })),
  });
  expect(left).toEqual(durations('battery', 'long'));
  expect(theirs / ours).toBeCloseTo(1, 7);
});

test('and with what is bought and sold: subscribed power, an hourly target, carbon, an energy contract', async () => {
  const given = realWindow(0, 48, { kind: 'hourly', target: 0.8, over: 'everyYear' });
  const [coast, plateau] = given.renewables;
  const { ours, theirs, left } = await bothCosts({
    ...given,
    load: { ...given.load, pue: [new Float64Array(48).fill(1.3)] },
    renewables: [coast!, { ...plateau!, purchase: { kind: 'ppa', pricePerMWh: 40, pays: 'produced' } }],
    storages: given.storages.map((one) => ({ ...one, durationHours: free })),
    grid: {
      ...given.grid,
      ...{ exportPricePerMWh: [new Float64Array(48).fill(20)], exportLimitMW: 15, importLimitMW: 30 },
      ...{ subscribedPowerCostPerMWYear: 30_000, carbonIntensityKgPerMWh: 600, carbonPricePerTonne: 50 },
    },
  });
  expect(left).toEqual(durations('battery'));
  expect(theirs / ours).toBeCloseTo(1, 7);
});

test('what a network cannot say is named', () => {
  const given = realWindow(0, 24, { kind: 'annual', target: 0.8, over: 'everyYear' });
  const [first, second] = given.load.tiers;
  const { left } = pypsaFolder(
    {
      ...given,
      load: { ...given.load, tiers: [first!, { ...second!, rampSharePerHour: 0.1 }] },
      security: { reserveHours: 1 },
    },
    wholeScope(given),
  );
  expect(left.map(({ where }) => where)).toEqual([
    ...durations('battery'),
    'load.tiers[training].rampSharePerHour',
    'security.reserveHours',
    'matching',
  ]);
});
