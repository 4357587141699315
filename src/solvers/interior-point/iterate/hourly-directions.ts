/** Directions of a block whose hours repeat: right-hand side, solve and duals in one pass forward and one back. */

import { acrossOf } from '../linalg/kernel/across.ts';
import { type DirectionKind, directionKinds } from '../linalg/kernel/directions.ts';
import { closeCircle, type RepeatingEquations, regionOf, setParameters } from '../linalg/kernel/kernels.ts';
import { type RestingKind, restingKinds } from '../linalg/kernel/resting-directions.ts';
import { eliminateHours, substituteHours } from '../linalg/kernel/segments.ts';
import type { Block, Side } from './block.ts';
import { BoundDualChanges } from './bound-dual-changes.ts';
import { weighSecants } from './bound-secants.ts';
import { directionArrays } from './hourly-arrays.ts';
import { weighHourly } from './hourly-evaluation.ts';
import { completeSecants, eliminateSecants, secantColumns } from './hourly-secants.ts';
import { closesEquations, type NewtonRhs, slotOf, type Trial } from './newton-system.ts';
import { reducedRhsOf } from './normal-equations.ts';
import { noProductSlopes, type RatioTest } from './ratio-test.ts';
import { type Changes, type Range, SteepestFalls } from './steepest-falls.ts';

interface HourlyCode {
  readonly equations: RepeatingEquations;
  readonly kind: DirectionKind | RestingKind;
}

const kinds = [...directionKinds, ...restingKinds];

/**
 * Directions that are rare are left to the code that takes column by column.
 *
 * @param isTried whether somebody asks how far it leads
 */
export function hourlyCodeFor({ equations }: Block, rhs: NewtonRhs['kind'], isTried: boolean): HourlyCode | undefined {
  const kind = rhs === 'secant-predictor' ? 'predictor' : kinds.find((name) => name === rhs);
  if (equations.kind !== 'repeating' || kind === undefined) return undefined;
  return isTried && restingKinds.some((name) => name === kind) ? undefined : { equations, kind };
}

const runOf = (code: HourlyCode['kind'], at: Side, kind: NewtonRhs['kind']) => ({
  code: ` ${code}`,
  arrays: directionArrays(at, kind),
});

/** As `eliminate`. */
export function eliminateHourly({ equations, kind }: HourlyCode, block: Block, at: Side, newtonRhs: NewtonRhs) {
  const { residuals, secants } = block;
  closeCircle(equations, `point ${at}`);
  // Those of the hours are made by code.
  const across = acrossOf(equations, reducedRhsOf(block, at, newtonRhs.kind));
  if (closesEquations(newtonRhs.kind)) across.set(acrossOf(equations, residuals[at]));
  else across.fill(0);
  setRhsParameters(equations, newtonRhs);
  const schurRhs = eliminateHours(equations, runOf(kind, at, newtonRhs.kind));
  if (secants.count[0] === 0) return schurRhs;
  const further = eliminateSecants(equations, block, at, newtonRhs);
  return schurRhs.map((sum, l) => sum + further[l]!);
}

/** What code is to know of a right-hand side: also later, for what the direction means for duals is kept nowhere else. */
export function setRhsParameters(equations: RepeatingEquations, newtonRhs: NewtonRhs): void {
  if (newtonRhs.kind === 'settling-duals')
    setParameters(equations, { 'sigma mu': 0, 'second-order cap': 0, 'second order': 0 });
  if (newtonRhs.kind === 'corrector') {
    const { sigmaMu, secondOrderCap } = newtonRhs;
    setParameters(equations, {
      'sigma mu': sigmaMu,
      'second-order cap': secondOrderCap,
      'second order': secondOrderCap === 0 ? 0 : 1,
    });
  }
  if (newtonRhs.kind === 'centrality-corrector') {
    const { sigmaMu, weights, primal, dual } = newtonRhs;
    setParameters(equations, {
      'centrality sigma mu': sigmaMu,
      ...{ 'mixed first primal': weights.primal[0]!, 'mixed second primal': weights.primal[1]! },
      ...{ 'mixed first dual': weights.dual[0]!, 'mixed second dual': weights.dual[1]! },
      ...{ 'tried primal': primal, 'tried dual': dual },
    });
  }
}

