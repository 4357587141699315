/** The whole plan begun later, each phase as many years after the first as now: by then more of what it names can stand. */

import type { Scenario } from '../../scenario/scenario.ts';

/** Each is a dispatch of every phase. */
const MOST_STARTS = 6;

/** Years later in which something can stand that cannot yet in one of these phases, soonest first; between them nothing is added. */
export function laterStartsOf({ phases, renewables, storages, links }: Scenario, short: readonly number[]): number[] {
  const from = [...renewables, ...storages, ...links].map(({ availableFrom }) => availableFrom);
  const later = short.flatMap((p) => from.map((year) => year - phases[p]!.firstYear)).filter((years) => years > 0);
  return [...new Set(later)].sort((a, b) => a - b).slice(0, MOST_STARTS);
}

export function begunLater(scenario: Scenario, years: number): Scenario {
  return {
    ...scenario,
    phases: scenario.phases.map((phase) => ({ ...phase, firstYear: phase.firstYear + years })),
  };
}
