import type { Scenario } from '../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../schedule/schedule.ts';

/**
 * Renewable energy that a buyer can claim by volume in each hour: what reaches the site, less what goes into storages,
 * plus what comes out of them, so that their losses count against the claim. Negative where more is stored than delivered.
 *
 * @equation Σ_i (1 − loss_i)·g_i[h] − Σ_s (c_s[h] − d_s[h])
 */
export function claimMW(scenario: Scenario, flows: WeatherYearSchedule): Float64Array {
  const claim = new Float64Array(flows.loadMW.length);
  for (const [i, { generationMW }] of flows.renewables.entries()) {
    const arrives = 1 - scenario.renewables[i]!.loss;
    for (let h = 0; h < claim.length; h++) claim[h]! += arrives * generationMW[h]!;
  }
  for (const { chargeMW, dischargeMW } of flows.storages) {
    for (let h = 0; h < claim.length; h++) claim[h]! += dischargeMW[h]! - chargeMW[h]!;
  }
  return claim;
}
