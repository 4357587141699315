/** Money over time: real, discounted to the first year of the first phase. */

import type { Phase } from '../scenario/scenario.ts';

/**
 * Share of an investment paid back each year so that it is repaid with interest over its life.
 *
 * @param rate real discount rate per year, as a fraction; at 0 the share is 1/years
 * @returns 1/year
 */
export function capitalRecoveryFactor(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years);
}

/** ω: what one unit of money in every year of the phase is worth at the start of the first phase. */
export function presentValueOfPhase(phase: Phase, firstYear: number, rate: number): number {
  const before = phase.firstYear - firstYear;
  return Array.from({ length: phase.years }, (_, year) => (1 + rate) ** -(before + year)).reduce((a, b) => a + b, 0);
}
