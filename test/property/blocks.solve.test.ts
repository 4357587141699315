import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, proven } from '../fixtures/answers.ts';
import { randomSite, rotated, scaled } from '../fixtures/random-site.ts';
import { everyHour } from '../fixtures/site.ts';

/** Planned block by block: what is called an optimum has been proven to the gap. */
async function costOf(scenario: Scenario): Promise<number> {
  const { cost, solver } = proven(await plan(scenario, engineOf(highsSolver, 'decomposed'), 'together'));
  expect(solver.method).toBe('decomposed');
  return cost.objective;
}

const rules: readonly Matching[] = [
  everyHour,
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.8, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'everyYear' },
  { kind: 'none' },
];
const draws = fc.record({ seed: fc.nat(), matching: fc.constantFrom(...rules) });
const run = { numRuns: 20, seed: 20260301 };

/** Relative: both costs are optimal to one part in a million. */
const slack = (cost: number) => 2e-6 * Math.abs(cost);

test.for([2, 100, 0.01])(
  '%d times the load, with as much more of everything allowed, costs as many times as much',
  async (times) => {
    let exercised = 0;
    const law = fc.asyncProperty(draws, async (draw) => {
      const scenario = randomSite(draw);
      const [once, often] = [await costOf(scenario), await costOf(scaled(scenario, times))];
      expect(Math.abs(often - times * once)).toBeLessThanOrEqual(slack(often));
      if (once > 1) exercised++;
    });
    await fc.assert(law, run);
    expect(exercised).toBe(run.numRuns);
  },
);

test('a year that begins later costs the same', async () => {
  let turned = 0;
  const law = fc.asyncProperty(draws, fc.integer({ min: 1, max: 5 }), async (draw, by) => {
    const scenario = randomSite(draw);
    const [now, later] = [await costOf(scenario), await costOf(rotated(scenario, by))];
    expect(Math.abs(now - later)).toBeLessThanOrEqual(slack(now));
    turned++;
  });
  await fc.assert(law, run);
  expect(turned).toBe(run.numRuns);
});

test('an extra plant or battery never raises the cost', async () => {
  let cheaper = 0;
  const law = fc.asyncProperty(draws, fc.nat(), async (draw, seed) => {
    const scenario = randomSite(draw);
    const again = scenario.renewables[1]!;
    const capacityFactor = again.capacityFactor.map((values) =>
      values.map((_, h) => values[(h + seed) % values.length]!),
    );
    const richer = {
      ...scenario,
      renewables: [...scenario.renewables, { ...again, name: 'extra wind', capacityFactor }],
      storages: [...scenario.storages, { ...randomSite({ seed }).storages[0]!, name: 'extra battery' }],
    };
    const [before, after] = [await costOf(scenario), await costOf(richer)];
    expect(after).toBeLessThanOrEqual(before + slack(before));
    if (after < before - slack(before)) cheaper++;
  });
  await fc.assert(law, run);
  expect(cheaper).toBeGreaterThan(8);
});
