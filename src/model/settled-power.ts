/**
 * Power as the work needs it. Where energy has no price, the stretches of a throughput curve may be filled in any order and
 * draw more than the best does; it is taken off wherever nothing can ask for it.
 */

import type { Scenario } from '../scenario/scenario.ts';
import { cornersOf, powerShareFor } from '../scenario/throughput-curve.ts';
import { previousHour } from '../time.ts';
import { tolerance } from '../units.ts';
import type { TierVariables } from './flexible-load.ts';

/** @returns IT power [MW] that is no more than the given one, and enough for the work in every hour */
export function settledPower(
  { matching, grid }: Scenario,
  y: number,
  { tier, floorMW, installedMW }: TierVariables,
  powerMW: Float64Array,
  workMWh: Float64Array,
): Float64Array {
  // More load leaves more to be imported by a share below 1, and more to be exported by a share of what is generated for it:
  // a plan may mean to draw it.
  const isLoadCounted = (matching.kind !== 'none' && matching.target < 1) || grid.exportShare !== undefined;
  if (tier.throughput === undefined || isLoadCounted) return powerMW;
  const corners = cornersOf(tier.throughput);
  const price = grid.importPricePerMWh[y]!;
  const settled = powerMW.map((power, h) =>
    price[h]! < 0
      ? power
      : Math.min(power, Math.max(floorMW, installedMW * powerShareFor(corners, workMWh[h]! / installedMW))),
  );
  const { rampSharePerHour: ramp = Number.POSITIVE_INFINITY } = tier;
  const isSteep = settled.some((power, h) => {
    const change = Math.abs(power - settled[previousHour(h, settled.length)]!);
    return change > ramp * installedMW * (1 + tolerance.relative);
  });
  return isSteep ? powerMW : settled;
}
