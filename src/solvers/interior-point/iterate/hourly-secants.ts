/**
 * Code of an hour follows the tangent of every bound. What the few bent ones change is added by column: to the right-hand
 * side, which is eliminated beside the other, and to the direction.
 */

import { directionKinds } from '../linalg/kernel/directions.ts';
import { type RepeatingEquations, regionOf } from '../linalg/kernel/kernels.ts';
import { eliminateHours } from '../linalg/kernel/segments.ts';
import { floatWorkspace } from '../linalg/workspace.ts';
import { type Block, otherSide, type Side, wholeFormOf } from './block.ts';
import { BoundDualChanges } from './bound-dual-changes.ts';
import { completeSecantDuals, forEachSecant, type Secants, zeroSecantTargets } from './bound-secants.ts';
import { directionArrays } from './hourly-arrays.ts';
import { columnRhsOf, completeBoundDuals, type NewtonRhs, setProductTargets, slotOf } from './newton-system.ts';
import { reducedRhsOf } from './normal-equations.ts';
import { type Direction, moved, type Point, type Step } from './point.ts';
import { type ProductSlopes, productSlopesOf } from './ratio-test.ts';

/** The columns with a bent bound, as if there were no others. */
interface SecantColumns {
  readonly column: Int32Array;
  readonly point: Point;
  readonly upper: Float64Array;
  readonly secants: Secants;
  readonly targets: { readonly lower: Float64Array; readonly upper: Float64Array };
  /** Before the direction is made, which may take its place. */
  readonly θ: Float64Array;
  /** By how much more each is pushed than code of an hour takes it to be. */
  readonly further: Float64Array;
}

export function secantColumns(
  equations: RepeatingEquations,
  block: Block,
  at: Side,
  newtonRhs: NewtonRhs,
): SecantColumns {
  const { form, points, secants } = block;
  const bounds = secants.bound.subarray(0, secants.count[0]);
  const column = Int32Array.from(new Set(bounds.map((bound) => bound % form.columnCount))).sort();
  const bounded = column.filter((j) => j < form.boundedCount);
  const of = (columns: Int32Array, values: Float64Array) => Float64Array.from(columns, (j) => values[j]!);
  const { x, lowerDual, upperDual } = points[at];
  const point = { x: of(column, x), lowerDual: of(column, lowerDual), upperDual: of(bounded, upperDual) };
  const upper = of(bounded, form.upper);
  const small = {
    form: { upper },
    targets: { lower: new Float64Array(column.length), upper: new Float64Array(bounded.length) },
    directions: directionKinds.map((kind) => tangentDirection(equations, block, at, kind, column)),
  };
  setProductTargets(small, point, newtonRhs);
  const { targets } = small;
  const columnRhs = () => Float64Array.from(column, (_, k) => columnRhsOf(newtonRhs.kind, k, 0, point, upper, targets));
  const tangent = columnRhs();
  const placeOf = new Map(Array.from(column, (j, k) => [j, k]));
  const placed = bounds.map((bound) => {
    const k = placeOf.get(bound % form.columnCount)!;
    return bound < form.columnCount ? k : column.length + k;
  });
  const own = { count: secants.count, bound: placed, slope: secants.slope };
  zeroSecantTargets(own, targets);
  const further = columnRhs().map((rhs, k) => rhs - tangent[k]!);
  return { column, point, upper, secants: own, targets, θ: of(column, block.θ), further };
}

/** A direction at some columns, as code of an hour takes it to be. */
function tangentDirection(
  equations: RepeatingEquations,
  block: Block,
  at: Side,
  kind: NewtonRhs['kind'],
  column: Int32Array,
): Direction {
  const { form, directions } = block;
  const { dx } = directions[slotOf[kind]];
  const changes = new BoundDualChanges(equations, block, at, false);
  const bounded = column.filter((j) => j < form.boundedCount);
  return {
    dx: Float64Array.from(column, (j) => dx[j]!),
    dLowerDual: Float64Array.from(column, (j) => changes.lower(kind, j)),
    dUpperDual: Float64Array.from(bounded, (j) => changes.upper(kind, j)),
  };
}

/** Adds what bent bounds change to a right-hand side that was eliminated; gives what that adds to `eliminateHours`. */
export function eliminateSecants(
  equations: RepeatingEquations,
  block: Block,
  at: Side,
  newtonRhs: NewtonRhs,
): Float64Array {
  const { start, row, value } = wholeFormOf(block);
  const h = reducedRhsOf(block, at, newtonRhs.kind);
  const { column, θ, further } = secantColumns(equations, block, at, newtonRhs);
  const border = regionOf(equations, 'border rhs');
  const [rows, edges] = [floatWorkspace('tangent rows', h.length), border.slice()];
  rows.set(h);
  h.fill(0);
  column.forEach((j, k) => {
    const moved = θ[k]! * further[k]!;
    for (let e = start[j]!; e < start[j + 1]!; e++) h[row[e]!]! += value[e]! * moved;
  });
  const schurRhs = eliminateHours(equations, { code: '', arrays: directionArrays(at, newtonRhs.kind) });
  for (let r = 0; r < h.length; r++) h[r]! += rows[r]!;
  for (let i = 0; i < border.length; i++) border[i]! += edges[i]!;
  return schurRhs;
}

/** Mends a direction where bounds are bent; tells which columns changed, and what that adds to the slopes of their products. */
export function completeSecants(
  equations: RepeatingEquations,
  block: Block,
  at: Side,
  newtonRhs: NewtonRhs,
  { column, point, upper, secants, targets, θ, further }: SecantColumns,
): { readonly column: Int32Array; readonly slopes: ProductSlopes } {
  const direction = block.directions[slotOf[newtonRhs.kind]];
  const tangent = () => tangentDirection(equations, block, at, newtonRhs.kind, column);
  const [before, mended] = [tangent(), tangent()];
  column.forEach((_, k) => {
    mended.dx[k]! -= θ[k]! * further[k]!;
  });
  completeBoundDuals(point, upper, targets, mended);
  completeSecantDuals(secants, mended);
  column.forEach((j, k) => {
    direction.dx[j] = mended.dx[k]!;
  });
  const [less, more] = [productSlopesOf(point, upper, before), productSlopesOf(point, upper, mended)];
  const slopes = {
    byColumns: more.byColumns - less.byColumns,
    byDuals: more.byDuals - less.byDuals,
    byBoth: more.byBoth - less.byBoth,
  };
  return { column, slopes };
}

/** The duals of bent bounds after a step to the point at `at`: code of an hour has moved them along their tangents. */
export function stepSecantDuals({ form, points, directions, secants }: Block, at: Side, step: Step): void {
  const { weights, lengths, clampedTo } = step;
  const [from, into] = [points[otherSide(at)], points[at]];
  forEachSecant(secants, form.columnCount, (j, isUpper, slope) => {
    const rise = isUpper ? slope : -slope;
    const change = directions.reduce((sum, { dx }, slot) => sum + (weights.dual[slot] ?? 0) * (rise * dx[j]!), 0);
    const duals = isUpper ? 'upperDual' : 'lowerDual';
    into[duals][j] = moved(from[duals][j]!, lengths.dual * change, clampedTo);
  });
}
