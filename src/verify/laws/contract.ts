import { HOURS_PER_YEAR, tolerance } from '../../units.ts';
import { sceneOf } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/**
 * A year takes no more under a contract than it offers, counted at the plant and brought to 8,760 hours.
 *
 * @equation 8760/H_y·Σ_h g_i[h] ≤ most_i
 */
export const contractVolume = lawOfPlaces('contract-volume', (place, tally) => {
  for (const [i, { name, purchase }] of place.scenario.renewables.entries()) {
    if (purchase.kind !== 'ppa' || purchase.mostMWhPerYear === undefined) continue;
    const taken = place.flows.renewables[i]!.generationMW.reduce((sum, mw) => sum + mw, 0);
    const words = (is: number, most: number) =>
      `${shown(is)} MWh are taken in a year, but the contract offers ${shown(most)} MWh`;
    tally
      .compare(sceneOf(place, name), words, tolerance.yearlyShare)
      .atMost(taken * (HOURS_PER_YEAR / place.hours), purchase.mostMWhPerYear);
  }
});
