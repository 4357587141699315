/** What the stored duals and scopes say about the hours. */

import type { Scenario } from '../scenario/scenario.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import type { Disagreement } from './compare-claims.ts';
import type { Programme } from './recompute-bound.ts';

/** Shadow prices are the duals of the energy balances, per MWh of an hour's weight. */
export function comparePrices(
  scenario: Scenario,
  schedule: Schedule,
  programmes: readonly Programme[],
): Disagreement[] {
  const disagreements: Disagreement[] = [];
  for (const { proof, formulation } of programmes) {
    for (const { p, dispatches } of formulation.phases) {
      for (const { y, hours, balance } of dispatches) {
        const prices = schedule.phases[p]!.weatherYears[y]!.shadowPricePerMWh;
        if (prices === undefined) continue;
        const dual = (hour: number) => proof.rowDual[balance.first + hour]! / hours.weight;
        const wrong = [...prices.keys()].filter((hour) => !isClose(prices[hour]!, dual(hour)));
        const [first] = wrong;
        if (first === undefined) continue;
        disagreements.push({
          where: `schedule of ${scenario.phases[p]!.name}, ${scenario.weatherYears[y]!.name}: shadowPricePerMWh`,
          problem: `hour ${first} says ${prices[first]}, the duals say ${dual(first)}${wrong.length > 1 ? `; ${wrong.length} hours differ` : ''}`,
        });
      }
    }
  }
  return disagreements;
}

function isClose(price: number, dual: number): boolean {
  return Math.abs(price - dual) <= tolerance.claimedShare * Math.max(Math.abs(price), Math.abs(dual));
}

/** A dispatch imports as little as it can, to a hair: the cap of its programme is what it does import. */
export function compareDispatchCaps(schedule: Schedule, programmes: readonly Programme[]): Disagreement[] {
  return programmes.flatMap(({ proof: { scope } }) =>
    scope.phases.flatMap((p) =>
      (scope.mostImportMWh ?? []).flatMap((cap, at): Disagreement[] => {
        const { name, weatherYears } = schedule.phases[p]!;
        const flows = weatherYears[scope.weatherYears[at]!]!;
        const importMWh = flows.importMW.reduce((sum, mw) => sum + mw, 0);
        const room = 3 * (tolerance.yearlyShare * importMWh + tolerance.hourlyMWh);
        if (Math.abs(cap - importMWh) <= room) return [];
        const problem = `the import of ${name} was capped at ${cap} MWh, but the schedule imports ${importMWh} MWh`;
        return [{ where: `proof of ${name}, ${flows.name}`, problem }];
      }),
    ),
  );
}
