import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { LoadTier, Phase, Scenario } from '../scenario/scenario.ts';
import { cornersOf, powerShareFor } from '../scenario/throughput-curve.ts';
import { declareEndurance, type EnduranceVariables } from './endurance.ts';
import {
  addTerms,
  constantAt,
  constantFactor,
  declareState,
  flowOf,
  type HourlyExpression,
  type Hours,
} from './hourly.ts';
import { declareStretches, type Machines, throughput } from './throughput.ts';

/** Work arriving at a tier in each hour [MWh IT, at full power]: mean arriving power × shape. */
function arrivalsOf(meanMW: number, tier: LoadTier, weatherYear: number): Float64Array {
  return tier.arrivalShape[weatherYear]!.map((shape) => meanMW * shape);
}

/** Work that arrives at a tier in an hour on average [MWh IT]. */
export const meanArrivingMW = ({ load }: Scenario, phase: Phase, tier: LoadTier): number =>
  phase.itCapacityMW * load.utilisation * tier.share;

/** One tier in the hours of one weather year. */
export interface TierVariables {
  readonly tier: LoadTier;
  /** [MWh IT] */
  readonly arrivals: Float64Array;
  /** Least and installed IT power [MW]. */
  readonly floorMW: number;
  readonly installedMW: number;
  /** IT power. */
  readonly power: HourlyExpression;
  /** Work done, which is the power where the two are not apart. */
  readonly work: HourlyExpression;
  /** Of a tier whose work may wait. */
  readonly deferred: DeferredWork | undefined;
  /** Work given up, where some may be. */
  readonly shed: VariableBlock | undefined;
  readonly mostShedMWh: number;
  /** Where reductions tire. */
  readonly endurance: EnduranceVariables | undefined;
  /** Whether the power for all that arrives would fit between floor and installed power in its own hour. */
  readonly fitsAlways: boolean;
}

/** Hourly quantities of a tier whose work may wait. */
export interface DeferredWork {
  readonly backlog: VariableBlock;
  /** None where nothing may be given up. */
  readonly shed: readonly VariableBlock[];
}

/** A firm tier serves what arrives, less what is shed, and needs no more columns where its power is its work. */
export function declareTiers(
  lp: ProgramBuilder,
  scenario: Scenario,
  phase: Phase,
  y: number,
  hours: Hours,
): TierVariables[] {
  const { start } = hours;
  return scenario.load.tiers.map((tier, k): TierVariables => {
    const of = [...hours.labels, tier.name];
    const meanMW = meanArrivingMW(scenario, phase, tier);
    const arrivals = arrivalsOf(meanMW, tier, y);
    const floorMW = tier.floorShare * meanMW;
    const installedMW = phase.itCapacityMW * tier.share;
    const shed = tier.shed ? lp.variables('shed', of, hours.count, { upper: arrivals }) : undefined;
    const mostShedMWh = (tier.shed?.maximumShare ?? 0) * arrivals.reduce((sum, arriving) => sum + arriving, 0);
    const corners = tier.throughput && cornersOf(tier.throughput);
    const needed = corners
      ? arrivals.map((arriving) => installedMW * powerShareFor(corners, arriving / installedMW))
      : arrivals;
    const fitsAlways = needed.every((power) => floorMW <= power && power <= installedMW);
    const isFirm = tier.deadlineHours === 0;
    const endurance =
      tier.endurance && !(isFirm && !shed)
        ? declareEndurance(lp, of, hours, tier.endurance, arrivals, meanMW, start?.states.budget[k])
        : undefined;
    const common = { tier, arrivals, floorMW, installedMW, shed, mostShedMWh, endurance, fitsAlways };
    // What is left of firm work has the power it needs, without columns, unless that is not in proportion.
    if (isFirm && !(corners && shed)) {
      return { ...common, power: firmPower(needed, shed), work: firmPower(arrivals, shed), deferred: undefined };
    }
    const machines = corners
      ? throughput(hours, declareStretches(lp, of, hours, corners, installedMW, floorMW))
      : alike(lp.variables('served', of, hours.count, { lower: floorMW, upper: installedMW }));
    const waiting = { upper: start?.mostBacklogMWh[k] ?? deadlineBound(arrivals, tier.deadlineHours) };
    const backlog = declareState(lp, 'backlog', of, hours, waiting, start?.states.backlog[k]);
    return { ...common, ...machines, deferred: { backlog, shed: shed ? [shed] : [] } };
  });
}

