/** Which plant generated what: pools shared out by availability, after the cheapest were used first. */

import type { Scenario } from '../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../schedule/schedule.ts';
import { sizeIndexOf } from './buildable.ts';
import type { DispatchVariables } from './variables.ts';

/**
 * @param sizes what stands, in the order of `buildablesOf` [MW, MWh]
 * @param neededMW what must arrive from all plants together in each hour [MW]
 * @returns generation used at each plant, before losses on the way [MW]
 */
export function generationOf(
  scenario: Scenario,
  { y, pools, hours }: DispatchVariables,
  sizes: Float64Array,
  neededMW: Float64Array,
  primal: Float64Array,
): WeatherYearSchedule['renewables'] {
  const size = sizeIndexOf(scenario);
  const generation = scenario.renewables.map(({ name }) => ({ name, generationMW: new Float64Array(hours.count) }));
  const missing = neededMW.slice();
  // Pools with a flow of their own first: what they deliver was chosen. The free pool fills up and curtails the rest.
  const inOrder = [...pools].sort((a, b) => Number(!a.flow) - Number(!b.flow) || a.pool.costPerMWh - b.pool.costPerMWh);
  for (const { pool, flow } of inOrder) {
    const members = pool.members.map(({ asset, renewable }) => ({
      capacityFactor: renewable.capacityFactor[y]!,
      capacityMW: sizes[size.renewable(asset)]!,
      arriving: 1 - renewable.loss,
      generationMW: generation[asset]!.generationMW,
    }));
    for (let h = 0; h < hours.count; h++) {
      let available = 0;
      for (const { arriving, capacityFactor, capacityMW } of members)
        available += arriving * capacityFactor[h]! * capacityMW;
      const offered = flow ? Math.min(available, primal[flow.at(h)]!) : available;
      const used = Math.max(0, Math.min(offered, missing[h]!));
      missing[h] = missing[h]! - used;
      if (used === 0) continue;
      for (const { generationMW, capacityFactor, capacityMW } of members) {
        generationMW[h] = (capacityFactor[h]! * capacityMW * used) / available;
      }
    }
  }
  return generation;
}
