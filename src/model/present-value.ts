/** Money over time: real, paid at the end of each year, seen from the beginning of the first phase. */

import type { ByYear, Phase, Scenario } from '../scenario/scenario.ts';
import { costInYear } from '../scenario/technologies/cost-by-year.ts';

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

/** ω: what one unit of money at the end of each year of the phase is worth together. */
export function presentValueOf({ phases, discountRate }: Scenario, phase: Phase): number {
  return presentValues(phase, phases[0]!.firstYear, discountRate).reduce((ω, { δ }) => ω + δ, 0);
}

/** The price that, paid in every year of the phase, is worth as much as a price by year. */
export function priceInPhase({ phases, discountRate }: Scenario, phase: Phase, price: ByYear): number {
  if (typeof price === 'number') return price;
  const years = presentValues(phase, phases[0]!.firstYear, discountRate);
  const [worth, ω] = years.reduce(([sum, all], { year, δ }) => [sum + δ * costInYear(price, year), all + δ], [0, 0]);
  return worth! / ω!;
}
