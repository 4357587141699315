import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import { engineOf, planned, proven } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';

const run = { numRuns: 20, seed: 20260202 };

test('phase by phase is never cheaper than all phases together, and at times dearer', async () => {
  let dearer = 0;
  let coupled = 0;
  const law = fc.asyncProperty(fc.nat(), fc.double({ min: 1, max: 3, noNaN: true }), async (seed, rise) => {
    const drawn = randomSite({ seed });
    const first = { name: 'first', firstYear: 2030, years: 2, itCapacityMW: 20 };
    const scenario: Scenario = {
      ...drawn,
      phases: [first, { name: 'second', firstYear: 2032, years: 5, itCapacityMW: 40 }],
      // Prices that rise reward foresight.
      renewables: drawn.renewables.map((asset) => ({
        ...asset,
        purchase: {
          kind: 'own',
          capexPerMW: [
            { year: 2030, value: 500 },
            { year: 2032, value: 500 * rise },
          ],
          fixedOpexPerMWYear: 10,
        },
      })),
    };
    const together = (await planned(scenario)).cost.objective;
    const oneByOne = (await planned(scenario, 'phaseByPhase')).cost.objective;
    expect(oneByOne).toBeGreaterThanOrEqual(together * (1 - 2e-6));
    coupled++;
    if (oneByOne > together * (1 + 1e-5)) dearer++;
  });
  await fc.assert(law, run);
  expect(coupled).toBe(run.numRuns);
  expect(dearer).toBeGreaterThan(5);
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
