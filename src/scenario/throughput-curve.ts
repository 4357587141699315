/** What the machines of a tier do together at which power, and the least power for some work. All are shares: 1 is all machines at full power. */

import type { Throughput, ThroughputPoint } from './scenario.ts';

/**
 * The corners of the best that the machines can do, from no work to all of it. Where spare machines are shut down, those
 * that run do so at the point with the most work for its power, or above it.
 */
export function cornersOf({ points, spareMachines }: Throughput): readonly ThroughputPoint[] {
  if (spareMachines === 'idle') return points;
  const workForPower = (at: number) => points[at]!.workRate / points[at]!.powerShare;
  const best = points.reduce((found, _, at) => (at > 1 && workForPower(at) > workForPower(found) ? at : found), 1);
  return [{ powerShare: 0, workRate: 0 }, ...points.slice(best)];
}

/** The most work at a power; no more than all of it. */
export function workRateAt(corners: readonly ThroughputPoint[], powerShare: number): number {
  const [from, to] = stretchWhere(corners, (corner) => corner.powerShare >= powerShare);
  const way = (powerShare - from.powerShare) / (to.powerShare - from.powerShare);
  return Math.min(1, (1 - way) * from.workRate + way * to.workRate);
}

/** The least power for some work; beyond what the machines can do it goes on as at their limit. */
export function powerShareFor(corners: readonly ThroughputPoint[], workRate: number): number {
  const [from, to] = stretchWhere(corners, (corner) => corner.workRate >= workRate);
  const way = (workRate - from.workRate) / (to.workRate - from.workRate);
  return (1 - way) * from.powerShare + way * to.powerShare;
}

/** The stretch that ends at the first corner of a kind; the last one where there is none. */
function stretchWhere(
  corners: readonly ThroughputPoint[],
  isEnd: (corner: ThroughputPoint) => boolean,
): readonly [ThroughputPoint, ThroughputPoint] {
  const found = corners.findIndex((corner, at) => at > 0 && isEnd(corner));
  const end = found < 0 ? corners.length - 1 : found;
  return [corners[end - 1]!, corners[end]!];
}
