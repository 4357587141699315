/** Into which parts the hours of a scope fall once its sizes stand. */

import { isCoupling } from './promise.ts';
import type { Part, Scope } from './variables.ts';

/** In the order of phases, then weather years: one a year, but all years of a phase together where a promise couples them. */
export function partsOf({
  phases,
  weatherYears,
  matching,
}: Pick<Scope, 'phases' | 'weatherYears' | 'matching'>): Part[] {
  const years = isCoupling(matching) ? [weatherYears] : weatherYears.map((y) => [y]);
  return phases.flatMap((p) => years.map((together): Part => ({ p, weatherYears: together })));
}
