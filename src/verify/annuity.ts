/** Money over the years: prices by year, annuities, and what a year of a phase is worth as the plan begins. */

import type { CostByYear, Phase } from '../scenario/scenario.ts';

/** A cost in one year: linear between the stated years, flat outside them. */
export function costInYear(cost: CostByYear, year: number): number {
  if (typeof cost === 'number') return cost;
  const points = [...cost].sort((a, b) => a.year - b.year);
  const after = points.findIndex((point) => point.year >= year);
  const next = points[after === -1 ? points.length - 1 : after]!;
  const before = points[after - 1];
  if (before === undefined || after === -1) return next.value;
  return before.value + ((year - before.year) / (next.year - before.year)) * (next.value - before.value);
}

/** Share of a price paid at the end of each year so that it is paid back with interest after `years`; 1 / years without interest. */
export function capitalRecoveryFactor(discountRate: number, years: number): number {
  // −expm1(−n·log1p(r)) is 1 − (1 + r)^−n without losing digits where r is small.
  return discountRate === 0 ? 1 / years : discountRate / -Math.expm1(-years * Math.log1p(discountRate));
}

/** The years a phase lasts, and what one unit of money at the end of each is worth as the first phase begins. */
export function yearsOf(
  discountRate: number,
  phases: readonly Phase[],
  { firstYear, years }: Phase,
): { readonly year: number; readonly worth: number }[] {
  const calendar = Array.from({ length: years }, (_, at) => firstYear + at);
  return calendar.map((year) => ({ year, worth: (1 + discountRate) ** (phases[0]!.firstYear - (year + 1)) }));
}

/**
 * Present value of one unit of money at the end of every year a phase lasts.
 *
 * @equation ω_p = Σ_t δ_t
 */
export function phaseWeight(discountRate: number, phases: readonly Phase[], phase: Phase): number {
  return yearsOf(discountRate, phases, phase).reduce((sum, { worth }) => sum + worth, 0);
}

/**
 * The price that is worth as much, paid in every year of a phase, as the prices of its years.
 *
 * @equation Σ_t δ_t·price_t / Σ_t δ_t
 */
export function meanOverYears(discountRate: number, phases: readonly Phase[], phase: Phase, price: CostByYear): number {
  const years = yearsOf(discountRate, phases, phase);
  const paid = years.reduce((sum, { year, worth }) => sum + worth * costInYear(price, year), 0);
  return paid / years.reduce((sum, { worth }) => sum + worth, 0);
}
