import type { LoadTier, ThroughputPoint } from '../../scenario/scenario.ts';
import { installedMW, sceneOf, workMWh } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

type Tier = Required<Pick<LoadTier, 'throughput'>>;

/**
 * Machines do no more work than their power lets them, split among two points of the curve in whatever way is best.
 *
 * @equation w[h] ≤ max { λ·ω_a + (1 − λ)·ω_b : λ·π_a + (1 − λ)·π_b = u[h] / installed }·installed
 */
export const throughput = lawOfPlaces('throughput', (place, tally) => {
  for (const [k, tier] of place.scenario.load.tiers.entries()) {
    if (tier.throughput === undefined) continue;
    const flows = place.flows.tiers[k]!;
    const [done, installed] = [workMWh(flows), installedMW(place, tier)];
    const points = pointsOf(tier as Tier);
    const check = tally.compare(
      sceneOf(place, tier.name),
      (work, most) => `does ${shown(work)} MWh of work, but its power is enough for ${shown(most)} MWh`,
    );
    for (let h = 0; h < place.hours; h++) {
      check.atMost(done[h]!, installed * mostWork(points, flows.servedMW[h]! / installed), h);
    }
  }
});

/** Of single machines: what is shut down draws nothing and does nothing. */
function pointsOf({ throughput: { points, spareMachines } }: Tier): readonly ThroughputPoint[] {
  return spareMachines === 'shutDown' ? [{ powerShare: 0, workRate: 0 }, ...points] : points;
}

/** The most of any two groups of machines, one below the power and one above it; nothing below the lowest point. */
function mostWork(points: readonly ThroughputPoint[], power: number): number {
  let most = power >= 1 ? 1 : 0;
  for (const low of points) {
    if (low.powerShare > power) continue;
    most = Math.max(most, low.workRate);
    for (const high of points) {
      if (high.powerShare <= power) continue;
      const share = (power - low.powerShare) / (high.powerShare - low.powerShare);
      most = Math.max(most, low.workRate + share * (high.workRate - low.workRate));
    }
  }
  return most;
}
