/** Hours that stay unmatched whatever is built, as stretches with what causes them. */

import { countedAboveMW } from '../../metrics/unmatched.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { sitesOf } from '../../scenario/sites.ts';
import { stampOfHour } from '../../time.ts';
import type { Shortage } from '../answer.ts';
import { stretchesOf } from '../sweep/last-percent.ts';
import type { Repair } from './document.ts';

type Event = Repair['events'][number];

const MOST_EVENTS = 20;

/** Most energy first. */
export function eventsOf(scenario: Scenario, shortages: readonly Shortage[]): Event[] {
  const events = shortages.flatMap(({ phase, weatherYear, hours }) => {
    const y = scenario.weatherYears.findIndex(({ name }) => name === weatherYear);
    const missingMW = new Float64Array(scenario.weatherYears[y]!.hours);
    for (const { hour, unmatchedMWh } of hours) missingMW[hour] = unmatchedMWh;
    return stretchesOf(missingMW, countedAboveMW(missingMW)).map(({ first, last }): Event => {
      const own = missingMW.subarray(first, last + 1);
      return {
        ...{ phase, weatherYear, from: stampOfHour(scenario.weatherYears[y]!.year, first), hours: last - first + 1 },
        unmatchedMWh: own.reduce((sum, mw) => sum + mw, 0),
        largestMW: own.reduce((most, mw) => Math.max(most, mw), 0),
        cause: causeOf(scenario, phase, y, first, last),
      };
    });
  });
  return events.toSorted((a, b) => b.unmatchedMWh - a.unmatchedMWh).slice(0, MOST_EVENTS);
}

/** From the weather and the maxima alone: what could be made in the stretch, and what could keep it for then. */
function causeOf(scenario: Scenario, phaseName: string, y: number, first: number, last: number): string {
  const phase = scenario.phases.find(({ name }) => name === phaseName)!;
  const hours = last - first + 1;
  const there = scenario.renewables.filter(({ availableFrom }) => availableFrom <= phase.firstYear);
  const storages = scenario.storages.filter(
    ({ availableFrom, maximumMW }) => availableFrom <= phase.firstYear && maximumMW > 0,
  );
  const store = storages.length === 0 ? 'no storage' : 'storage at most as large as it may be';
  const factors = there.map(({ capacityFactor }) => capacityFactor[y]!.subarray(first, last + 1));
  const isStill = factors.every((own) => own.every((factor) => factor === 0));
  if (isStill) return `No plant makes anything for ${hours} h, and there is ${store}.`;
  const couldMWh = sitesOf(there).reduce((sum, { plants, maximumMW }) => {
    const full = plants.map((i) => (1 - there[i]!.loss) * factors[i]!.reduce((all, factor) => all + factor, 0));
    const most = Math.max(...full);
    return most === 0 ? sum : sum + maximumMW * most;
  }, 0);
  const needMWh =
    scenario.load.utilisation *
    phase.itCapacityMW *
    scenario.load.pue[y]!.subarray(first, last + 1).reduce((sum, pue) => sum + pue, 0);
  if (couldMWh >= needMWh)
    return `Plants could make enough in these ${hours} h, but not when it is needed, and there is ${store}.`;
  const share = Math.floor((100 * couldMWh) / needMWh);
  return `With every site at its maximum ${share} % of the mean load could be made in these ${hours} h, and there is ${store}.`;
}
