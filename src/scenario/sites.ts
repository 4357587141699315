/** Where plants stand: by itself each, or several on one site, whose maximum holds for them together. */

import type { Renewable } from './supply.ts';

export interface Site {
  /** Its own, or that of the plant that stands there alone. */
  readonly name: string;
  /** Indices into the scenario's renewables. */
  readonly plants: readonly number[];
  readonly maximumMW: number;
}

/** In the order of their first plants. */
export function sitesOf(renewables: readonly Renewable[]): Site[] {
  const sites = Map.groupBy(renewables.keys(), (i) => renewables[i]!.site ?? i);
  return [...sites.values()].map((plants) => ({
    name: renewables[plants[0]!]!.site ?? renewables[plants[0]!]!.name,
    plants,
    maximumMW: Math.max(...plants.map((i) => renewables[i]!.siteMaximumMW)),
  }));
}
