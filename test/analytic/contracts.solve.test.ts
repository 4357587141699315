import { expect, test } from 'vitest';
import { contractsOf } from '../../src/metrics/contracts.ts';
import type { Ppa, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, expectClose, flowsOf, planned, proven, standingIn } from '../fixtures/answers.ts';
import { battery, own, phase, plant, series, site, work } from '../fixtures/site.ts';

const used = (more: Partial<Ppa> = {}): Ppa => ({ kind: 'ppa', pays: 'used', pricePerMWh: 10, ...more });
const kindOf = ({ cost }: Proven, kind: string) => cost.items.find((item) => item.kind === kind)?.annualValue;
const contractIn = (scenario: Scenario, answer: Proven) =>
  contractsOf(scenario, answer.schedule.phases[0]!, answer.cost.items)[0]!;

test('energy that is paid for is taken before cheaper energy, and what is not taken is paid for all the same', async () => {
  // 1 MW is needed in both hours; the grid costs 4.
  const wind = (least: number) =>
    plant('wind', [1, 0.5], {
      committedMW: 1,
      siteMaximumMW: 1,
      purchase: used({ takeOrPayMWhPerYear: least }),
    });
  const of = (least: number) =>
    site({
      hours: 2,
      renewables: [wind(least)],
      matching: { kind: 'none' },
      grid: { importPricePerMWh: [series(4, 4)] },
    });
  // Within the promise wind costs nothing more; half of the hours are 4,380 MWh each.
  const some = await planned(of(4380));
  expect(flowsOf(some).renewables[0]!.generationMW.reduce((sum, mw) => sum + mw, 0)).toBeCloseTo(1, 6);
  expect(some.cost.objective).toBeCloseTo(10 * 4380 + 4 * 4380, 3);
  expect(kindOf(some, 'shortfall')).toBeCloseTo(0, 3);
  // It gives 1.5 · 4,380 MWh at most: of 8,760 a quarter is paid for nothing.
  const all = await planned(of(8760));
  expectClose(flowsOf(all).importMW, [0, 0.5]);
  expect(kindOf(all, 'shortfall')).toBeCloseTo(10 * 0.5 * 4380, 3);
  expect(all.cost.objective).toBeCloseTo(10 * 8760 + 4 * 0.5 * 4380, 3);
  expect(contractIn(of(8760), all)).toMatchObject({
    name: 'wind',
    annualCost: expect.closeTo(87_600, 3),
    annualMWh: expect.closeTo(6570, 3),
    effectivePricePerMWh: expect.closeTo(87_600 / 6570, 6),
  });
});

test('a contract of half the energy leaves the other half to a dearer plant', async () => {
  const renewables = [
    plant('contract', [1, 1], { purchase: used({ mostMWhPerYear: 4380 }) }),
    plant('own', [1, 1], { purchase: own(20 * 8760) }),
  ];
  const answer = await planned(site({ hours: 2, renewables }));
  // 0.5 MW on average of each: the contract in one hour alone would ask for a whole plant in the other.
  expect(standingIn(answer)['own']).toBeCloseTo(0.5, 6);
  expect(answer.cost.objective).toBeCloseTo(10 * 4380 + 20 * 8760 * 0.5, 2);
});

test('a plant is owned in part and contracted in part, as it costs least, on one site', async () => {
  const parts = [
    plant('contracted', [1, 1], { purchase: used({ mostMWhPerYear: 4380 }) }),
    plant('owned', [1, 1], { purchase: own(20 * 8760) }),
  ];
  const grid = { importPricePerMWh: [series(50, 50)] };
  const of = (siteMaximumMW: number) =>
    site({
      ...{ hours: 2, matching: { kind: 'none' }, grid },
      renewables: parts.map((part) => ({ ...part, site: 'hill', siteMaximumMW })),
    });
  // Half a MW on contract at 10, as much as it offers, a quarter owned at 20 in what the site has left, a quarter bought at 50.
  const answer = await planned(of(0.75));
  expect(standingIn(answer)).toEqual({ contracted: expect.closeTo(0.5, 6), owned: expect.closeTo(0.25, 6) });
  expect(answer.cost.objective).toBeCloseTo(8760 * (0.5 * 10 + 0.25 * 20 + 0.25 * 50), 2);
  const inBlocks = proven(await plan(of(0.75), engineOf(highsSolver, 'decomposed'), 'together'));
  expect(inBlocks.cost.objective).toBeCloseTo(answer.cost.objective, 1);
  // With room for both, as two plants by themselves.
  expect((await planned(of(1))).cost.objective).toBeCloseTo(8760 * (0.5 * 10 + 0.5 * 20), 2);
});

test('a price by year is the mean of the years of a phase by their worth', async () => {
  const pricePerMWh = [
    { year: 2030, value: 10 },
    { year: 2031, value: 30 },
  ];
  const of = (pays: 'used' | 'produced') =>
    site({
      hours: 2,
      discountRate: 0.25,
      phases: [phase('first', 2030, 2, 1)],
      renewables: [plant('wind', [1, 1], { purchase: used({ pricePerMWh, pays }) })],
    });
  // δ is 0.8 and 0.64.
  for (const pays of ['used', 'produced'] as const) {
    const answer = await planned(of(pays));
    expect(answer.cost.objective).toBeCloseTo(8760 * (0.8 * 10 + 0.64 * 30), 2);
    expect(kindOf(answer, 'energyPurchase')).toBeCloseTo((8760 * (0.8 * 10 + 0.64 * 30)) / 1.44, 2);
  }
});

