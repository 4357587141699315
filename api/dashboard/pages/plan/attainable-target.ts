/** A target by the hour that can be met where the given one is not. */

import type { ResultDocument, ScenarioDocument } from '../../client/types.ts';

/** Of targets that are offered. */
const STEP = 0.005;
/** Of a division of doubles, in steps. */
const ROUNDING = 1e-9;

/**
 * What stays unmatched whatever is built, as a share of the load, is what a lower target must permit. At a target of 1 the load is at least
 * what the machines draw: overhead only adds to it. Undefined where the target is none by the hour, or nothing is known.
 */
export function attainableTarget(
  shortages: ResultDocument['shortages'],
  { matching, phases, load }: Pick<ScenarioDocument, 'matching' | 'phases' | 'load'>,
): number | undefined {
  const { utilisation } = load;
  if (matching?.kind !== 'hourly' || shortages.length === 0 || utilisation === undefined) return undefined;
  const { target: asked = 1 } = matching;
  const shares = shortages.map(({ phase, unmatchedMWh, permittedMWh, worstHours }) => {
    // What is permitted is the rest of the load beyond the target: then the load is known.
    if (permittedMWh > 0) return (unmatchedMWh / permittedMWh) * (1 - asked);
    const { itCapacityMW = 0 } = phases.find(({ name }) => name === phase) ?? {};
    return unmatchedMWh / (itCapacityMW * utilisation * hoursOfYear(worstHours[0]?.stamp));
  });
  const target = Math.floor((1 - Math.max(...shares)) / STEP + ROUNDING) * STEP;
  return target > 0 ? Number(target.toFixed(3)) : undefined;
}

/** Weather years are whole ones of the calendar; in doubt the shorter, which promises less. */
function hoursOfYear(stamp: string | undefined): number {
  const year = Number(stamp?.slice(0, 4));
  return Number.isNaN(year) ? 8_760 : (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / 3_600_000;
}
