import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annualMatchingTwin } from '../../src/scenario/baseline.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { lowerBoundsOf } from '../../src/studies/sweep/lower-bound.ts';
import { planned } from '../fixtures/answers.ts';
import { randomSite, rotated, scaled } from '../fixtures/random-site.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { battery, everyHour } from '../fixtures/site.ts';

const costOf = async (scenario: Scenario) => (await planned(scenario)).cost.objective;
const rules: readonly Matching[] = [
  everyHour,
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.8, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'everyYear' },
  { kind: 'none' },
];
const draws = fc.record({ seed: fc.nat(), matching: fc.constantFrom(...rules) });
const run = { numRuns: 25, seed: 20260201 };

/** Relative: both costs are optimal to one part in a million. */
const slack = (cost: number) => 2e-6 * Math.abs(cost);

test('twice the load, with twice of everything allowed, costs twice as much', async () => {
  let exercised = 0;
  const law = fc.asyncProperty(draws, async (draw) => {
    const scenario = randomSite(draw);
    const [once, twice] = [await costOf(scenario), await costOf(scaled(scenario, 2))];
    expect(Math.abs(twice - 2 * once)).toBeLessThanOrEqual(slack(twice));
    if (once > 1) exercised++;
  });
  await fc.assert(law, run);
  expect(exercised).toBe(run.numRuns);
});

test('a year that begins later costs the same', async () => {
  let turned = 0;
  const law = fc.asyncProperty(draws, fc.integer({ min: 1, max: 5 }), async (draw, by) => {
    const scenario = randomSite(draw);
    const [now, later] = [await costOf(scenario), await costOf(rotated(scenario, by))];
    expect(Math.abs(now - later)).toBeLessThanOrEqual(slack(now));
    if (by % scenario.weatherYears[0]!.hours > 0) turned++;
  });
  await fc.assert(law, run);
  expect(turned).toBe(run.numRuns);
});

test('a plant and a battery split in two cost the same as whole, whether the parts share a site or each has its part of it', async () => {
  let [built, full] = [0, 0];
  const law = fc.asyncProperty(draws, fc.double({ min: 0.1, max: 0.9, noNaN: true }), async (draw, part) => {
    const drawn = randomSite(draw);
    const [sun, ...others] = drawn.renewables;
    const scenario = { ...drawn, renewables: [{ ...sun!, siteMaximumMW: 8 }, ...others] };
    const halves = <T extends { name: string }>(whole: T, of: (share: number) => Partial<T>): T[] => [
      { ...whole, ...of(part), name: `${whole.name} A` },
      { ...whole, ...of(1 - part), name: `${whole.name} B` },
    ];
    const split: Scenario = {
      ...scenario,
      renewables: scenario.renewables.flatMap((whole, i) =>
        halves(whole, (share) => (i === 0 ? { site: 'field' } : { siteMaximumMW: share * whole.siteMaximumMW })),
      ),
      storages: scenario.storages.flatMap((whole) =>
        halves(whole, (share) => ({ maximumMW: share * whole.maximumMW })),
      ),
    };
    const [whole, parts] = [await planned(scenario), await planned(split)];
    expect(Math.abs(whole.cost.objective - parts.cost.objective)).toBeLessThanOrEqual(slack(whole.cost.objective));
    const { renewables, storages } = whole.schedule.phases[0]!.capacities;
    if (renewables.some(({ capacityMW }) => capacityMW > 1) && storages[0]!.energyCapacityMWh > 0.1) built++;
    if (renewables[0]!.capacityMW > 7.9) full++;
  });
  await fc.assert(law, run);
  expect(built).toBeGreaterThan(10);
  expect(full).toBeGreaterThan(5);
});

/** Counts runs in which the change made a difference: a relation that is always an equality says nothing. */
async function neverDearer(change: (scenario: Scenario, seed: number) => Scenario, least: number): Promise<void> {
  let cheaper = 0;
  const law = fc.asyncProperty(draws, fc.nat(), async (draw, seed) => {
    const scenario = randomSite(draw);
    const [before, after] = [await costOf(scenario), await costOf(change(scenario, seed))];
    expect(after).toBeLessThanOrEqual(before + slack(before));
    if (after < before - slack(before)) cheaper++;
  });
  await fc.assert(law, run);
  expect(cheaper).toBeGreaterThan(least);
}

test('an extra plant or battery never raises the cost', async () => {
  await neverDearer((scenario, seed) => {
    const { hours } = scenario.weatherYears[0]!;
    const other = randomSite({ seed });
    const again = scenario.renewables[1]!;
    const capacityFactor = again.capacityFactor.map((values) =>
      values.map((_, h) => values[(h + seed) % values.length]!),
    );
    return {
      ...scenario,
      renewables: [...scenario.renewables, { ...again, name: 'extra wind', capacityFactor }],
      storages: [...scenario.storages, { ...other.storages[0]!, name: `extra battery of ${hours} hours` }],
    };
  }, 10);
});

test('a longer deadline never raises the cost', async () => {
  await neverDearer((scenario) => {
    const tiers = scenario.load.tiers.map((tier) => ({
      ...tier,
      deadlineHours: tier.deadlineHours === 0 ? 0 : tier.deadlineHours + 2,
    }));
    return { ...scenario, load: { ...scenario.load, tiers } };
  }, 10);
});

