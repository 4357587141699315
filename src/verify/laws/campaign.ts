import { tolerance } from '../../units.ts';
import { sceneOf } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/**
 * A campaign does its work inside its window, between its least and its greatest power, or at one power where it may not
 * pause; outside, and in other phases, it does nothing.
 *
 * @equation Σ_{h in window} u_n[h] = work_n, least_n ≤ u_n[h] ≤ greatest_n
 */
export const campaign = lawOfPlaces('campaign', (place, tally) => {
  const { tiers, campaigns = [] } = place.scenario.load;
  for (const [n, { name, phase, windows, workMWh, leastMW, greatestMW, isSteady }] of campaigns.entries()) {
    const scene = sceneOf(place, name);
    const { servedMW } = place.flows.tiers[tiers.length + n]!;
    const { from, to } = phase === place.phase.name ? windows[place.year]! : { from: 0, to: 0 };
    const evenMW = workMWh / (to - from);
    const [least, most] = isSteady ? [evenMW, evenMW] : [leastMW, greatestMW];
    const above = tally.compare(scene, (is, limit) => `runs at ${shown(is)} MW, but ${shown(limit)} MW are the most`);
    const below = tally.compare(scene, (limit, is) => `runs at ${shown(is)} MW, but ${shown(limit)} MW are the least`);
    for (const [h, power] of servedMW.entries()) {
      const isInside = from <= h && h < to;
      above.atMost(power, isInside ? most : 0, h);
      if (isInside) below.atMost(least, power, h);
    }
    if (to === from) continue;
    const words = (is: number, asked: number) =>
      `does ${shown(is)} MWh in its window, but ${shown(asked)} MWh are asked for`;
    const done = servedMW.slice(from, to).reduce((sum, mw) => sum + mw, 0);
    tally.compare(scene, words, tolerance.yearlyShare).equal(done, workMWh);
  }
});
