/** What the gap of a plan is a share of where the plan costs less: see `tolerance.gapFloorPerMWh`. */

import type { Phase, Scenario } from '../scenario/scenario.ts';
import { HOURS_PER_YEAR, tolerance } from '../units.ts';
import { phaseWeight } from './annuity.ts';

/**
 * A thousandth of the currency for each MWh of work that arrives, discounted as costs are [currency].
 *
 * @equation floor = Σ_p ω_p · 0.001 · utilisation · IT capacity · 8760
 * @param phases those whose costs are meant; all where absent
 */
export function gapFloorOf(scenario: Scenario, phases: readonly Phase[] = scenario.phases): number {
  const { discountRate, load } = scenario;
  return phases.reduce((sum, phase) => {
    const workMWh = load.utilisation * phase.itCapacityMW * HOURS_PER_YEAR;
    return sum + phaseWeight(discountRate, scenario.phases, phase) * tolerance.gapFloorPerMWh * workMWh;
  }, 0);
}
