import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { plan } from '../../src/studies/plan.ts';
import type { Remedy } from '../../src/studies/repair/document.ts';
import { repair } from '../../src/studies/repair.ts';
import { engineOf } from '../fixtures/answers.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { battery, own, plant, site, work } from '../fixtures/site.ts';

const remedyOf = (remedies: readonly Remedy[], name: string, quantity: Remedy['quantity']) =>
  remedies.find((one) => one.name === name && one.quantity === quantity)!;

test('wind that blows in one hour of two, on a site too small, needs twice the load, a later deadline or half the target', async () => {
  const scenario = site({
    hours: 4,
    tiers: [work('firm', [1], { share: 0.5 }), work('late', [1], { share: 0.5, deadlineHours: 1 })].map((tier) => ({
      ...tier,
      arrivalShape: [new Float64Array(4).fill(1)],
    })),
    meanMW: 1,
    installedMW: 4,
    renewables: [
      plant('wind', [1, 0, 1, 0], { siteMaximumMW: 1.5, purchase: own(1) }),
      plant('sun', [1, 0, 0, 0], { siteMaximumMW: 0.1, purchase: own(1) }),
    ],
    storages: [battery({ maximumMW: 10, capexPerMW: 1, capexPerMWh: 1 })],
  });
  const found = await repair(scenario, engineOf());
  expect(found).toMatchObject({ status: 'infeasible', missing: [{ permittedMWh: 0 }] });
  // 4 MWh are asked for; wind gives 3 and sun 0.1.
  expect(found.missing[0]!.unmatchedMWh).toBeCloseTo(0.9, 6);
  const wind = remedyOf(found.remedies, 'wind', 'siteMaximumMW');
  expect(wind).toMatchObject({ verdict: 'enough', present: 1.5 });
  expect(wind.needed).toBeCloseTo(1.95, 3);
  expect(wind.infeasibleBelow).toBeCloseTo(1.95, 3);
  // One hour of sun in four: 0.1 + 0.9.
  expect(remedyOf(found.remedies, 'sun', 'siteMaximumMW').needed).toBeCloseTo(1, 3);
  expect(remedyOf(found.remedies, 'battery', 'storageMaximumMW')).toMatchObject({ verdict: 'notEnough' });
  expect(remedyOf(found.remedies, 'late', 'deadlineHours')).toMatchObject({ verdict: 'notEnough' });
  expect(remedyOf(found.remedies, 'matching', 'target').needed).toBeCloseTo(3.1 / 4, 6);
  // Sun costs as much a MW and gives half.
  expect(found.cheapest!.beyond).toMatchObject([{ name: 'wind', present: 1.5 }]);
});

test('where work may wait until the wind blows again the least deadline is the length of the lull', async () => {
  const tiers = [{ ...work('late', [1, 1, 1, 1, 1, 1], { deadlineHours: 1 }) }];
  const renewables = [plant('wind', [1, 1, 1, 0, 0, 0])];
  const found = await repair(site({ hours: 6, meanMW: 1, installedMW: 4, tiers, renewables }), engineOf());
  expect(remedyOf(found.remedies, 'late', 'deadlineHours')).toMatchObject({ verdict: 'enough', needed: 3 });
  expect(found.events).toMatchObject([
    { hours: 2, cause: 'No plant makes anything for 2 h, and there is no storage.' },
  ]);
});

test('what suffices has nothing to be repaired', async () => {
  const scenario = site({ hours: 2, renewables: [plant('wind', [1, 1])] });
  expect(await repair(scenario, engineOf())).toMatchObject({ status: 'energySuffices', remedies: [], events: [] });
});

test('a plan exists with each remedy and none a little below it', async () => {
  const roomy = realWindow(0, 72, { kind: 'hourly', target: 1, over: 'everyYear' });
  const small = (mw: number): Scenario => ({
    ...roomy,
    renewables: roomy.renewables.map((asset) => ({ ...asset, siteMaximumMW: mw })),
    storages: roomy.storages.map((one) => ({ ...one, maximumMW: mw })),
  });
  const scenario = small(30);
  const { remedies } = await repair(scenario, engineOf());
  let confirmed = 0;
  for (const { name, quantity, verdict, needed = 0, infeasibleBelow = 0 } of remedies) {
    if (verdict !== 'enough' || quantity !== 'siteMaximumMW') continue;
    const statusAt = async (mw: number) => {
      const renewables = scenario.renewables.map((one) => (one.name === name ? { ...one, siteMaximumMW: mw } : one));
      return (await plan({ ...scenario, renewables }, engineOf(), 'together', false)).status;
    };
    expect(await statusAt(needed * (1 + 1e-5))).toBe('optimal');
    expect(await statusAt(infeasibleBelow * (1 - 1e-4))).toBe('infeasible');
    confirmed++;
  }
  expect(confirmed).toBeGreaterThan(0);
  const target = remedyOf(remedies, 'matching', 'target').needed!;
  const withTarget = async (share: number) =>
    (await plan({ ...scenario, matching: { kind: 'hourly', target: share, over: 'everyYear' } }, engineOf())).status;
  expect([await withTarget(target - 1e-4), await withTarget(target + 1e-3)]).toEqual(['optimal', 'infeasible']);
});
