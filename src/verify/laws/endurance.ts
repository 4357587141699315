import { arrivingMWh, meanArrivingMW, type Place, sceneOf, workMWh } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/** Tiers whose reductions are bounded, with the work that each hour holds back: what arrives and is not done in it. */
function reductionsOf(place: Place) {
  return place.scenario.load.tiers.flatMap((tier, k) => {
    if (tier.endurance === undefined) return [];
    const [arriving, done] = [arrivingMWh(place, tier), workMWh(place.flows.tiers[k]!)];
    const heldBack = arriving.map((mwh, h) => Math.max(0, mwh - done[h]!));
    return [{ tier, endurance: tier.endurance, scene: sceneOf(place, tier.name), arriving, heldBack }];
  });
}

/**
 * Of the work that arrives in an hour at most a share is held back.
 *
 * @equation A[h] − w[h] ≤ depth_k·A[h]
 */
export const heldBack = lawOfPlaces('held-back', (place, tally) => {
  for (const { endurance, scene, arriving, heldBack: r } of reductionsOf(place)) {
    const check = tally.compare(
      scene,
      (held, most) => `holds back ${shown(held)} MWh of what arrives, but may hold back ${shown(most)} MWh`,
    );
    for (let h = 0; h < place.hours; h++) check.atMost(r[h]!, endurance.depthShare * arriving[h]!, h);
  }
});

/**
 * What is held back is paid from a budget: an hour at full depth takes its share of the hours that may be held, an hour of
 * rest brings its share of the hours of rest, those between do both in part. Followed as an account over the year twice, so
 * that the second begins with what the first has left.
 *
 * @equation b[h] = min(cap, b[h−1] + cap·(1 − r[h]/deepest)/rest − cap·(r[h]/deepest)/hours) ≥ 0, deepest = depth·mean arriving work, cap = hours·deepest
 */
export const endurance = lawOfPlaces('endurance', (place, tally) => {
  for (const { tier, endurance: given, scene, heldBack: r } of reductionsOf(place)) {
    const deepest = given.depthShare * meanArrivingMW(place, tier);
    const cap = given.hours * deepest;
    const check = tally.compare(
      scene,
      (spent, left) => `holds back what takes ${shown(spent)} MWh of endurance, but has ${shown(left)} MWh`,
    );
    const year = (start: number, judge: (spent: number, left: number, h: number) => void) =>
      r.reduce((before, held, h) => {
        const [spent, left] = [held + (cap / given.restHours) * (held / deepest), before + cap / given.restHours];
        judge(spent, left, h);
        return Math.min(cap, Math.max(0, left - spent));
      }, start);
    const start = year(cap, () => undefined);
    const end = year(start, check.atMost);
    tally
      .compare(
        scene,
        (begins, ends) => `begins a year with ${shown(begins)} MWh of endurance and ends it with ${shown(ends)}`,
      )
      .atMost(start, end);
  }
});
