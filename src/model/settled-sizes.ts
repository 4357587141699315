/**
 * Sizes as they are meant. An interior point comes near to nothing and near to a maximum without ever being there; what is
 * left over is taken off while all of it together is less than a law can see.
 */

import type { Scenario } from '../scenario/scenario.ts';
import { tolerance } from '../units.ts';
import { buildablesOf, sizeIndexOf } from './buildable.ts';
import { committedIn, isAlive } from './vintage.ts';

export interface SettledSizes {
  /** By phase: what it builds, in the order of `buildablesOf`. */
  readonly built: readonly Float64Array[];
  /** By phase: what stands in it. */
  readonly standing: readonly Float64Array[];
}

/** @param vintages by phase, what the solver says it builds */
export function settledSizes(scenario: Scenario, vintages: readonly Float64Array[]): SettledSizes {
  const buildables = buildablesOf(scenario);
  const size = sizeIndexOf(scenario);
  const built: Float64Array[] = [];
  const { phases } = scenario;
  const standing = phases.map((phase, p) => {
    // Vintages of all phases may stand together.
    const room = (tolerance.hourlyShare * phase.itCapacityMW) / phases.length;
    const own = withoutTraces(vintages[p]!, room);
    built.push(own);
    const stands = buildables.map((buildable, i) => {
      const alive = built.filter((_, v) => isAlive(buildable, phases[v]!.firstYear, phases, phase));
      return alive.reduce((sum, vintage) => sum + vintage[i]!, committedIn(buildable, phases, phase));
    });
    buildables.forEach(({ maximum }, i) => {
      const missing = maximum - stands[i]!;
      if (Math.abs(missing) > room) return;
      stands[i] = maximum;
      if (own[i]! > 0) own[i] = Math.max(0, own[i]! + missing);
    });
    scenario.storages.forEach((_, s) => {
      const [power, energy] = [size.storagePower(s), size.storageEnergy(s)];
      // No energy without power to reach it.
      if (stands[power] !== 0) return;
      stands[energy]! -= own[energy]!;
      own[energy] = 0;
    });
    return Float64Array.from(stands);
  });
  return { built, standing };
}

/** Zero for the smallest sizes, as many as fit into the room together. */
function withoutTraces(sizes: Float64Array, room: number): Float64Array {
  const settled = sizes.map((value) => Math.max(0, value));
  let left = room;
  for (const i of [...settled.keys()].sort((a, b) => settled[a]! - settled[b]!)) {
    left -= settled[i]!;
    if (left < 0) break;
    settled[i] = 0;
  }
  return settled;
}
