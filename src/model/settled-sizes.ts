/**
 * Sizes as they are meant. An interior point comes near to nothing and near to a maximum without ever being there; what is
 * left over is taken off while all of it together is less than a law can see.
 */

import type { Scenario } from '../scenario/scenario.ts';
import { tolerance } from '../units.ts';
import { committedAtWork, effectiveShare, isReduced } from './ageing.ts';
import { buildablesOf, sizeIndexOf } from './buildable.ts';
import { committedIn, isAlive, maximumIn } from './vintage.ts';

export interface SettledSizes {
  /** By phase: what it builds, in the order of `buildablesOf`. */
  readonly built: readonly Float64Array[];
  /** By phase: what stands in it. */
  readonly standing: readonly Float64Array[];
  /** By phase: what of that is at work. */
  readonly effective: readonly Float64Array[];
}

/** @param vintages by phase, what the solver says it builds */
export function settledSizes(scenario: Scenario, vintages: readonly Float64Array[]): SettledSizes {
  const buildables = buildablesOf(scenario);
  const size = sizeIndexOf(scenario);
  // No energy without power to reach it, and no power without energy.
  const storages = scenario.storages.flatMap(({ committedMW }, s) => {
    const [power, energy] = [size.storagePower(s), size.storageEnergy(s)];
    return committedMW > 0 ? [[power], [energy]] : [[power, energy]];
  });
  const single = buildables.flatMap(({ kind }, i) => (kind === 'renewable' || kind === 'link' ? [[i]] : []));
  const together = [...single, ...storages];
  const built: Float64Array[] = [];
  const { phases } = scenario;
  const standing = phases.map((phase, p) => {
    // Vintages of all phases may stand together.
    const room = (tolerance.hourlyShare * phase.itCapacityMW) / phases.length;
    const own = withoutTraces(vintages[p]!, together, room);
    built.push(own);
    const stands = buildables.map((buildable, i) => {
      const alive = built.filter((_, v) => isAlive(buildable, phases[v]!.firstYear, phases, phase));
      return alive.reduce((sum, vintage) => sum + vintage[i]!, committedIn(buildable, phases, phase));
    });
    buildables.forEach((buildable, i) => {
      const maximum = maximumIn(buildable, phase);
      const missing = maximum - stands[i]!;
      if (Math.abs(missing) > room) return;
      stands[i] = maximum;
      if (own[i]! > 0) own[i] = Math.max(0, own[i]! + missing);
    });
    return Float64Array.from(stands);
  });
  const effective = phases.map((phase, p) =>
    standing[p]!.map((stands, i) => {
      const buildable = buildables[i]!;
      if (!isReduced(buildable)) return stands;
      return built.reduce(
        (sum, vintage, v) => {
          const { firstYear } = phases[v]!;
          const isStanding = isAlive(buildable, firstYear, phases, phase);
          return isStanding ? sum + effectiveShare(buildable, firstYear, phase) * vintage[i]! : sum;
        },
        committedAtWork(buildable, phases, phase),
      );
    }),
  );
  return { built, standing, effective };
}

/**
 * Zero for the smallest sizes, as many as fit into the room together.
 *
 * @param together indices of sizes that go or stay together
 */
function withoutTraces(sizes: Float64Array, together: readonly (readonly number[])[], room: number): Float64Array {
  const settled = sizes.map((value) => Math.max(0, value));
  const amount = (group: readonly number[]) => group.reduce((sum, i) => sum + settled[i]!, 0);
  let left = room;
  for (const group of together.toSorted((a, b) => amount(a) - amount(b))) {
    left -= amount(group);
    if (left < 0) break;
    for (const i of group) settled[i] = 0;
  }
  return settled;
}
