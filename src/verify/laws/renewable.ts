import { effectiveMW } from '../../schedule/effective.ts';
import { sceneOf } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/**
 * No plant gives more than its weather allows; the gap is curtailment.
 *
 * @equation g_i[h] ≤ a_i[h]·K_i
 */
export const weatherLimit = lawOfPlaces('weather-limit', (place, tally) => {
  for (const [i, { name, capacityFactor }] of place.scenario.renewables.entries()) {
    const a = capacityFactor[place.year]!;
    const atWorkMW = effectiveMW(place.capacities.renewables[i]!);
    const { generationMW } = place.flows.renewables[i]!;
    const check = tally.compare(
      sceneOf(place, name),
      (generation, limit) => `generates ${shown(generation)} MW, but the weather allows ${shown(limit)} MW`,
    );
    for (let h = 0; h < place.hours; h++) check.atMost(generationMW[h]!, a[h]! * atWorkMW, h);
  }
});

/**
 * What the assets on a link send is at most the link's capacity, measured at the plants.
 *
 * @equation Σ_{i on ℓ} g_i[h] ≤ F_ℓ
 */
export const linkLimit = lawOfPlaces('link-limit', (place, tally) => {
  for (const [l, { name }] of place.scenario.links.entries()) {
    const senders = place.flows.renewables.filter((_, i) => place.scenario.renewables[i]!.link === name);
    const atWorkMW = effectiveMW(place.capacities.links[l]!);
    const check = tally.compare(
      sceneOf(place, name),
      (sent, limit) => `carries ${shown(sent)} MW, but its capacity is ${shown(limit)} MW`,
    );
    for (let h = 0; h < place.hours; h++) {
      check.atMost(
        senders.reduce((sum, { generationMW }) => sum + generationMW[h]!, 0),
        atWorkMW,
        h,
      );
    }
  }
});
