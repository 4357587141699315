import { expect, test } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, flowsOf, planned, standingIn } from '../fixtures/answers.ts';
import { own, phase, plant, series, site, work } from '../fixtures/site.ts';

const uneven = [1, 3];
const firm = [work('inference', uneven)];
const flexible = [work('training', uneven, { deadlineHours: 1 })];
const bought = { hours: 2, meanMW: 2, installedMW: 4, matching: { kind: 'none' } } as const;

test('subscribed power is paid by its peak, which flexible work takes down to the mean', async () => {
  const grid = { importPricePerMWh: [series(5, 5)], subscribedPowerCostPerMWYear: 12 };
  const [peaky, flat] = [
    await planned(site({ ...bought, grid, tiers: firm })),
    await planned(site({ ...bought, grid, tiers: flexible })),
  ];
  // 4 MWh at 5 in 4,380 two-hour days, and 3 or 2 MW at 12.
  expect(peaky.cost.objective).toBeCloseTo(4 * 5 * 4380 + 36, 4);
  expect(flat.cost.objective).toBeCloseTo(4 * 5 * 4380 + 24, 4);
  expect(flat.schedule.phases[0]!.capacities.grid.subscribedPowerMW).toBeCloseTo(2, 6);
});

test('a connection of 2 MW carries flexible work with a mean of 2 MW, but no firm peak of 3', async () => {
  const grid = { importLimitMW: 2 };
  expect((await plan(site({ ...bought, grid, tiers: firm }), engineOf(), 'together')).status).toBe('infeasible');
  const { importMW } = flowsOf(await planned(site({ ...bought, grid, tiers: flexible })));
  expect(Math.max(...importMW)).toBeLessThanOrEqual(2 + 1e-6);
});

test('surplus is sold as far as the connection carries it', async () => {
  const wind = plant('wind', [1, 1], { committedMW: 3, siteMaximumMW: 3 });
  const grid = { exportPricePerMWh: [series(3, 3)], exportLimitMW: 0.5 };
  const answer = await planned(site({ hours: 2, renewables: [wind], grid }));
  // 0.5 MW at 3 in every hour of the year, of 2 MW to spare.
  expect(answer.cost.objective).toBeCloseTo(-0.5 * 3 * 8760, 4);
  expect(standingIn(answer)).toEqual({ wind: 3 });
});

test('a price on carbon is paid beside that of import, at the mean of the years of the phase by their worth', async () => {
  const grid = {
    importPricePerMWh: [series(5, 5)],
    carbonIntensityKgPerMWh: 500,
    carbonPricePerTonne: [
      { year: 2030, value: 20 },
      { year: 2031, value: 44 },
    ],
  };
  const twoYears = [phase('first', 2030, 2, 2)];
  const answer = await planned(
    site({ ...bought, installedMW: 2, phases: twoYears, discountRate: 0.25, grid, tiers: flexible }),
  );
  // 2 MW in 8,760 hours; δ is 1/1.25 and 1/1.25². Half a tonne each: 10 in the first year and 22 in the second.
  expect(answer.cost.objective).toBeCloseTo(2 * 8760 * (0.8 * (5 + 10) + 0.64 * (5 + 22)), 2);
  const carbon = answer.cost.items.find(({ kind }) => kind === 'carbon');
  expect(carbon?.value).toBeCloseTo(2 * 8760 * (0.8 * 10 + 0.64 * 22), 2);
  // (0.8·10 + 0.64·22) / 1.44 of every MWh.
  expect(carbon?.annualValue).toBeCloseTo((2 * 8760 * 22.08) / 1.44, 2);
});

test('import that may emit half of what it would makes way for the dearer plant', async () => {
  const wind = plant('wind', [1, 1], { purchase: own(5 * 8760 + 1) });
  const grid = {
    importPricePerMWh: [series(5, 5)],
    carbonIntensityKgPerMWh: 500,
    emissionsLimitTonnesPerYear: 0.5 * 8760,
  };
  const of = (more: object) =>
    site({ hours: 2, meanMW: 2, matching: { kind: 'none' }, renewables: [wind], grid: { ...grid, ...more } });
  const answer = await planned(of({}));
  // Of 2 MW one may be imported: 8,760 MWh at half a tonne.
  expect(standingIn(answer)['wind']).toBeCloseTo(1, 6);
  expect(answer.cost.objective).toBeCloseTo(2 * 5 * 8760 + 1, 3);
  const { [0]: scores } = scorecard(of({}), answer.schedule);
  expect(scores?.annualEmissionsTonnes).toBeCloseTo(4380, 4);
});

test('a fifth of the generation is sold and no more: one part in five of what the plants bring', async () => {
  const wind = plant('wind', [1, 1], { committedMW: 3, siteMaximumMW: 3 });
  const of = (share: 'generation' | 'load') =>
    site({
      hours: 2,
      renewables: [wind],
      grid: { exportPricePerMWh: [series(3, 3)], exportShare: { maximum: 0.2, of: share } },
    });
  // 1 MW of load: 0.25 of 1.25 MW are a fifth of the generation, 0.2 MW a fifth of the load; 2 MW are to spare.
  expect((await planned(of('generation'))).cost.objective).toBeCloseTo(-0.25 * 3 * 8760, 3);
  expect((await planned(of('load'))).cost.objective).toBeCloseTo(-0.2 * 3 * 8760, 3);
});

test('where emissions leave too little import, what is missing is told beside what they permit', async () => {
  const grid = { carbonIntensityKgPerMWh: 1000, emissionsLimitTonnesPerYear: 0.25 * 8760 };
  const answer = await plan(site({ hours: 2, matching: { kind: 'none' }, grid }), engineOf(), 'together');
  if (answer.status !== 'infeasible') throw new Error(answer.status);
  // 1 MW is needed in both hours; a quarter of it may be imported.
  expect(answer.shortages).toMatchObject([
    { unmatchedMWh: expect.closeTo(2, 6), permittedMWh: expect.closeTo(0.5, 6), hours: [{}, {}] },
  ]);
});
