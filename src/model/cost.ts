import type { Cost, VariableBlock } from '../lp/constraint.ts';
import type { Phase, Salvage, Scenario } from '../scenario/scenario.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import { aliveIn } from './build-out.ts';
import type { Buildable } from './buildable.ts';
import type { HourlyExpression, Hours } from './hourly.ts';
import { presentValues } from './present-value.ts';
import {
  commitmentsIn,
  isAlive,
  owedAfter,
  owedAfterForCommitted,
  yearlyCost,
  yearlyCostOfCommitted,
} from './vintage.ts';

/**
 * Capital, as annuities, and fixed O&M of all that stands in the phase, year by year: at the price of the year it was
 * built, or of the year in which it was replaced. What was committed has its capital spent until it is replaced.
 *
 * @equation Σ_t δ_t·[Σ_{v alive} (annuity_t + fixed O&M)·b_v + (annuity_t once replaced + fixed O&M)·committed]
 */
export function buildOutCost(
  { phases, discountRate }: Scenario,
  buildables: readonly Buildable[],
  phase: Phase,
  vintages: readonly VariableBlock[],
): Cost {
  const years = presentValues(phase, phases[0]!.firstYear, discountRate);
  const worth = (yearly: (year: number) => number) => years.reduce((sum, { year, δ }) => sum + δ * yearly(year), 0);
  return {
    name: 'buildOut',
    of: [phase.name],
    write: (terms) =>
      buildables.forEach((buildable, i) => {
        vintages.forEach((b, v) => {
          const builtIn = phases[v]!.firstYear;
          if (!isAlive(buildable, builtIn, phases, phase)) return;
          terms.plus(
            worth((year) => yearlyCost(buildable, discountRate, builtIn, year)),
            b.at(i),
          );
        });
        for (const stretch of commitmentsIn(buildable, phases, phase)) {
          if (stretch.size === 0) continue;
          terms.constant(stretch.size * worth((year) => yearlyCostOfCommitted(buildable, discountRate, stretch, year)));
        }
      }),
  };
}

/**
 * Energy bought under contracts that pay for all that is produced, used or curtailed.
 *
 * @equation weight·price·Σ_h a[h]·K
 */
export function producedEnergyCost(hours: Hours, price: number, capacityFactor: Float64Array, capacity: number): Cost {
  const fullLoadHours = capacityFactor.reduce((sum, factor) => sum + factor, 0);
  return {
    name: 'producedEnergy',
    of: hours.labels,
    write: (terms) => terms.plus(hours.weight * price * fullLoadHours, capacity),
  };
}

/**
 * Energy that is paid for without being taken; `short` is its mean power over the year.
 *
 * @equation ω·probability·8760·price·short
 */
export function shortfallCost(hours: Hours, worth: number, price: number, short: number): Cost {
  return { name: 'shortfall', of: hours.labels, write: (terms) => terms.plus(worth * HOURS_PER_YEAR * price, short) };
}

/**
 * An hourly flow at a price per MWh.
 *
 * @equation weight·Σ_h price[h]·flow[h]
 */
export function flowCost(name: string, hours: Hours, price: (hour: number) => number, flow: HourlyExpression): Cost {
  return {
    name,
    of: hours.labels,
    write: (terms) => {
      for (let h = 0; h < hours.count; h++) {
        for (const { column, factor } of flow.terms) terms.plus(hours.weight * price(h) * factor(h), column(h));
      }
    },
  };
}

/**
 * Subscribed grid power, paid by its size.
 *
 * @equation ω·grid charge·M
 */
export function subscriptionCost(phase: Phase, ω: number, costPerMWYear: number, M: number): Cost {
  return { name: 'subscribedPower', of: [phase.name], write: (terms) => terms.plus(ω * costPerMWYear, M) };
}

/**
 * Where what stands as the plan ends is sold: what is then still owed for it, its annuities to come, less its investment in
 * proportion to the years that are left of it. What was committed owes nothing until it is replaced.
 *
 * @equation δ_end·Σ_{v alive} (owed − salvage)·b_v
 */
export function salvageCost(
  { phases, discountRate }: Scenario,
  salvage: Salvage,
  buildables: readonly Buildable[],
  last: Phase,
  vintages: readonly VariableBlock[],
): Cost {
  const { year, δ } = presentValues(last, phases[0]!.firstYear, discountRate).at(-1)!;
  return {
    name: 'salvage',
    of: [last.name],
    write: (terms) =>
      buildables.forEach((buildable, i) => {
        for (const { b, builtIn } of aliveIn(buildable, phases, last, vintages))
          terms.plus(δ * owedAfter(buildable, discountRate, salvage, builtIn, year), b.at(i));
        for (const stretch of commitmentsIn(buildable, phases, last))
          terms.constant(δ * stretch.size * owedAfterForCommitted(buildable, discountRate, salvage, stretch, year));
      }),
  };
}
