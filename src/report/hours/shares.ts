/** Each hour's shares: of the load that is matched, of the supply that each kind of source gives. */

import { cfeScore } from '../../metrics/cfe-score.ts';
import { generationShares } from '../../metrics/generation-shares.ts';
import { countedAboveMW, unmatched } from '../../metrics/unmatched.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { energySourceOf } from '../../scenario/technologies/energy-source.ts';
import type { Family } from '../family.ts';
import type { SiteHours } from './site-hours.ts';

/** 1 − import ÷ load; 1 in an hour that does not count as unmatched. */
export function matchedShares({ flows: { loadMW, importMW } }: SiteHours): Float64Array {
  const least = countedAboveMW(loadMW);
  return loadMW.map((load, h) => (importMW[h]! > least ? Math.max(0, 1 - importMW[h]! / load) : 1));
}

/** Of the whole weather year. */
export function cfeScoreOf({ flows: { loadMW, importMW } }: SiteHours): number {
  return cfeScore(loadMW, importMW);
}

export function unmatchedHoursOf({ flows: { loadMW, importMW } }: SiteHours): number {
  return unmatched(loadMW, importMW).unmatchedHours;
}

export interface SupplyShares {
  readonly family: Family;
  /** Of what all plants, storages and the grid deliver to the site in the hour; NaN where that is nothing. */
  readonly shares: Float64Array;
  /**
   * Of the year: of plants, their share of the generation that reaches the site; of storage, what it gives back as a share of
   * the load, since what it gives back was generated before.
   */
  readonly ofYear: number;
}

/** Of families that the scenario has, in a fixed order. */
export function supplyShares({ renewables }: Scenario, { arrivingMW, flows }: SiteHours): SupplyShares[] {
  const hours = flows.loadMW.length;
  const supply = new Map<Family, Float64Array>();
  const add = (family: Family, series: Float64Array) => {
    const sum = supply.get(family) ?? new Float64Array(hours);
    for (let h = 0; h < hours; h++) sum[h]! += series[h]!;
    supply.set(family, sum);
  };
  renewables.forEach(({ technology }, i) => {
    add(energySourceOf(technology), arrivingMW[i]!);
  });
  for (const { dischargeMW } of flows.storages) add('storage', dischargeMW);
  const total = flows.importMW.map((imported, h) => [...supply.values()].reduce((sum, mw) => sum + mw[h]!, imported));
  const families = (['solar', 'wind', 'other', 'storage'] as const).filter((family) => supply.has(family));
  const plants = families.filter((family) => family !== 'storage');
  const ofGeneration = generationShares(plants.map((family) => sum(supply.get(family)!)));
  const loadMWh = sum(flows.loadMW);
  return families.map((family): SupplyShares => {
    const series = supply.get(family)!;
    const shares = series.map((mw, h) => (total[h]! > 0 ? mw / total[h]! : Number.NaN));
    if (family !== 'storage') return { family, shares, ofYear: ofGeneration[plants.indexOf(family)]! };
    return { family, shares, ofYear: loadMWh > 0 ? sum(series) / loadMWh : 0 };
  });
}

const sum = (series: Float64Array): number => series.reduce((all, value) => all + value, 0);
