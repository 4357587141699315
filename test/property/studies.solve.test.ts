import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import { additions } from '../fixtures/additions.ts';
import { engineOf, planned, proven } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { own, phase } from '../fixtures/site.ts';
import { chanceOf } from '../verify/random-plan.ts';

const run = { numRuns: 20, seed: 20260202 };

/** Three phases at prices that rise, which reward foresight, with some of what changes from year to year. */
function growing(seed: number, rise: number): { readonly scenario: Scenario; readonly names: readonly string[] } {
  const chance = chanceOf(seed + 5);
  const between = (least: number, most: number) => least + (most - least) * chance();
  const names = (['stretches', 'ageing', 'costsByYear', 'term'] as const).filter(() => chance() < 0.5);
  const drawn = randomSite({ seed });
  const capexPerMW = [
    { year: 2030, value: 500 },
    { year: 2032, value: 500 * rise },
  ];
  const plain: Scenario = {
    ...drawn,
    phases: [phase('first', 2030, 2, 20), phase('second', 2032, 3, 40), phase('third', 2035, 4, 70)],
    renewables: drawn.renewables.map((asset) => ({ ...asset, purchase: own(capexPerMW, 10) })),
  };
  return { scenario: names.reduce((into: Scenario, name) => additions[name]!(into, between), plain), names };
}

test('phases that do not see the later ones lose no less than nothing, at times much; the first of them never pays for the others', async () => {
  const counts = { dearer: 0, paidAhead: 0 };
  const drawn = new Set<string>();
  const law = fc.asyncProperty(fc.nat(), fc.double({ min: 1, max: 3, noNaN: true }), async (seed, rise) => {
    const { scenario, names } = growing(seed, rise);
    const [together, oneByOne] = [await planned(scenario), await planned(scenario, 'phaseByPhase')];
    const slack = 2e-6 * Math.abs(together.cost.objective);
    const regret = oneByOne.cost.objective - together.cost.objective;
    expect(regret).toBeGreaterThanOrEqual(-slack);
    const inFirst = ({ cost }: Proven) =>
      cost.items.reduce((sum, item) => (item.phase === 'first' ? sum + item.value : sum), 0);
    expect(inFirst(oneByOne)).toBeLessThanOrEqual(inFirst(together) + slack);
    for (const name of names) drawn.add(name);
    if (regret > 5 * slack) counts.dearer++;
    if (inFirst(oneByOne) < inFirst(together) - slack) counts.paidAhead++;
  });
  await fc.assert(law, run);
  expect(drawn.size).toBe(4);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(5);
});

/** A scenario that owns what a plan of one phase built. */
function committed(scenario: Scenario, { schedule }: Proven): Scenario {
  const { renewables, storages, links } = schedule.phases[0]!.capacities;
  return {
    ...scenario,
    renewables: scenario.renewables.map((of, i) => ({ ...of, committedMW: renewables[i]!.capacityMW })),
    storages: scenario.storages.map((of, s) => ({
      ...of,
      committedMW: storages[s]!.powerCapacityMW,
      committedMWh: storages[s]!.energyCapacityMWh,
    })),
    links: scenario.links.map((of, l) => ({ ...of, capacityMW: links[l]!.capacityMW })),
  };
}

test('what a plan for every hour has built is dispatched with a score of 1, and a smaller plant is not', async () => {
  let served = 0;
  const law = fc.asyncProperty(fc.nat(), async (seed) => {
    const drawn = randomSite({ seed, isSingle: true });
    // Work given up would hide what is missing.
    const tiers = drawn.load.tiers.map(({ shed: _, ...tier }) => tier);
    const scenario = { ...drawn, load: { ...drawn.load, tiers } };
    const stands = committed(scenario, await planned(scenario));
    const scoreOf = async (of: Scenario) => {
      const { schedule } = proven(await dispatch(of, engineOf()));
      return scorecard(of, schedule)[0]!.weatherYears[0]!;
    };
    const whole = await scoreOf(stands);
    expect(whole.cfeScore).toBeGreaterThan(1 - 1e-6);
    const less = stands.renewables.map((of) => ({ ...of, committedMW: 0.9 * of.committedMW }));
    expect((await scoreOf({ ...stands, renewables: less })).cfeScore).toBeLessThan(1 - 1e-4);
    if (whole.loadMWh > 10) served++;
  });
  await fc.assert(law, run);
  expect(served).toBe(run.numRuns);
});
