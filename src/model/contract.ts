/** Contracts whose price depends on how much is taken in a year. */

import type { Constraint } from '../lp/constraint.ts';
import type { CostByYear, Phase, Ppa } from '../scenario/scenario.ts';
import { costInYear } from '../scenario/technologies/cost-by-year.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import { addTerms, type HourlyExpression, type Hours } from './hourly.ts';

/**
 * What is taken under a contract, at the plant, and what is paid for without being taken come to the energy that is paid for
 * in any case: as mean power over the year, so that the row is of the size of the others.
 *
 * @equation Σ_h g[h] / (1 − loss) / H + short ≥ least/8760
 * @dual what one more MW of the promise to pay costs [currency/MW]
 */
export function takeOrPay(
  hours: Hours,
  contract: string,
  loss: number,
  g: HourlyExpression,
  short: number,
  leastMWh: number,
): Constraint {
  return {
    name: 'takeOrPay',
    of: [...hours.labels, contract],
    count: 1,
    write: (row) => {
      for (let h = 0; h < hours.count; h++) addTerms(row, g, h, 1 / (1 - loss) / hours.count);
      row.plus(1, short).atLeast(leastMWh / HOURS_PER_YEAR);
    },
  };
}

/**
 * No more is taken under a contract, at the plant, than it offers: as mean power over the year.
 *
 * @equation Σ_h g[h] / (1 − loss) / H ≤ most/8760
 * @dual minus what one more MW of the contract is worth [currency/MW]
 */
export function contractVolume(
  hours: Hours,
  contract: string,
  loss: number,
  g: HourlyExpression,
  mostMWh: number,
): Constraint {
  return {
    name: 'contractVolume',
    of: [...hours.labels, contract],
    count: 1,
    write: (row) => {
      for (let h = 0; h < hours.count; h++) addTerms(row, g, h, 1 / (1 - loss) / hours.count);
      row.atMost(mostMWh / HOURS_PER_YEAR);
    },
  };
}

/** Whether a contract runs in some year of a phase, so that its promises hold in it. */
export const runsIn = ({ term }: Ppa, { firstYear }: Phase): boolean => firstYear <= (term?.lastYear ?? firstYear);

/** What is paid for a MWh that is promised and not taken, by year: nothing once the contract has ended. */
export function promisedPrice({ pricePerMWh, term }: Ppa, { firstYear, years }: Phase): CostByYear {
  if (term === undefined) return pricePerMWh;
  return Array.from({ length: years }, (_, at) => firstYear + at).map((year) => ({
    year,
    value: year <= term.lastYear ? costInYear(pricePerMWh, year) : 0,
  }));
}
