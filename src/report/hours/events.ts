/** Stretches of hours in which something is not matched, with what would have covered them. */

import { countedAboveMW } from '../../metrics/unmatched.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { stampOfHour } from '../../time.ts';

/** Hours that are matched between two that are not are part of one event while they are so few. */
const LONGEST_PAUSE_HOURS = 6;

export interface UnmatchedEvent {
  readonly phase: string;
  readonly weatherYear: string;
  /** Beginning of its first hour and of the first after it. */
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  readonly unmatchedMWh: number;
  readonly deepestMW: number;
}

/** In the order of phases, weather years and hours. */
export function eventsOf({ weatherYears }: Scenario, { phases }: Schedule): UnmatchedEvent[] {
  return phases.flatMap(({ name: phase, weatherYears: years }) =>
    years.flatMap(({ name: weatherYear, importMW, loadMW }, y) =>
      stretchesAbove(importMW, countedAboveMW(loadMW)).map(({ first, last }) => {
        const during = importMW.subarray(first, last + 1);
        const { year } = weatherYears[y]!;
        return {
          phase,
          weatherYear,
          from: stampOfHour(year, first),
          to: stampOfHour(year, last + 1),
          hours: last - first + 1,
          unmatchedMWh: during.reduce((sum, mw) => sum + mw, 0),
          deepestMW: during.reduce((most, mw) => Math.max(most, mw), 0),
        };
      }),
    ),
  );
}

export function stretchesAbove(
  series: Float64Array,
  least: number,
): { readonly first: number; readonly last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  series.forEach((value, hour) => {
    if (value <= least) return;
    const open = stretches.at(-1);
    if (open !== undefined && hour - open.last <= LONGEST_PAUSE_HOURS + 1) open.last = hour;
    else stretches.push({ first: hour, last: hour });
  });
  return stretches;
}
