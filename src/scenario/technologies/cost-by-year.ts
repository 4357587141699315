/** Values that change with the year. */

import type { ByYear, FromYear } from '../scenario.ts';

/** The value in a year: linear between the stated years, flat outside them. The years of the table rise. */
export function costInYear(cost: ByYear, year: number): number {
  if (typeof cost === 'number') return cost;
  const after = cost.findIndex((point) => point.year >= year);
  if (after <= 0) return cost[after === 0 ? 0 : cost.length - 1]!.value;
  const [left, right] = [cost[after - 1]!, cost[after]!];
  return left.value + ((right.value - left.value) * (year - left.year)) / (right.year - left.year);
}

/** What holds in a year of values that each hold from their year on. The years of the table rise. */
export function valueFrom(steps: FromYear, year: number): number {
  return typeof steps === 'number' ? steps : (steps.findLast((step) => step.year <= year)?.value ?? 0);
}
