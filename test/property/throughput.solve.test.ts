import { expect, test } from 'vitest';
import type { Matching, Scenario, Throughput } from '../../src/scenario/scenario.ts';
import { planned } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { everyHour } from '../fixtures/site.ts';
import { traits } from '../fixtures/traits.ts';
import { chanceOf } from '../verify/random-plan.ts';

const rules: readonly Matching[] = [
  everyHour,
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.8, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'everyYear' },
  { kind: 'none' },
];

/** Counts the draws in which the change made a difference: a relation that is always an equality says nothing. */
async function neverDearer(change: (throughput: Throughput) => Throughput, runs: number): Promise<number> {
  let cheaper = 0;
  for (let seed = 0; seed < runs; seed++) {
    const chance = chanceOf(seed);
    const between = (least: number, most: number) => least + (most - least) * chance();
    const drawn = traits.throughput(randomSite({ seed, matching: rules[seed % rules.length]! }), between);
    const tiers = drawn.load.tiers.map((tier) =>
      tier.throughput ? { ...tier, throughput: change(tier.throughput) } : tier,
    );
    const costOf = async (scenario: Scenario) => (await planned(scenario)).cost.objective;
    const [before, after] = [await costOf(drawn), await costOf({ ...drawn, load: { ...drawn.load, tiers } })];
    // Relative: both costs are optimal to one part in a million.
    const slack = 2e-6 * Math.abs(before);
    expect(after, `seed ${seed}`).toBeLessThanOrEqual(before + slack);
    if (after < before - slack) cheaper++;
  }
  return cheaper;
}

test('machines that may be shut down where there is no work never raise the cost', async () => {
  expect(await neverDearer((throughput) => ({ ...throughput, spareMachines: 'shutDown' }), 15)).toBeGreaterThan(4);
});

test('machines that do more at some power never raise the cost', async () => {
  const better = ({ points, ...rest }: Throughput): Throughput => ({
    ...rest,
    points: points.map((point) => ({
      ...point,
      workRate: 0.8 * point.workRate + 0.2 * Math.min(1, 2 * point.workRate),
    })),
  });
  // Twice the work, up to all of it: still bent down, from 0 to 1.
  expect(await neverDearer(better, 15)).toBeGreaterThan(4);
});
