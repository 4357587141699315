import type { Facility } from '../scenario/scenario.ts';
import type { HourlyExpression, Hours } from './hourly.ts';

/**
 * Power of the site: overhead that stays whatever the machines do, and for each MW of theirs what follows them, cooling the
 * more so the warmer the air is.
 *
 * @equation load[h] = f_0·IT capacity + PUE[h]·Σ u[h], PUE[h] = 1 + f_1 + f_2·max(0, temperature[h] − threshold)
 * @param pue of each hour, what follows the machines
 * @returns one expression a tier, and one for what stays where something does
 */
export function facilityLoad(
  hours: Hours,
  facility: Facility | undefined,
  itCapacityMW: number,
  pue: Float64Array,
  powers: readonly HourlyExpression[],
): HourlyExpression[] {
  const following = powers.map(({ terms, constant }) => ({
    terms: terms.map(({ column, factor }) => ({ column, factor: (h: number) => pue[h]! * factor(h) })),
    ...(constant && { constant: constant.map((value, h) => value * pue[h]!) }),
  }));
  const staysMW = fixedOverheadMW(facility, itCapacityMW);
  if (staysMW === 0) return following;
  return [...following, { terms: [], constant: new Float64Array(hours.count).fill(staysMW) }];
}

/** What the site draws whatever its machines do [MW]. */
export function fixedOverheadMW(facility: Facility | undefined, itCapacityMW: number): number {
  return (facility?.fixedShare ?? 0) * itCapacityMW;
}
