import type { Constraint } from '../lp/constraint.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { TierVariables } from './flexible-load.ts';
import { addTerms, constantAt, type HourlyExpression, type Hours } from './hourly.ts';
import type { StorageVariables } from './storage.ts';

/** What is counted of the output of a plant, where the plan is to hold with less. */
export const countedShare = ({ security }: Scenario): number => 1 - (security?.derateShare ?? 0);

/**
 * Power of the tiers whose work cannot wait, and what the site draws whatever its machines do.
 *
 * @param load of each tier, of as many campaigns, and what stays
 */
export function firmLoad(
  tiers: readonly TierVariables[],
  campaigns: number,
  load: readonly HourlyExpression[],
): HourlyExpression[] {
  const isOfCampaign = (k: number) => tiers.length <= k && k < tiers.length + campaigns;
  return load.filter((_, k) => !isOfCampaign(k) && (tiers[k]?.tier.deadlineHours ?? 0) === 0);
}

/**
 * Where one storage holds all of the reserve, what it holds above nothing, and what it is for is known beforehand, the reserve
 * is a bound of what is in store: not a row.
 *
 * Bound: s[h] ≥ reserve hours·firm load[h] / η⁻ [MWh]
 *
 * @returns undefined where it takes rows
 */
export function reserveBound(
  reserveHours: number,
  [only, ...others]: readonly StorageVariables[],
  firm: readonly HourlyExpression[],
): Float64Array | undefined {
  const isKnown = firm.every(({ terms }) => terms.length === 0);
  if (only === undefined || others.length > 0 || only.storage.minimumStateOfCharge > 0 || !isKnown) return undefined;
  const { length } = only.stateOfCharge;
  return Float64Array.from({ length }, (_, h) => {
    const firmMW = firm.reduce((sum, tier) => sum + constantAt(tier, h), 0);
    return (reserveHours * firmMW) / only.storage.dischargeEfficiency;
  });
}

/**
 * At the end of each hour storages hold, above their least, what would serve the firm load of the hour for so many hours, with
 * the losses of giving it.
 *
 * @equation Σ η⁻·(s[h] − s_min·E) − reserve hours·firm load[h] ≥ 0
 * @dual what one MWh less of reserve is worth in the hour [currency/MWh]
 */
export function reserve(
  hours: Hours,
  reserveHours: number,
  storages: readonly StorageVariables[],
  firm: readonly HourlyExpression[],
): Constraint {
  return {
    name: 'reserve',
    of: hours.labels,
    count: hours.count,
    write: (row, h) => {
      let always = 0;
      for (const { storage, stateOfCharge: s, E } of storages) {
        row.plus(storage.dischargeEfficiency, s.at(h));
        row.minus(storage.dischargeEfficiency * storage.minimumStateOfCharge, E);
      }
      for (const tier of firm) {
        addTerms(row, tier, h, -reserveHours);
        always += constantAt(tier, h);
      }
      row.atLeast(reserveHours * always);
    },
  };
}
