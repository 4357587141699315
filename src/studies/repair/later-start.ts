/** The whole plan begun later, each phase as many years after the first as now: by then more of what it names can stand. */

import type { FromYear, Scenario } from '../../scenario/scenario.ts';

/** How many years later more can stand than can now in one of these phases, soonest first; between them nothing is added. */
export function laterStartsOf({ phases, renewables, storages, links }: Scenario, short: readonly number[]): number[] {
  const available = [...renewables, ...storages, ...links].map(({ availableFrom }) => availableFrom);
  const extended = links.flatMap(({ capacityMW, maximumMW }) => [...yearsOf(capacityMW), ...yearsOf(maximumMW)]);
  const later = short.flatMap((p) => [...available, ...extended].map((year) => year - phases[p]!.firstYear));
  return [...new Set(later)].filter((years) => years > 0).sort((a, b) => a - b);
}

const yearsOf = (steps: FromYear) => (typeof steps === 'number' ? [] : steps.map(({ year }) => year));

export function begunLater(scenario: Scenario, years: number): Scenario {
  return {
    ...scenario,
    phases: scenario.phases.map((phase) => ({ ...phase, firstYear: phase.firstYear + years })),
  };
}
