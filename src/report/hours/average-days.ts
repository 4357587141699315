/** The average day of each month (UTC): what reaches the site by kind of source, what is imported, and the load. */

import type { Scenario } from '../../scenario/scenario.ts';
import { energySourceOf } from '../../scenario/technologies/energy-source.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { stampOfHour } from '../../time.ts';
import type { Family } from '../family.ts';
import { siteHours } from './site-hours.ts';

const HOURS_OF_DAYS = 12 * 24;

/** Series of 288 [MW]: the hours of January's average day, then those of February's; 0 where no weather year has the hour. */
export interface AverageDays {
  readonly supply: ReadonlyMap<Family | 'import', Float64Array>;
  readonly loadMW: Float64Array;
}

/** Of one phase, over the hours of all weather years: each hour counts once. */
export function averageDaysOf(scenario: Scenario, schedule: Schedule, p: number): AverageDays {
  const counts = new Float64Array(HOURS_OF_DAYS);
  const loadMW = new Float64Array(HOURS_OF_DAYS);
  const supply = new Map<Family | 'import', Float64Array>();
  const of = (source: Family | 'import') => {
    const known = supply.get(source) ?? new Float64Array(HOURS_OF_DAYS);
    supply.set(source, known);
    return known;
  };
  for (const y of scenario.weatherYears.keys()) {
    const { flows, arrivingMW, year } = siteHours(scenario, schedule, p, y);
    const sources: (readonly [Float64Array, Float64Array])[] = [
      [loadMW, flows.loadMW],
      ...scenario.renewables.map(({ technology }, i) => [of(energySourceOf(technology)), arrivingMW[i]!] as const),
      ...flows.storages.map(({ dischargeMW }) => [of('storage'), dischargeMW] as const),
      [of('import'), flows.importMW],
    ];
    for (let h = 0; h < flows.loadMW.length; h++) {
      const stamp = stampOfHour(year, h);
      const at = 24 * (Number(stamp.slice(5, 7)) - 1) + Number(stamp.slice(11, 13));
      counts[at]! += 1;
      for (const [sum, series] of sources) sum[at]! += series[h]!;
    }
  }
  for (const series of [loadMW, ...supply.values()]) {
    for (let at = 0; at < HOURS_OF_DAYS; at++) if (counts[at]! > 0) series[at]! /= counts[at]!;
  }
  return { supply, loadMW };
}
