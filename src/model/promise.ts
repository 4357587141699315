/** The matching promise of a scenario as windows of hours, one constraint each. */

import type { Matching, Scenario, WeatherYear } from '../scenario/scenario.ts';
import { monthStarts } from '../time.ts';
import type { Window } from './matching.ts';
import type { DispatchVariables, Scope } from './variables.ts';

export interface PromisedShare {
  readonly kind: 'hourly' | 'volumetric';
  readonly target: number;
  readonly windows: readonly Window[];
}

/** Whether the promise binds the weather years of a phase to each other. */
export function isCoupling(matching: Matching): boolean {
  return needsConstraint(matching) && matching.over === 'onAverage';
}

export function promisesOf(
  scenario: Scenario,
  scope: Scope,
  dispatches: readonly DispatchVariables[],
): PromisedShare[] {
  const { matching } = scope;
  if (!needsConstraint(matching)) return [];
  const kind = matching.kind === 'hourly' ? 'hourly' : 'volumetric';
  const ranges = dispatches.map(({ y }) => {
    const { year, hours } = scenario.weatherYears[y]!;
    return matching.kind === 'monthly' ? monthStarts(year) : [0, hours];
  });
  const common = scenario.weatherYears[dispatches[0]!.y]!.hours;
  const windowsOfYear = dispatches.map((dispatch, i) => {
    const weight = matching.over === 'onAverage' ? averageWeight(scenario.weatherYears[dispatch.y]!, common) : 1;
    const { imports, load, hours } = dispatch;
    const exports = dispatch.exports ? [dispatch.exports] : [];
    if (!imports) throw new Error(`a ${matching.kind} target of ${matching.target} is stated without import columns`);
    const starts = ranges[i]!;
    return starts
      .slice(0, -1)
      .map((from, w): Window => ({ labels: hours.labels, from, to: starts[w + 1]!, weight, imports, exports, load }));
  });
  if (matching.over === 'everyYear') {
    return windowsOfYear.flat().map((window) => ({ kind, target: matching.target, windows: [window] }));
  }
  return windowsOfYear[0]!.map((_, w) => ({
    kind,
    target: matching.target,
    windows: windowsOfYear.map((windows) => windows[w]!),
  }));
}

/** The weights of the cost, probability × 8760 ÷ hours, with the hours of one of the years for 8,760: they stay near 1. */
function averageWeight({ weight, hours }: WeatherYear, common: number): number {
  return (weight * common) / hours;
}

/** An hourly target of 1 needs none: there are no import columns. */
function needsConstraint(matching: Matching): matching is Exclude<Matching, { kind: 'none' }> {
  return matching.kind !== 'none' && !(matching.kind === 'hourly' && matching.target === 1);
}
