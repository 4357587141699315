import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { Endurance, LoadTier } from '../scenario/scenario.ts';
import { addTerms, constantAt, constantFactor, declareState, type HourlyExpression, type Hours } from './hourly.ts';

/** Hourly quantities of a tier whose reductions tire. */
export interface EnduranceVariables {
  /** r: work held back in an hour. */
  readonly heldBack: VariableBlock;
  /** e: work of earlier hours that is done beside what arrives. */
  readonly caughtUp: VariableBlock;
  /** A − r + e: work done, in fewer columns than those of a throughput curve. */
  readonly done: HourlyExpression;
  /** b: what may still be held back, end of the hour. */
  readonly budget: VariableBlock;
  /** As much as the deepest reduction holds back in its hours. */
  readonly capMWh: number;
}

/** In an hour at most the share `depthShare` of what arrives is held back: a bound, 0 ≤ r[h] ≤ depth·A[h]. */
export function declareEndurance(
  lp: ProgramBuilder,
  of: readonly string[],
  hours: Hours,
  { depthShare, hours: longest }: Endurance,
  arrivals: Float64Array,
  meanMW: number,
  before?: number,
): EnduranceVariables {
  const capMWh = depthShare * longest * meanMW;
  const deepest = arrivals.map((arriving) => depthShare * arriving);
  const heldBack = lp.variables('heldBack', of, hours.count, { upper: deepest });
  const caughtUp = lp.variables('caughtUp', of, hours.count);
  return {
    capMWh,
    heldBack,
    caughtUp,
    done: {
      terms: [
        { column: heldBack.at, factor: constantFactor(-1) },
        { column: caughtUp.at, factor: constantFactor(1) },
      ],
      constant: arrivals,
    },
    budget: declareState(lp, 'budget', of, hours, { upper: capMWh }, before),
  };
}

/**
 * What arrives in an hour and is not done in it is held back, whether it waits or is given up; what is done beyond it is work
 * of earlier hours.
 *
 * @equation w[h] + r[h] − e[h] = A[h]
 * @dual what one more MWh of work arriving in the hour costs for being held back [currency/MWh IT]
 */
export function heldBack(
  hours: Hours,
  tier: LoadTier,
  arrivals: Float64Array,
  w: HourlyExpression,
  { heldBack: r, caughtUp: e }: Pick<EnduranceVariables, 'heldBack' | 'caughtUp'>,
): Constraint {
  return {
    name: 'heldBack',
    of: [...hours.labels, tier.name],
    count: hours.count,
    write: (row, h) => {
      addTerms(row, w, h);
      row
        .plus(1, r.at(h))
        .minus(1, e.at(h))
        .equals(arrivals[h]! - constantAt(w, h));
    },
  };
}

/**
 * Reductions tire: a budget is spent by what is held back and comes back in rest, none of it in an hour of full depth, all
 * of it in the hours of rest. So full depth lasts its hours, half of it longer, and a year ends with what it began with. It
 * is one state an hour where a window of hours would couple all of them.
 *
 * @equation b[h] − b[h−1] + (1 + T/rest)·r[h] ≤ cap/rest
 * @dual minus what one more MWh that may be held back is worth from the hour on [currency/MWh IT]
 */
export function endurance(
  hours: Hours,
  tier: LoadTier,
  { hours: longest, restHours }: Endurance,
  { heldBack: r, budget: b, capMWh }: Pick<EnduranceVariables, 'heldBack' | 'budget' | 'capMWh'>,
): Constraint {
  return {
    name: 'endurance',
    of: [...hours.labels, tier.name],
    count: hours.count,
    write: (row, h) =>
      row
        .plus(1, b.at(h))
        .minus(1, b.at(hours.before(h)))
        .plus(1 + longest / restHours, r.at(h))
        .atMost(capMWh / restHours),
  };
}
