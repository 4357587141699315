import { previousHour } from '../../time.ts';
import { tolerance } from '../../units.ts';
import { arrivingMWh, installedMW, meanArrivingMW, type Place, sceneOf, workMWh } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/** Each tier with its flows. */
function tiersOf(place: Place) {
  return place.scenario.load.tiers.map((tier, k) => ({
    tier,
    scene: sceneOf(place, tier.name),
    flows: place.flows.tiers[k]!,
  }));
}

/**
 * The backlog grows by what arrives and shrinks by what is done or given up; the year ends as it begins.
 *
 * @equation B[h] = B[h−1] + A[h] − w[h] − z[h]
 */
export const backlog = lawOfPlaces('backlog', (place, tally) => {
  for (const { tier, scene, flows } of tiersOf(place)) {
    const arriving = arrivingMWh(place, tier);
    const done = workMWh(flows);
    const check = tally.compare(
      scene,
      (stated, next) => `backlog is stated as ${shown(stated)} MWh, but arrivals and service leave ${shown(next)} MWh`,
    );
    for (let h = 0; h < place.hours; h++) {
      const before = flows.backlogMWh[previousHour(h, place.hours)]!;
      const stated = flows.backlogMWh[h]!;
      const size = Math.max(before, stated, arriving[h]!, done[h]!);
      check.equal(stated, before + arriving[h]! - done[h]! - flows.shedMW[h]!, h, size);
    }
  }
});

/**
 * A tier never falls below its floor, nor below what its machines draw without work where they stay on.
 *
 * @equation max(floor_k·mean arriving power, idle_k·installed power) ≤ u[h]
 */
export const tierFloor = lawOfPlaces('tier-floor', (place, tally) => {
  for (const { tier, scene, flows } of tiersOf(place)) {
    const { points, spareMachines } = tier.throughput ?? {};
    const idleShare = spareMachines === 'idle' ? points![0]!.powerShare : 0;
    const floorMW = Math.max(tier.floorShare * meanArrivingMW(place, tier), idleShare * installedMW(place, tier));
    const check = tally.compare(
      scene,
      (floor, power) => `runs at ${shown(power)} MW, but its floor is ${shown(floor)} MW`,
    );
    for (let h = 0; h < place.hours; h++) check.atMost(floorMW, flows.servedMW[h]!, h);
  }
});

/**
 * A tier runs on its share of the IT capacity.
 *
 * @equation u[h] ≤ share_k·IT capacity
 */
export const tierPower = lawOfPlaces('tier-power', (place, tally) => {
  for (const { tier, scene, flows } of tiersOf(place)) {
    const installed = installedMW(place, tier);
    const check = tally.compare(
      scene,
      (power, limit) => `runs at ${shown(power)} MW, but ${shown(limit)} MW are installed`,
    );
    for (let h = 0; h < place.hours; h++) check.atMost(flows.servedMW[h]!, installed, h);
  }
});

/**
 * Power changes from hour to hour by at most the ramp, where the tier has one; also across the turn of the year.
 *
 * @equation |u[h] − u[h−1]| ≤ ramp_k·installed power
 */
export const tierRamp = lawOfPlaces('tier-ramp', (place, tally) => {
  for (const { tier, scene, flows } of tiersOf(place)) {
    if (tier.rampSharePerHour === undefined) continue;
    const limitMW = tier.rampSharePerHour * installedMW(place, tier);
    const check = tally.compare(
      scene,
      (change, limit) => `changes by ${shown(change)} MW within the hour, but its ramp allows ${shown(limit)} MW`,
    );
    for (let h = 0; h < place.hours; h++) {
      const [now, before] = [flows.servedMW[h]!, flows.servedMW[previousHour(h, place.hours)]!];
      check.atMost(Math.abs(now - before), limitMW, h, Math.max(now, before));
    }
  }
});

/**
 * Work is given up only where the tier allows it, and at most its share of a year's arrivals.
 *
 * @equation Σ_h z[h] ≤ shed share_k·Σ_h A[h]
 */
export const shedShare = lawOfPlaces('shed-share', (place, tally) => {
  for (const { tier, scene, flows } of tiersOf(place)) {
    const arriving = arrivingMWh(place, tier).reduce((sum, a) => sum + a, 0);
    const given = flows.shedMW.reduce((sum, z) => sum + z, 0);
    tally
      .compare(
        scene,
        (shed, limit) => `gives up ${shown(shed)} MWh in the year, but may give up ${shown(limit)} MWh`,
        tolerance.yearlyShare,
      )
      .atMost(given, (tier.shed?.maximumShare ?? 0) * arriving);
  }
});
