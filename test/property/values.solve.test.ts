import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { valuesOf } from '../../src/studies/values.ts';
import { phaseWeight } from '../../src/verify/annuity.ts';
import { planned } from '../fixtures/answers.ts';
import { draws } from '../fixtures/draws.ts';
import { realWindow } from '../fixtures/real-window.ts';

const HOURS = 72;
const LITTLE_MW = 1e-2;
/** Of differences of costs that are optimal to a part in a million. */
const NEAR = 3e-3;

/** So much of each plant stands, and so much load that never changes is there beside the machines [MW]. */
function drawnSite(from: number, target: number, standingMW: readonly number[], flatMW: number): Scenario {
  const given = realWindow(from, HOURS, { kind: 'hourly', target, over: 'everyYear' });
  const none = { perIT: 0.2, perDegreeAbove: 0, thresholdC: 0, temperatureC: [new Float64Array(HOURS)] };
  const facility = { ...none, fixedShare: flatMW / given.phases[0]!.itCapacityMW };
  return {
    ...given,
    renewables: given.renewables.map((one, i) => ({ ...one, committedMW: standingMW[i]! })),
    load: { ...given.load, pue: [new Float64Array(HOURS).fill(1.2)], facility },
    grid: { ...given.grid, subscribedPowerCostPerMWYear: 1000 },
  };
}

test('what is worth a MW, and how much flat load it would carry, lies between what one more saves and what one less costs', async () => {
  let [compared, near] = [0, 0];
  const law = fc.asyncProperty(
    fc.integer({ min: 0, max: 8_688 }),
    fc.integer({ min: 60, max: 100 }),
    async (from, percent) => {
      const costOf = async (standingMW: readonly number[], flatMW: number) =>
        (await planned(drawnSite(from, percent / 100, standingMW, flatMW))).cost.objective;
      const scenario = drawnSite(from, percent / 100, [1, 1], 1);
      const base = await planned(scenario);
      const { standing, firm } = valuesOf({ scenario, ...base, proof: base.proofs[0]! });
      const omega = phaseWeight(scenario.discountRate, scenario.phases, scenario.phases[0]!);
      const cost = base.cost.objective;
      const load = [
        cost - (await costOf([1, 1], 1 - LITTLE_MW)),
        (await costOf([1, 1], 1 + LITTLE_MW)) - cost,
      ] as const;
      for (const [i, { name, purchase }] of scenario.renewables.entries()) {
        const with_ = (mw: number) =>
          costOf(
            scenario.renewables.map((_, at) => (at === i ? mw : 1)),
            1,
          );
        const operation = purchase.kind === 'own' ? LITTLE_MW * omega * (purchase.fixedOpexPerMWYear as number) : 0;
        const more = cost - (await with_(1 + LITTLE_MW)) + operation;
        const less = (await with_(1 - LITTLE_MW)) - cost + operation;
        const told = `from ${from}, ${percent} %, ${name}`;
        const worth = standing.find((one) => one.name === name)!.worthPerUnitYear * LITTLE_MW * omega;
        const { firmMW } = firm.find((one) => one.name === name)!;
        const room = NEAR * less;
        expect(worth, told).toBeGreaterThan(more - room);
        expect(worth, told).toBeLessThan(less + room);
        expect(firmMW, told).toBeGreaterThan((100 * (more - room)) / load[1]);
        expect(firmMW, told).toBeLessThan((100 * (less + room)) / load[0]);
        compared++;
        if (less - more < room) near++;
      }
    },
  );
  await fc.assert(law, draws(8, 53));
  expect(compared).toBeGreaterThan(10);
  expect(near).toBeGreaterThan(compared / 2);
});
