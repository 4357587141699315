/** Net open position: what plants could give and storages do, less the load, by month and hour of the day (UTC). */

import type { Scenario } from '../../scenario/scenario.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { stampOfHour } from '../../time.ts';
import { siteHours } from './site-hours.ts';

const HOURS = 24;
const MONTHS = 12;

export interface Positions {
  /** By hour of the day, then month [MW]; undefined where no weather year has the hour. */
  readonly mean: readonly (readonly (number | undefined)[])[];
  /** What is missing in the worst hour of ten. */
  readonly shortage: readonly (readonly (number | undefined)[])[];
}

/** Of one phase, over the hours of all weather years: each hour counts once. */
export function positionsOf(scenario: Scenario, schedule: Schedule, p: number): Positions {
  const cells = Array.from({ length: HOURS }, () => Array.from({ length: MONTHS }, (): number[] => []));
  for (const y of scenario.weatherYears.keys()) {
    const { availableMW, flows, year } = siteHours(scenario, schedule, p, y);
    flows.loadMW.forEach((load, h) => {
      const stored = flows.storages.reduce((sum, { chargeMW, dischargeMW }) => sum + dischargeMW[h]! - chargeMW[h]!, 0);
      const stamp = stampOfHour(year, h);
      cells[Number(stamp.slice(11, 13))]![Number(stamp.slice(5, 7)) - 1]!.push(availableMW[h]! + stored - load);
    });
  }
  const each = (of: (values: readonly number[]) => number) =>
    cells.map((months) => months.map((values) => (values.length === 0 ? undefined : of(values))));
  return {
    mean: each((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    shortage: each((values) => Math.max(0, -exceededByNineOfTen(values))),
  };
}

/** The value that nine of ten are at or above: of n values in order, that at ⌈n/10⌉ from below. */
export function exceededByNineOfTen(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 10) - 1]!;
}
