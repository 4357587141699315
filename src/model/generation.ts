/** Which plant generated what: pools shared out by availability, after the cheapest were used first. */

import type { Scenario } from '../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../schedule/schedule.ts';
import { sizeIndexOf } from './buildable.ts';
import { isChosen } from './renewable.ts';
import { countedShare } from './security.ts';
import type { DispatchVariables } from './variables.ts';

/** What one pool can have arrive in each hour, in full or as much as was chosen to be paid for. */
export interface Offer {
  readonly members: readonly Member[];
  /** All that the weather lets arrive [MW]. */
  readonly availableMW: Float64Array;
  readonly offeredMW: Float64Array;
}

interface Member {
  /** Index into the scenario's renewables. */
  readonly asset: number;
  readonly capacityFactor: Float64Array;
  /** As far as it is counted. */
  readonly capacityMW: number;
}

/**
 * In the order of use. Pools whose use costs something first: what they deliver was chosen. Those that are free offer all
 * that weather and link let through, and curtail what is not needed.
 *
 * @param sizes what stands, in the order of `buildablesOf` [MW, MWh]
 */
export function offersOf(
  scenario: Scenario,
  { y, pools, hours }: DispatchVariables,
  sizes: Float64Array,
  primal: Float64Array,
): Offer[] {
  const size = sizeIndexOf(scenario);
  const left = scenario.links.map(({ loss }, l) =>
    new Float64Array(hours.count).fill((1 - loss) * sizes[size.link(l)]!),
  );
  const isFree = ({ pool }: (typeof pools)[number]) => !isChosen(pool);
  const inOrder = [...pools].sort(
    (a, b) =>
      Number(isFree(a)) - Number(isFree(b)) ||
      Number(!a.flow) - Number(!b.flow) ||
      a.pool.costPerMWh - b.pool.costPerMWh,
  );
  return inOrder.map(({ pool, flow }): Offer => {
    const members = pool.members.map(({ asset, renewable }) => ({
      asset,
      capacityFactor: renewable.capacityFactor[y]!,
      capacityMW: countedShare(scenario) * sizes[size.renewable(asset)]!,
      arriving: 1 - renewable.loss,
    }));
    const room = pool.link === undefined ? undefined : left[pool.link]!;
    const availableMW = new Float64Array(hours.count);
    const offeredMW = new Float64Array(hours.count);
    for (let h = 0; h < hours.count; h++) {
      for (const { arriving, capacityFactor, capacityMW } of members)
        availableMW[h]! += arriving * capacityFactor[h]! * capacityMW;
      const chosen = isChosen(pool) && flow ? primal[flow.at(h)]! : Number.POSITIVE_INFINITY;
      offeredMW[h] = Math.max(0, Math.min(availableMW[h]!, chosen, room?.[h] ?? Number.POSITIVE_INFINITY));
      if (room) room[h]! -= offeredMW[h]!;
    }
    return { members, availableMW, offeredMW };
  });
}

/**
 * @param neededMW what must arrive from all plants together in each hour [MW]
 * @returns generation used at each plant, before losses on the way [MW]
 */
export function generationOf(
  { renewables }: Scenario,
  offers: readonly Offer[],
  neededMW: Float64Array,
): WeatherYearSchedule['renewables'] {
  const generation = renewables.map(({ name }) => ({ name, generationMW: new Float64Array(neededMW.length) }));
  const missing = neededMW.slice();
  for (const { members, availableMW, offeredMW } of offers) {
    for (let h = 0; h < missing.length; h++) {
      const used = Math.max(0, Math.min(offeredMW[h]!, missing[h]!));
      missing[h]! -= used;
      if (used === 0) continue;
      for (const { asset, capacityFactor, capacityMW } of members) {
        generation[asset]!.generationMW[h] = (capacityFactor[h]! * capacityMW * used) / availableMW[h]!;
      }
    }
  }
  return generation;
}
