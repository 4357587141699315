/** Money over time: real, paid at the end of each year, seen from the beginning of the first phase. */

import type { Phase } from '../scenario/scenario.ts';

/**
 * Share of an investment paid back at the end of each year so that it is repaid with interest over its life.
 *
 * @param rate real discount rate per year, as a fraction; at 0 the share is 1/years
 * @returns 1/year
 */
export function capitalRecoveryFactor(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years);
}

/**
 * What one unit of money at the end of each year of the phase is worth as the first phase begins; their sum is ω. Annuities
 * are paid at the year's end too, so that over a life they are worth the price.
 */
export function presentValues(phase: Phase, firstYear: number, rate: number): { year: number; δ: number }[] {
  return Array.from({ length: phase.years }, (_, at) => {
    const year = phase.firstYear + at;
    return { year, δ: (1 + rate) ** -(year + 1 - firstYear) };
  });
}
