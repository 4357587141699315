import type { Cost, VariableBlock } from '../lp/constraint.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import { isAlive } from './build-out.ts';
import type { Buildable } from './buildable.ts';
import type { HourlyExpression, Hours } from './hourly.ts';

/**
 * Annualised capital and fixed O&M of every vintage alive in the phase, at the price of the year it was built.
 * Committed plant has its capital spent; its O&M is paid at the first phase's price.
 *
 * @equation ω·Σ_{v alive} (annualised capital + fixed O&M)·b_v + ω·fixed O&M·committed
 */
export function buildOutCost(
  scenario: Scenario,
  buildables: readonly Buildable[],
  phase: Phase,
  ω: number,
  vintages: readonly VariableBlock[],
): Cost {
  return {
    name: 'buildOut',
    of: [phase.name],
    write: (terms) =>
      buildables.forEach((buildable, i) => {
        vintages.forEach((b, v) => {
          const built = scenario.phases[v]!;
          if (!isAlive(buildable, built, phase)) return;
          const yearly = buildable.capitalPerYear(built.firstYear) + buildable.fixedOpexPerYear(built.firstYear);
          terms.plus(ω * yearly, b.at(i));
        });
        terms.constant(ω * buildable.fixedOpexPerYear(scenario.phases[0]!.firstYear) * buildable.committed);
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
