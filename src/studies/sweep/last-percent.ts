/** What the last points of the target cost, and which hours drive that. */

import { countedAboveMW } from '../../metrics/unmatched.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { stampOfHour } from '../../time.ts';
import type { LastPercent } from './document.ts';

const MOST_EVENTS = 20;
/** Hours that are matched between two that are not are part of one event while they are so few. */
const LONGEST_PAUSE_HOURS = 6;

/** @param solved targets with their cost, rising */
export function stepsOf(solved: readonly { readonly target: number; readonly cost: number }[]): LastPercent['steps'] {
  return solved.slice(1).map(({ target: to, cost }, at) => {
    const { target: from, cost: before } = solved[at]!;
    return { from, to, costPerPoint: (cost - before) / (100 * (to - from)) };
  });
}

/** Stretches of unmatched hours of a plan, most energy first. */
export function unmatchedEvents({ weatherYears }: Scenario, { phases }: Schedule): LastPercent['events'] {
  const events = phases.flatMap(({ name: phase, weatherYears: years }) =>
    years.flatMap(({ name: weatherYear, importMW, loadMW }, y) =>
      stretchesOf(importMW, countedAboveMW(loadMW)).map(({ first, last }) => ({
        phase,
        weatherYear,
        from: stampOfHour(weatherYears[y]!.year, first),
        hours: last - first + 1,
        unmatchedMWh: importMW.subarray(first, last + 1).reduce((sum, mw) => sum + mw, 0),
      })),
    ),
  );
  return events.toSorted((a, b) => b.unmatchedMWh - a.unmatchedMWh).slice(0, MOST_EVENTS);
}

/** Hours with more than so much import, those near each other together. */
export function stretchesOf(
  importMW: Float64Array,
  least: number,
): { readonly first: number; readonly last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  importMW.forEach((mw, hour) => {
    if (mw <= least) return;
    const open = stretches.at(-1);
    if (open !== undefined && hour - open.last <= LONGEST_PAUSE_HOURS + 1) open.last = hour;
    else stretches.push({ first: hour, last: hour });
  });
  return stretches;
}
