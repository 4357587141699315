/** Month by month: what the site takes, gets, stores and leaves. */

import { expectedAnnual } from '../../metrics/levelised-cost.ts';
import { countedAboveMW } from '../../metrics/unmatched.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { stampOfHour } from '../../time.ts';
import { siteHours } from './site-hours.ts';

const MONTHS = 12;

/** Expected over the weather years [MWh, of hours of the year: h]. */
export type Month = Readonly<Record<(typeof monthQuantities)[number], number>>;

export const monthQuantities = [
  ...(['loadMWh', 'deliveredMWh', 'curtailedMWh', 'chargedMWh', 'dischargedMWh'] as const),
  ...(['importMWh', 'exportMWh', 'unmatchedHours'] as const),
] as const;

/** Twelve, of one phase; they add up to an expected year. */
export function monthsOf(scenario: Scenario, schedule: Schedule, p: number): Month[] {
  const years = scenario.weatherYears.map((_, y) => monthsOfYear(scenario, schedule, p, y));
  return Array.from({ length: MONTHS }, (_, month) => {
    const expected = (quantity: keyof Month) =>
      expectedAnnual(
        scenario.weatherYears,
        years.map((months) => months[month]![quantity]),
      );
    return Object.fromEntries(monthQuantities.map((quantity) => [quantity, expected(quantity)])) as Month;
  });
}

function monthsOfYear(scenario: Scenario, schedule: Schedule, p: number, y: number): Month[] {
  const { flows, year, arrivingMW, availableMW } = siteHours(scenario, schedule, p, y);
  const counted = countedAboveMW(flows.loadMW);
  const months = Array.from({ length: MONTHS }, () => Object.fromEntries(monthQuantities.map((name) => [name, 0])));
  flows.loadMW.forEach((load, h) => {
    const month = months[Number(stampOfHour(year, h).slice(5, 7)) - 1]!;
    const delivered = arrivingMW.reduce((sum, series) => sum + series[h]!, 0);
    const stored = (of: 'chargeMW' | 'dischargeMW') => flows.storages.reduce((sum, one) => sum + one[of][h]!, 0);
    const hour: Month = {
      loadMWh: load,
      deliveredMWh: delivered,
      curtailedMWh: Math.max(0, availableMW[h]! - delivered),
      chargedMWh: stored('chargeMW'),
      dischargedMWh: stored('dischargeMW'),
      importMWh: flows.importMW[h]!,
      exportMWh: flows.exportMW[h]!,
      unmatchedHours: flows.importMW[h]! > counted ? 1 : 0,
    };
    for (const name of monthQuantities) month[name]! += hour[name];
  });
  return months as Month[];
}
