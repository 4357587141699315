import { HOURS_PER_YEAR, tolerance } from '../../units.ts';
import { sceneOf } from '../answer.ts';
import { law, lawOfPlaces } from '../law.ts';
import { sizesOf } from '../sizes.ts';
import { shown } from '../tally.ts';

/**
 * While a contract runs, a year takes no more under it than it offers, counted at the plant and brought to 8,760 hours.
 *
 * @equation 8760/H_y·Σ_h g_i[h] ≤ most_i
 */
export const contractVolume = lawOfPlaces('contract-volume', (place, tally) => {
  for (const [i, { name, purchase }] of place.scenario.renewables.entries()) {
    if (purchase.kind !== 'ppa' || purchase.mostMWhPerYear === undefined) continue;
    if (purchase.term !== undefined && place.phase.firstYear > purchase.term.lastYear) continue;
    const taken = place.flows.renewables[i]!.generationMW.reduce((sum, mw) => sum + mw, 0);
    const words = (is: number, most: number) =>
      `${shown(is)} MWh are taken in a year, but the contract offers ${shown(most)} MWh`;
    tally
      .compare(sceneOf(place, name), words, tolerance.yearlyShare)
      .atMost(taken * (HOURS_PER_YEAR / place.hours), purchase.mostMWhPerYear);
  }
});

/**
 * Nothing is had of what was contracted once its contract has ended, unless it goes on at the price of the market.
 *
 * @equation K_p ≤ 0 where p begins after the last year of the contract
 */
export const contractTerm = law('contract-term', ({ scenario, schedule }, tally) => {
  for (const { subject, unit, goneAfter, standing } of sizesOf(scenario, schedule)) {
    for (const [p, { name: phase, firstYear }] of scenario.phases.entries()) {
      if (firstYear <= goneAfter) continue;
      const words = (is: number) =>
        `${shown(is)} ${unit} stand in ${firstYear}, but their contract ended with ${goneAfter}`;
      tally.compare({ phase, subject }, words).atMost(standing[p]!, 0);
    }
  }
});
