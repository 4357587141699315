import type { SiteHours } from './site-hours.ts';

const WEEK_HOURS = 168;

export interface Week {
  readonly firstHour: number;
  readonly hours: number;
  /** Renewable energy that could arrive ÷ energy that the arriving work needs. */
  readonly availableShare: number;
}

/**
 * The 168 hours in which the weather gives least for what the work needs: least Σ available ÷ Σ load, all plants
 * together, before curtailment, load as the work arrives. A weather year that is shorter is its own week.
 */
export function hardestWeek({ availableMW, unshiftedLoadMW }: SiteHours): Week {
  const hours = Math.min(WEEK_HOURS, availableMW.length);
  let available = 0;
  let load = 0;
  let hardest: Week = { firstHour: 0, hours, availableShare: Number.POSITIVE_INFINITY };
  for (let h = 0; h < availableMW.length; h++) {
    available += availableMW[h]! - (h >= hours ? availableMW[h - hours]! : 0);
    load += unshiftedLoadMW[h]! - (h >= hours ? unshiftedLoadMW[h - hours]! : 0);
    if (h < hours - 1 || load <= 0) continue;
    const availableShare = Math.max(0, available) / load;
    if (availableShare < hardest.availableShare) hardest = { firstHour: h - hours + 1, hours, availableShare };
  }
  return hardest;
}
