/** What the stored duals and scopes say about the hours. */

import type { Scenario } from '../scenario/scenario.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import { roomMWh } from '../verify/law.ts';
import type { Disagreement } from './compare-claims.ts';
import type { Programme } from './recompute-bound.ts';

/** Prices of the schedule beside those that the duals say. */
export function comparePrices(
  scenario: Scenario,
  schedule: Schedule,
  programmes: readonly Programme[],
): Disagreement[] {
  const disagreements: Disagreement[] = [];
  for (const { p, y, pricePerMWh: duals } of programmes.flatMap(({ prices }) => prices)) {
    const stated = schedule.phases[p]!.weatherYears[y]!.shadowPricePerMWh;
    if (stated === undefined) continue;
    const wrong = [...stated.keys()].filter((hour) => !isClose(stated[hour]!, duals[hour]!));
    const [first] = wrong;
    if (first === undefined) continue;
    disagreements.push({
      where: `schedule of ${scenario.phases[p]!.name}, ${scenario.weatherYears[y]!.name}: shadowPricePerMWh`,
      problem: `hour ${first} says ${stated[first]}, the duals say ${duals[first]}${wrong.length > 1 ? `; ${wrong.length} hours differ` : ''}`,
    });
  }
  return disagreements;
}

function isClose(price: number, dual: number): boolean {
  return Math.abs(price - dual) <= tolerance.claimedShare * Math.max(Math.abs(price), Math.abs(dual));
}

/** A dispatch imports as little as it can, to a hair: the cap of its programme is what it does import. */
export function compareDispatchCaps(
  scenario: Scenario,
  schedule: Schedule,
  programmes: readonly Programme[],
): Disagreement[] {
  return programmes.flatMap(({ scope }) =>
    scope.phases.flatMap((p) =>
      (scope.mostImportMWh ?? []).flatMap((cap, at): Disagreement[] => {
        const { name, weatherYears } = schedule.phases[p]!;
        const flows = weatherYears[scope.weatherYears[at]!]!;
        const importMWh = flows.importMW.reduce((sum, mw) => sum + mw, 0);
        const room = 3 * (tolerance.yearlyShare * importMWh + roomMWh(scenario.phases[p]!));
        if (Math.abs(cap - importMWh) <= room) return [];
        const problem = `the import of ${name} was capped at ${cap} MWh, but the schedule imports ${importMWh} MWh`;
        return [{ where: `proof of ${name}, ${flows.name}`, problem }];
      }),
    ),
  );
}