/** As `backSubstitute`. The code tells how steep the steepest bound of an hour may be; the steepest hours are looked into. */
export function substituteHourly(
  { equations, kind }: HourlyCode,
  block: Block,
  at: Side,
  newtonRhs: NewtonRhs,
  dz: Float64Array,
  { base, shares, ignoredShare }: Trial,
): RatioTest {
  const { form, points, directions, secants } = block;
  setRhsParameters(equations, newtonRhs);
  setParameters(equations, { 'least share': shares[0] ?? 1 });
  if (kind === 'centrality-corrector') spendWeight({ equations, kind }, block, at, newtonRhs);
  const bent = secants.count[0] === 0 ? undefined : secantColumns(equations, block, at, newtonRhs);
  const sumOf = substituteHours(equations, dz, runOf(kind, at, newtonRhs.kind));
  const { columnCount, upper } = form;
  const most = Math.floor(ignoredShare * (columnCount + upper.length));
  const steepest = regionOf(equations, `point ${at}`, 'steepest').subarray(0, 4 * form.stepCount);
  const bySecants = bent && completeSecants(equations, block, at, newtonRhs, bent);
  const changes = new BoundDualChanges(equations, block, at);
  const dx = changesOf(base?.primal, newtonRhs.kind, (of, j) => directions[slotOf[of]].dx[j]!);
  const dLower = changesOf(base?.dual, newtonRhs.kind, (of, j) => changes.lower(of, j));
  const dUpper = changesOf(base?.dual, newtonRhs.kind, (of, j) => changes.upper(of, j));
  const { x, lowerDual, upperDual } = points[at];
  const [bounded, open] = [upper.length / form.stepCount, (columnCount - upper.length) / form.stepCount];
  // What the code says of how steeply these fall is of their tangents.
  for (const j of bySecants?.column ?? []) {
    const h = j < upper.length ? Math.floor(j / bounded) : Math.floor((j - upper.length) / open);
    steepest.fill(Number.MAX_VALUE, 4 * h, 4 * h + 4);
  }
  const rangesOf = (h: number): readonly [Range, Range] => [
    { from: h * bounded, to: (h + 1) * bounded },
    { from: upper.length + h * open, to: upper.length + (h + 1) * open },
  ];
  const columns = new SteepestFalls(shares, most, (h, falls) => {
    for (const own of rangesOf(h)) falls.add(own, (j) => x[j]!, dx, 1);
    falls.add(rangesOf(h)[0], (j) => upper[j]! - x[j]!, dx, -1);
  });
  const duals = new SteepestFalls(shares, most, (h, falls) => {
    for (const own of rangesOf(h)) falls.add(own, (j) => lowerDual[j]!, dLower, 1);
    falls.add(rangesOf(h)[0], (j) => upperDual[j]!, dUpper, 1);
  });
  columns.lookInto(steepest, 0);
  duals.lookInto(steepest, 2);
  return {
    primal: columns.lengths(),
    dual: duals.lengths(),
    ...(kind === 'predictor'
      ? {
          byColumns: sumOf('by columns') + (bySecants?.slopes.byColumns ?? 0),
          byDuals: sumOf('by duals') + (bySecants?.slopes.byDuals ?? 0),
          byBoth: sumOf('by both') + (bySecants?.slopes.byBoth ?? 0),
        }
      : noProductSlopes),
  };
}

/** The last direction takes the place of Θ, so that a task which is repeated after that makes Θ and the right-hand side again. */
function spendWeight(code: HourlyCode, block: Block, at: Side, newtonRhs: NewtonRhs): void {
  const { form, points, θ, secants, isWeightSpent } = block;
  if (isWeightSpent[0] === 1) {
    weighHourly(code.equations, at);
    weighSecants(secants, points[at], form.upper, θ);
    eliminateHourly(code, block, at, newtonRhs);
  }
  isWeightSpent[0] = 1;
}

/** @param weights of the directions before, by slot */
function changesOf(
  weights: readonly number[] = [],
  kind: NewtonRhs['kind'],
  changeBy: (kind: NewtonRhs['kind'], j: number) => number,
): Changes {
  const base = weights.flatMap((weight, slot) => (weight ? [{ weight, kind: directionKinds[slot]! }] : []));
  return {
    before: (j) => base.reduce((sum, one) => sum + one.weight * changeBy(one.kind, j), 0),
    added: (j) => changeBy(kind, j),
  };
}
