/** Recomputes every cost item from scenario, schedule and build-out alone. */

import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';
import type { AnnualCost } from './annual-cost.ts';
import { phaseWeight } from './annuity.ts';
import { operationCosts } from './cost-of-operation.ts';
import { standingCosts } from './cost-of-standing.ts';

export interface CostItem extends AnnualCost {
  readonly phase: string;
  /** Contribution to the objective: discounted over the years of the phase [currency]. */
  readonly value: number;
}

export interface CostAccount {
  /** Sum of all items [currency]. */
  readonly objective: number;
  readonly items: readonly CostItem[];
}

/**
 * The objective of a plan, item by item, in the order of phases and assets; an item that costs nothing is listed with 0.
 * Schedule and build-out must name what the scenario names (see the law `structure`).
 */
export function recomputeCost(scenario: Scenario, schedule: Schedule, buildOut: readonly BuildOut[]): CostAccount {
  const items = scenario.phases.flatMap((phase, p) => {
    const weight = phaseWeight(scenario.discountRate, scenario.phases, phase);
    const costs = [...standingCosts(scenario, buildOut, p), ...operationCosts(scenario, schedule, p)];
    return costs.map((cost): CostItem => ({ ...cost, phase: phase.name, value: weight * cost.annualValue }));
  });
  return { objective: items.reduce((sum, { value }) => sum + value, 0), items };
}