test('the more of the work may wait, the less it costs, and each further share saves no more than the one before', async () => {
  let cheaper = 0;
  const law = fc.asyncProperty(fc.record({ seed: fc.nat() }), async (draw) => {
    const scenario = randomSite({ ...draw, matching: everyHour });
    const { name, arrivalShape } = scenario.load.tiers[0]!;
    const plain = { arrivalShape, floorShare: 0 };
    const at = (share: number) =>
      costOf({
        ...scenario,
        load: {
          ...scenario.load,
          tiers: [
            { ...plain, name, share: 1 - share, deadlineHours: 0 },
            { ...plain, name: 'may wait', share, deadlineHours: 3 },
          ],
        },
      });
    const [least, middle, most] = [await at(0.1), await at(0.5), await at(0.9)];
    expect(middle).toBeLessThanOrEqual(least + slack(least));
    expect(most).toBeLessThanOrEqual(middle + slack(middle));
    expect(middle).toBeLessThanOrEqual((least + most) / 2 + slack(least));
    if (most < least - slack(least)) cheaper++;
  });
  await fc.assert(law, { numRuns: 8, seed: run.seed });
  expect(cheaper).toBeGreaterThanOrEqual(4);
});

test('a looser target never raises the cost', async () => {
  await neverDearer(
    (scenario) =>
      scenario.matching.kind === 'none'
        ? scenario
        : { ...scenario, matching: { ...scenario.matching, target: scenario.matching.target - 0.1 } },
    10,
  );
});

test('a wider site never raises the cost, and lowers it where the site was full', async () => {
  let cheaper = 0;
  const law = fc.asyncProperty(fc.record({ seed: fc.nat() }), async (draw) => {
    const scenario = randomSite({ ...draw, matching: { kind: 'none' } });
    const built = (await planned(scenario)).schedule.phases[0]!.capacities.renewables;
    const within = (share: number) => {
      const limited = scenario.renewables.map((one, i) => ({ ...one, siteMaximumMW: share * built[i]!.capacityMW }));
      return costOf({ ...scenario, renewables: limited });
    };
    const [narrow, wide] = [await within(0.5), await within(0.75)];
    expect(wide).toBeLessThanOrEqual(narrow + slack(narrow));
    if (wide < narrow - slack(narrow)) cheaper++;
  });
  await fc.assert(law, { numRuns: 8, seed: run.seed });
  expect(cheaper).toBeGreaterThanOrEqual(4);
});

test('the cost is convex in the target: between two targets it is no higher than halfway between their costs', async () => {
  let exercised = 0;
  const law = fc.asyncProperty(fc.record({ seed: fc.nat() }), async (draw) => {
    const at = (target: number) =>
      costOf(randomSite({ ...draw, matching: { kind: 'hourly', target, over: 'everyYear' } }));
    const [low, middle, high] = [await at(0.7), await at(0.85), await at(1)];
    expect(low).toBeLessThanOrEqual(middle + slack(middle));
    expect(middle).toBeLessThanOrEqual(high + slack(high));
    expect(middle).toBeLessThanOrEqual((low + high) / 2 + slack(high));
    if (middle < (low + high) / 2 - slack(high)) exercised++;
  });
  await fc.assert(law, { numRuns: 8, seed: run.seed });
  expect(exercised).toBeGreaterThanOrEqual(4);
});

test('matching by volume over the year is never dearer than by the hour', async () => {
  await neverDearer((scenario) => annualMatchingTwin(scenario) ?? scenario, 5);
});

test('in two weeks of the shipped weather each point of target costs more than the one before, and with long storage the last five less', async () => {
  const at = (target: number) => realWindow(0, 336, { kind: 'hourly', target, over: 'everyYear' });
  const targets = [0.85, 0.9, 0.92, 0.95, 1];
  const plans = await Promise.all(targets.map((target) => planned(at(target))));
  const costs = plans.map(({ cost }) => cost.objective);
  const slopes = costs.slice(1).map((cost, k) => (cost - costs[k]!) / (targets[k + 1]! - targets[k]!));
  expect(slopes[0]).toBeGreaterThan(0);
  expect(slopes.toSorted((a, b) => a - b)).toEqual(slopes);
  // The price of a point that the duals at 0.9 tell lies between what points cost on either side.
  const told = lowerBoundsOf(at(0.92))(plans[1]!.proofs[0]!, 2 * costs[2]!)!;
  expect(told).toBeGreaterThan(costs[1]! + 0.02 * slopes[0]! * (1 - 1e-6));
  expect(told).toBeLessThan(costs[2]! * (1 + 1e-9));

  const long = battery({ name: 'iron-air', ...ironAir });
  const withLong = (target: number) => ({ ...at(target), storages: [...at(target).storages, long] });
  const [most, all] = [await planned(withLong(0.95)), await planned(withLong(1))];
  const factor = all.cost.objective / most.cost.objective;
  expect(factor).toBeGreaterThan(1);
  expect(factor).toBeLessThan(0.98 * (costs[4]! / costs[3]!));
});

/** Four days of it cost about what a battery of an hour does, and it gives back half. */
const ironAir = {
  ...{ durationHours: { min: 50, max: 100 }, maximumMW: 10_000, chargeEfficiency: 0.7, dischargeEfficiency: 0.65 },
  ...{ capexPerMW: 300_000, capexPerMWh: 10_000, lifetimeYears: 20, powerLifetimeYears: 20 },
};
