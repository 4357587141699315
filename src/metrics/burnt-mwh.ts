import type { LoadTier } from '../scenario/scenario.ts';
import { cornersOf, powerShareFor } from '../scenario/throughput-curve.ts';

/**
 * Energy that machines draw beyond the least that their work takes [MWh IT]: 0 where work is in proportion to power.
 *
 * @equation Σ_h max(0, u[h] − max(floor, least power for w[h]))
 * @param floorMW Least power of the tier.
 * @param servedMW IT power of each hour.
 * @param workMWh Work done in each hour, at full power.
 */
export function burntMWh(
  { throughput }: LoadTier,
  installedMW: number,
  floorMW: number,
  servedMW: Float64Array,
  workMWh: Float64Array,
): number {
  if (throughput === undefined) return 0;
  const corners = cornersOf(throughput);
  return servedMW.reduce((sum, power, hour) => {
    const least = installedMW * powerShareFor(corners, workMWh[hour]! / installedMW);
    return sum + Math.max(0, power - Math.max(floorMW, least));
  }, 0);
}