/** Machines that do as much for a MWh at any power. */
const alike = (served: VariableBlock): Machines => ({ power: flowOf(served), work: flowOf(served) });

/**
 * The most work that may wait at the end of an hour: what arrived in the last `deadlineHours` hours. Everything older
 * has been served, first in, first out, so no chain of shifts can postpone work for ever.
 *
 * Bound: 0 ≤ B[h] ≤ Σ_{j = h−D+1 … h} A[j], cyclic [MWh IT].
 */
export function deadlineBound(arrivals: Float64Array, deadlineHours: number): Float64Array {
  const hours = arrivals.length;
  const bound = new Float64Array(hours);
  for (let h = 0; h < hours; h++) {
    let waiting = 0;
    for (let back = 0, at = h; back < deadlineHours; back++) {
      waiting += arrivals[at]!;
      at = at === 0 ? hours - 1 : at - 1;
    }
    bound[h] = waiting;
  }
  return bound;
}

/** IT power of a firm tier: what arrives, less what is shed. */
export function firmPower(arrivals: Float64Array, shed: VariableBlock | undefined): HourlyExpression {
  return { terms: shed ? [{ column: shed.at, factor: constantFactor(-1) }] : [], constant: arrivals };
}

/**
 * A firm tier stays between its floor and its installed power: what exceeds its machines has to be given up.
 *
 * @equation floor ≤ u[h] ≤ installed
 * @dual what one MW less of floor (positive) or one MW more of machines (negative) is worth in the hour [currency/MW]
 */
export function firmPowerLimit(
  hours: Hours,
  tier: LoadTier,
  u: HourlyExpression,
  floorMW: number,
  ceilingMW: number,
): Constraint {
  return {
    name: 'firmPowerLimit',
    of: [...hours.labels, tier.name],
    count: hours.count,
    write: (row, h) => {
      const firm = constantAt(u, h);
      addTerms(row, u, h).between(floorMW - firm, ceilingMW - firm);
    },
  };
}

/**
 * What waits at the end of an hour is what waited before, plus what arrived, minus what was done or given up. All of it is
 * work, which is the power where a tier has no throughput curve.
 * B stays within `deadlineBound`, u between the tier's floor and its installed power: bounds, not rows.
 *
 * @equation B[h] − B[h−1] + w[h] + z[h] = A[h]
 * @dual what one more MWh of work arriving in the hour costs [currency/MWh IT]
 */
export function backlogBalance(
  hours: Hours,
  tier: LoadTier,
  arrivals: Float64Array,
  w: HourlyExpression,
  { backlog: B, shed }: DeferredWork,
): Constraint {
  return {
    name: 'backlogBalance',
    of: [...hours.labels, tier.name],
    count: hours.count,
    write: (row, h) => {
      row.plus(1, B.at(h)).minus(1, B.at(hours.before(h)));
      addTerms(row, w, h);
      for (const z of shed) row.plus(1, z.at(h));
      row.equals(arrivals[h]! - constantAt(w, h));
    },
  };
}

/**
 * A tier's power changes by no more than its ramp from one hour to the next.
 *
 * @equation −ramp ≤ u[h] − u[h−1] ≤ ramp
 * @dual what one MW more of ramp is worth, down (positive) or up (negative) [currency/MW]
 */
export function rampLimit(hours: Hours, tier: LoadTier, u: HourlyExpression, rampMW: number): Constraint {
  return {
    name: 'rampLimit',
    of: [...hours.labels, tier.name],
    count: hours.count,
    write: (row, h) => {
      const firm = constantAt(u, h) - constantAt(u, hours.before(h));
      addTerms(row, u, h);
      addTerms(row, u, hours.before(h), -1).between(-rampMW - firm, rampMW - firm);
    },
  };
}

/**
 * Of a year's work only the tier's share may be given up.
 *
 * @equation Σ_h z[h] ≤ maximumShare·Σ_h A[h]
 * @dual minus what one more MWh that may be shed is worth [currency/MWh]
 */
export function shedLimit(hours: Hours, tier: LoadTier, shed: VariableBlock, mostMWh: number): Constraint {
  return {
    name: 'shedLimit',
    of: [...hours.labels, tier.name],
    count: 1,
    write: (row) => {
      for (let h = 0; h < hours.count; h++) row.plus(1, shed.at(h));
      row.atMost(mostMWh);
    },
  };
}
