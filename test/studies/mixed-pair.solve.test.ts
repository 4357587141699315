import { expect, test } from 'vitest';
import { repair } from '../../src/studies/repair.ts';
import { engineOf } from '../fixtures/answers.ts';
import { own, plant, site, work } from '../fixtures/site.ts';

const lull = [1, 1, 1, 0, 0, 0];
const flat = [new Float64Array(6).fill(1)];
const wind = plant('wind', lull, { siteMaximumMW: 1, purchase: own(1) });

test('where wind is too little and work cannot wait as long as it is still, both are needed, and no less of either is enough', async () => {
  const tiers = [{ ...work('late', [1], { deadlineHours: 1 }), arrivalShape: flat }];
  const found = await repair(site({ hours: 6, meanMW: 1, installedMW: 4, tiers, renewables: [wind] }), engineOf());
  expect(found.remedies.filter(({ verdict }) => verdict === 'enough').map(({ name }) => name)).toEqual(['matching']);
  expect(found.pair).toBeUndefined();
  // Three hours of wind for six of work, and three hours without.
  expect(found.mixedPair!.remedies).toMatchObject([
    { name: 'wind', quantity: 'siteMaximumMW', present: 1, needed: expect.closeTo(2, 3) },
    { name: 'late', quantity: 'deadlineHours', present: 1, needed: 3, infeasibleBelow: 3 },
  ]);
  expect(found.mixedPair!.objective).toBeCloseTo(2, 6);
});

test('where too much of the work is firm more of it has to wait, by whole points, beside a larger site', async () => {
  const half = (name: string, deadlineHours: number) => ({
    ...work(name, [1], { share: 0.5, deadlineHours }),
    arrivalShape: flat,
  });
  const tiers = [half('firm', 0), half('late', 5)];
  const matching = { kind: 'hourly', target: 0.9, over: 'everyYear' } as const;
  const given = site({ hours: 6, meanMW: 1, installedMW: 4, tiers, renewables: [wind], matching });
  const { remedies, mixedPair } = await repair(given, engineOf());
  expect(remedies.find(({ quantity }) => quantity === 'flexibleShare')).toMatchObject({ verdict: 'notEnough' });
  // A tenth of 6 MWh may be unmatched: what is firm of three hours, so a fifth of the work. The wind gives the rest.
  const [maximum, share] = mixedPair!.remedies;
  expect(maximum).toMatchObject({ name: 'wind', needed: expect.closeTo(1.8, 3) });
  expect(share).toMatchObject({ name: 'late', quantity: 'flexibleShare', present: 0.5 });
  expect([share!.needed, share!.infeasibleBelow]).toEqual([expect.closeTo(0.8, 9), expect.closeTo(0.79, 9)]);
});
