import { expect, test } from 'vitest';
import type { Endurance, LoadTier, Scenario } from '../../src/scenario/scenario.ts';
import { planned } from '../fixtures/answers.ts';
import { burdens } from '../fixtures/burdens.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { everyHour } from '../fixtures/site.ts';
import { chanceOf } from '../verify/random-plan.ts';

const withTier = (scenario: Scenario, change: (tier: LoadTier) => LoadTier): Scenario => ({
  ...scenario,
  load: { ...scenario.load, tiers: scenario.load.tiers.map(change) },
});

test.for<[string, (given: Endurance) => Partial<Endurance>]>([
  ['deeper', ({ depthShare }) => ({ depthShare: (1 + depthShare) / 2 })],
  ['longer', ({ hours }) => ({ hours: 2 * hours })],
  ['sooner repeated', ({ restHours }) => ({ restHours: restHours / 2 })],
])('a reduction that may be %s never raises the cost, and none is dearer than no bound on it', async ([, change]) => {
  let cheaper = 0;
  for (let seed = 0; seed < 8; seed++) {
    const chance = chanceOf(seed);
    const between = (least: number, most: number) => least + (most - least) * chance();
    const tired = burdens.endurance(randomSite({ seed, matching: everyHour }), between);
    const eased = withTier(tired, ({ endurance, ...tier }) =>
      endurance ? { ...tier, endurance: { ...endurance, ...change(endurance) } } : tier,
    );
    const free = withTier(tired, ({ endurance: _, ...tier }) => tier);
    const costs = await Promise.all([tired, eased, free].map(async (of) => (await planned(of)).cost.objective));
    const [before, after, without] = costs as [number, number, number];
    // Relative: both costs are optimal to one part in a million.
    const slack = 2e-6 * before;
    expect(after, `seed ${seed}`).toBeLessThanOrEqual(before + slack);
    expect(without, `seed ${seed}`).toBeLessThanOrEqual(after + slack);
    if (after < before - slack) cheaper++;
  }
  expect(cheaper).toBeGreaterThan(1);
});