test('a battery that is rented costs its power by the month, and its energy comes with it', async () => {
  const sun = plant('sun', [1, 0]);
  const store = battery({
    purchase: { kind: 'tolling', pricePerMWMonth: 5 },
    durationHours: { min: 0.5, max: 0.5 },
  });
  const scenario = site({ hours: 2, renewables: [sun], storages: [store] });
  const answer = await planned(scenario);
  // 1 MWh through the night of a battery for half an hour: 2 MW.
  expect(standingIn(answer)['battery']).toEqual([expect.closeTo(2, 6), expect.closeTo(1, 6)]);
  expect(answer.cost.objective).toBeCloseTo(2 * 12 * 5, 6);
  expect(kindOf(answer, 'tolling')).toBeCloseTo(120, 6);
  expect(answer.cost.items.filter(({ name }) => name === 'battery').map(({ kind }) => kind)).toEqual([
    'tolling',
    'wear',
  ]);
  expect(contractIn(scenario, answer)).toMatchObject({
    annualMWh: expect.closeTo(4380, 3),
    annualCost: expect.closeTo(120, 6),
  });
});

const threeYears = [phase('first', 2030, 1, 1), phase('second', 2031, 2, 1)];

test('when a contract ends its plant is gone, and another is built in its place', async () => {
  const term = { lastYear: 2030, after: 'gone' as const };
  const renewables = [
    plant('contract', [1, 1], { purchase: used({ term }), lifetimeYears: 20, siteMaximumMW: 1, committedMW: 1 }),
    plant('own', [1, 1], { purchase: own(20 * 8760, 0), lifetimeYears: 1 }),
  ];
  const answer = await planned(site({ hours: 2, phases: threeYears, renewables }));
  expect(standingIn(answer, 0)).toEqual({ contract: expect.closeTo(1, 6), own: 0 });
  expect(standingIn(answer, 1)).toEqual({ contract: 0, own: expect.closeTo(1, 6) });
  // 10 a MWh in 2030, then a plant that is bought anew each year.
  expect(answer.cost.objective).toBeCloseTo(8760 * (10 + 20 + 20), 2);
});

test('a contract that goes on at the price of the market promises nothing after its last year', async () => {
  // Its price by year, as a scenario file that names the price of the market makes it.
  const pricePerMWh = [
    { year: 2030, value: 10 },
    { year: 2031, value: 10 },
    { year: 2032, value: 3 },
  ];
  const contract = used({ pricePerMWh, takeOrPayMWhPerYear: 8760, term: { lastYear: 2031, after: 'merchant' } });
  // Half of the hours without wind: 4,380 MWh of 8,760 are paid for nothing in 2030 and in 2031, none in 2032.
  const wind = plant('wind', [1, 0], { purchase: contract, siteMaximumMW: 1 });
  const grid = { importPricePerMWh: [series(50, 50)] };
  const phases = [phase('first', 2030, 3, 1)];
  const answer = await planned(site({ hours: 2, phases, renewables: [wind], matching: { kind: 'none' }, grid }));
  expect(answer.cost.objective).toBeCloseTo(4380 * (2 * (10 + 10) + 3 + 3 * 50), 2);
  // Planned from 2032 on it is a plant at 3 and nothing else.
  const after = await planned(
    site({ hours: 2, phases: [phase('late', 2032, 1, 1)], renewables: [wind], matching: { kind: 'none' }, grid }),
  );
  expect(after.cost.objective).toBeCloseTo(4380 * (3 + 50), 2);
  expect(kindOf(after, 'shortfall')).toBeUndefined();
});

test('a rented storage goes back when its contract ends', async () => {
  const store = battery({
    purchase: { kind: 'tolling', pricePerMWMonth: 5, term: { lastYear: 2030, after: 'gone' } },
    durationHours: { min: 1, max: 1 },
    lifetimeYears: 20,
    powerLifetimeYears: 20,
  });
  const renewables = [plant('sun', [1, 0], { lifetimeYears: 20 }), plant('dear', [1, 1], { purchase: own(8760, 0) })];
  const answer = await planned(site({ hours: 2, phases: threeYears, renewables, storages: [store] }));
  expect(standingIn(answer, 0)['battery']).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
  expect(standingIn(answer, 1)['battery']).toEqual([0, 0]);
  expect(answer.cost.objective).toBeCloseTo(60 + 2 * 8760, 4);
});

test('power that no work asks for is not drawn to take what is paid for anyway', async () => {
  // 1 MWh of work in two hours on machines of 2 MW that do 0.6 of their best with half of their power.
  const throughput = {
    points: [
      { powerShare: 0, workRate: 0 },
      { powerShare: 0.5, workRate: 0.6 },
      { powerShare: 1, workRate: 1 },
    ],
    spareMachines: 'idle' as const,
  };
  const scenario = site({
    hours: 2,
    meanMW: 0.5,
    installedMW: 2,
    tiers: [{ ...work('training', [1, 1], { deadlineHours: 1 }), throughput }],
    renewables: [plant('wind', [1, 1], { siteMaximumMW: 4, purchase: used({ takeOrPayMWhPerYear: 30_000 }) })],
  });
  for (const method of ['one-lp', 'decomposed'] as const) {
    const answer = proven(await plan(scenario, engineOf(highsSolver, method), 'together'));
    // 0.6 of full power do 1.2 MWh with 1 MW: 1 MWh in all needs 1 / 1.2 MWh, whatever the rest would cost.
    const served = flowsOf(answer).tiers[0]!.servedMW;
    expect(served.reduce((sum, mw) => sum + mw, 0)).toBeCloseTo(1 / 1.2, 5);
    expect(answer.cost.objective).toBeCloseTo(10 * 30_000, 1);
    expect(kindOf(answer, 'shortfall')! + kindOf(answer, 'energyPurchase')!).toBeCloseTo(10 * 30_000, 1);
  }
});
