import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { plan } from '../../src/studies/plan.ts';
import type { Remedy } from '../../src/studies/repair/document.ts';
import { begunLater } from '../../src/studies/repair/later-start.ts';
import { repair } from '../../src/studies/repair.ts';
import { engineOf } from '../fixtures/answers.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { battery, line, own, phase, plant, site, work } from '../fixtures/site.ts';

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
  const kept: { remedies: string[]; unfinished: string[] }[] = [];
  const found = await repair(scenario, engineOf(), ({ remedies, unfinished }) =>
    kept.push({ remedies: remedies.map(({ name }) => name), unfinished }),
  );
  expect(found).toMatchObject({ status: 'infeasible', missing: [{ permittedMWh: 0 }] });
  // Whoever stops it has the remedies that were found, and knows what is missing.
  const rest = [
    ...['the cheapest plan with all maxima lifted together', 'two maxima raised together'],
    'a maximum and a change of the load together',
  ];
  expect(kept.slice(0, 2)).toEqual([
    { remedies: ['matching'], unfinished: ['wind', 'sun', 'battery', 'late', 'more work that may wait', ...rest] },
    { remedies: ['wind', 'matching'], unfinished: ['sun', 'battery', 'late', 'more work that may wait', ...rest] },
  ]);
  expect(kept.at(-1)!.unfinished).toEqual(rest.slice(2));
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

test('where each of two sites is still in every other hour both are needed, as much of each, and no less of both is enough', async () => {
  const scenario = site({
    hours: 2,
    renewables: [
      plant('wind', [1, 0], { siteMaximumMW: 0.5, purchase: own(1) }),
      plant('sun', [0, 1], { siteMaximumMW: 0.2, purchase: own(3) }),
      plant('waves', [1, 0], { siteMaximumMW: 0.1, purchase: own(9) }),
    ],
  });
  const { remedies, pair } = await repair(scenario, engineOf());
  for (const name of ['wind', 'sun', 'waves']) {
    expect(remedyOf(remedies, name, 'siteMaximumMW')).toMatchObject({ verdict: 'notEnough' });
  }
  // 1 MW of wind for 1, 1 MW of sun for 3.
  expect(pair!.objective).toBeCloseTo(4, 6);
  expect(pair!.remedies).toMatchObject([
    { name: 'wind', present: 0.5 },
    { name: 'sun', present: 0.2 },
  ]);
  // Waves give the first hour 0.1 MW, which costs more: both grow in the proportion of 0.5 to 0.8, until the sun is enough.
  for (const { needed, infeasibleBelow, inCheapest } of pair!.remedies) {
    for (const mw of [needed, infeasibleBelow, inCheapest]) expect(mw).toBeCloseTo(1, 3);
  }
  const statusWith = async (change: (mw: number) => number, of: 'needed' | 'infeasibleBelow') => {
    const renewables = scenario.renewables.map((one) => {
      const raised = pair!.remedies.find(({ name }) => name === one.name);
      return raised === undefined ? one : { ...one, siteMaximumMW: change(raised[of]) };
    });
    return (await plan({ ...scenario, renewables }, engineOf(), 'together', false)).status;
  };
  expect(await statusWith((mw) => mw * (1 + 1e-5), 'needed')).toBe('optimal');
  expect(await statusWith((mw) => mw * (1 - 1e-4), 'infeasibleBelow')).toBe('infeasible');
});

test('of three maxima that the cheapest plan goes beyond the two are found that are enough, at more than that plan costs', async () => {
  const one = (name: string, factors: readonly number[], price: number) =>
    plant(name, factors, { siteMaximumMW: 0.5, purchase: own(price) });
  const renewables = [one('morning', [1, 0, 0.2], 1), one('noon', [0, 1, 0.2], 1), one('evening', [0, 0, 1], 0.1)];
  const { pair, cheapest } = await repair(site({ hours: 3, renewables }), engineOf());
  // 1 + 1 + 0.1·0.6; and where the evening stays at 0.5 MW, 2.5 MW of the others give the rest of its hour.
  expect([cheapest!.beyond.length, cheapest!.objective]).toEqual([3, expect.closeTo(2.06, 6)]);
  expect(pair!.objective).toBeCloseTo(2.55, 6);
  expect(pair!.remedies.map(({ name }) => name)).toEqual(['morning', 'noon']);
  expect(pair!.remedies.reduce((sum, { needed }) => sum + needed, 0)).toBeCloseTo(2.5, 3);
});

test('where a plant is not there yet the plan may begin in the first year in which enough of them are, all phases together', async () => {
  const renewables = [
    plant('wind', [1, 1], { availableFrom: 2003, siteMaximumMW: 0.6, purchase: own(1) }),
    plant('sun', [1, 1], { availableFrom: 2005, siteMaximumMW: 0.6, purchase: own(1) }),
  ];
  const phases = [phase('small', 2000, 1, 0.5), phase('large', 2001, 2, 1)];
  const scenario = site({ hours: 2, phases, renewables });
  const { remedies } = await repair(scenario, engineOf());
  // Of 1 MW wind alone gives 0.6: both are needed, in 2001 + 4.
  expect(remedyOf(remedies, 'phases', 'firstYear')).toEqual({
    ...{ name: 'phases', quantity: 'firstYear', present: 2000, verdict: 'enough' },
    ...{ needed: 2004, infeasibleBelow: 2004 },
  });
  const statusFrom = async (years: number) => (await plan(begunLater(scenario, years), engineOf())).status;
  expect([await statusFrom(3), await statusFrom(4)]).toEqual(['infeasible', 'optimal']);
  // A link that is extended in 2004: before, and in all years that nothing is added in, no plan exists.
  const wired = site({
    hours: 2,
    phases,
    renewables: [plant('wind', [1, 1], { link: 'line', siteMaximumMW: 2, purchase: own(1) })],
    links: [
      line('line', {
        capacityMW: [
          { year: 2000, value: 0.7 },
          { year: 2004, value: 1 },
        ],
        maximumMW: [
          { year: 2000, value: 0.7 },
          { year: 2004, value: 1 },
        ],
      }),
    ],
  });
  expect(remedyOf((await repair(wired, engineOf())).remedies, 'phases', 'firstYear')).toMatchObject({ needed: 2003 });
  const many = Array.from({ length: 7 }, (_, at) =>
    plant(`wind ${at}`, [1, 1], { availableFrom: 2003 + at, siteMaximumMW: 0.1, purchase: own(1) }),
  );
  const untried = await repair(site({ hours: 2, phases, renewables: many }), engineOf());
  expect(remedyOf(untried.remedies, 'phases', 'firstYear')).toEqual({
    ...{ name: 'phases', quantity: 'firstYear', present: 2000, verdict: 'open' },
  });
  const never = site({ hours: 2, phases, renewables: renewables.slice(0, 1) });
  expect(remedyOf((await repair(never, engineOf())).remedies, 'phases', 'firstYear')).toMatchObject({
    verdict: 'notEnough',
    stillMissingMWh: expect.closeTo(0.8, 6),
  });
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
