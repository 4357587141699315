import type { VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { ThroughputPoint } from '../scenario/scenario.ts';
import { workRateAt } from '../scenario/throughput-curve.ts';
import { constantFactor, type HourlyExpression, type Hours } from './hourly.ts';

/** The machines of a tier, in power [MW IT] and in work done [MWh IT at full power]. */
export interface Machines {
  readonly power: HourlyExpression;
  readonly work: HourlyExpression;
}

/** What lies above a tier's least power, up to full power. */
interface Curve {
  /** Idle power or the floor, and what is done at it. */
  readonly base: { readonly powerMW: number; readonly workMWh: number };
  readonly stretches: readonly Stretch[];
}

/** Power between two corners of a throughput curve. */
interface Stretch {
  readonly power: VariableBlock;
  /** Work done with a MWh of it. */
  readonly slope: number;
}

/**
 * Columns for each stretch of a throughput curve above the least power.
 *
 * @param corners of the tier's throughput, as shares
 */
export function declareStretches(
  lp: ProgramBuilder,
  of: readonly string[],
  hours: Hours,
  corners: readonly ThroughputPoint[],
  installedMW: number,
  floorMW: number,
): Curve {
  const baseMW = Math.max(floorMW, corners[0]!.powerShare * installedMW);
  const base = { powerMW: baseMW, workMWh: installedMW * workRateAt(corners, baseMW / installedMW) };
  const stretches = corners.slice(1).flatMap((to, q): Stretch[] => {
    const from = corners[q]!;
    const upper = to.powerShare * installedMW - Math.max(baseMW, from.powerShare * installedMW);
    if (upper <= 0) return [];
    const slope = (to.workRate - from.workRate) / (to.powerShare - from.powerShare);
    return [{ slope, power: lp.variables('stretch', [...of, `above ${from.powerShare}`], hours.count, { upper }) }];
  });
  return { base, stretches };
}

/**
 * Work and power of machines that do less for each MWh the more of them they have: power above the least comes in
 * stretches, those that do most for it first, since nothing is gained by another order where energy has a price.
 *
 * @equation u[h] = u_0 + Σ_q u_q[h], w[h] = f(u_0) + Σ_q slope_q·u_q[h]
 */
export function throughput(hours: Hours, { base, stretches }: Curve): Machines {
  const always = (value: number) => new Float64Array(hours.count).fill(value);
  return {
    power: {
      terms: stretches.map(({ power }) => ({ column: power.at, factor: constantFactor(1) })),
      constant: always(base.powerMW),
    },
    work: {
      terms: stretches.map(({ power, slope }) => ({ column: power.at, factor: constantFactor(slope) })),
      constant: always(base.workMWh),
    },
  };
}
