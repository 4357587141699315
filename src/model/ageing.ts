/** How much of what was built is at work in a phase: fade by age, and availability. */

import type { Phase } from '../scenario/scenario.ts';
import type { Buildable } from './buildable.ts';
import { commitmentsIn } from './vintage.ts';

/** Whether less than its size is ever at work of a thing. */
export function isReduced({ fadePerYear, availability }: Buildable): boolean {
  return fadePerYear > 0 || availability < 1;
}

/**
 * φ: what one unit built in a year is worth in a phase: the mean over its years of what age has left, times availability.
 * A unit is whole in the year in which it is built, and again once it has been replaced.
 */
export function effectiveShare(
  { fadePerYear, availability, lifetimeYears }: Buildable,
  builtIn: number,
  { firstYear, years }: Phase,
): number {
  const wholeYears = Math.ceil(lifetimeYears);
  const ages = Array.from({ length: years }, (_, at) => (firstYear + at - builtIn) % wholeYears);
  return fadePerYear === 0
    ? availability
    : (availability * ages.reduce((sum, age) => sum + (1 - fadePerYear) ** age, 0)) / years;
}

/** φ·committed: what is at work in a phase of what was committed [MW or MWh]. */
export function committedAtWork(buildable: Buildable, phases: readonly Phase[], phase: Phase): number {
  return commitmentsIn(buildable, phases, phase).reduce(
    (sum, { size, from }) => sum + effectiveShare(buildable, from, phase) * size,
    0,
  );
}
