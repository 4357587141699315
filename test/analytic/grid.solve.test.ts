import { expect, test } from 'vitest';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, flowsOf, planned, standingIn } from '../fixtures/answers.ts';
import { plant, series, site, work } from '../fixtures/site.ts';

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
