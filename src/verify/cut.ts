/** What the duals of a block prove of its cost, whatever values its linking columns take. */

import { type Bounds, boundsOf, type FarEnds, impliedBounds } from './bound-propagation.ts';
import type { CertifiedProgram } from './certified-program.ts';
import { believable, leastCost, reducedCosts, type Uncertain } from './lagrangian.ts';

/** @equation cost ≥ constant + Σ slope·z, for some slope within its error */
export interface Cut {
  /** −Infinity where nothing is proven. */
  readonly constant: number;
  /** By linking column of the block. */
  readonly slope: Uncertain;
}

/** A programme whose first columns stand for columns of another. */
export interface LinkedProgram {
  readonly program: CertifiedProgram;
  /** Columns of the linking programme. */
  readonly linkedTo: Int32Array;
}

/** Cuts of one block from any duals; ranges that rows imply are sought once, and only if needed. */
export type Cutter = (rowDual: Float64Array) => Cut;

/**
 * The Lagrangian bound over the block's own columns, left open in its first ones. The duals are one value a row, as for
 * `provenLowerBound`: wrong ones only make the cut weaker.
 *
 * @param linkedCount how many columns of the block stand for linking columns
 * @param linkedBounds where the linking columns may be: the cuts are proven there
 */
export function cutterOf(
  block: CertifiedProgram,
  linkedCount: number,
  linkedBounds: Bounds,
  far: FarEnds = 'open',
): Cutter {
  const given = boundsOf(block, far);
  let implied: Bounds | undefined;
  return (rowDual) => {
    const dual = believable(block, rowDual);
    const costs = reducedCosts(block, dual);
    const slope = { value: costs.value.slice(0, linkedCount), error: costs.error.slice(0, linkedCount) };
    const within = (ranges: Bounds) => leastCost(block, dual, costs, ranges, linkedCount);
    const direct = within(given);
    if (direct !== Number.NEGATIVE_INFINITY) return { constant: direct, slope };
    const columnLower = replaced(given.lower, linkedBounds.lower);
    const columnUpper = replaced(given.upper, linkedBounds.upper);
    implied ??= impliedBounds({ ...block, columnLower, columnUpper }, far);
    return { constant: within(implied), slope };
  };
}

/** A programme whose costs are known within an error. */
export interface PricedProgram {
  readonly program: CertifiedProgram;
  readonly objectiveError: Float64Array;
}

/** The linking programme, with what its blocks cost at least by their cuts; no point costs less in truth. */
export function pricedByCuts(
  linking: CertifiedProgram,
  cuts: readonly { readonly cut: Cut; readonly linkedTo: Int32Array }[],
): PricedProgram {
  const objective = linking.objective.slice();
  const size = objective.map(Math.abs);
  const objectiveError = new Float64Array(linking.columnCount);
  let constant = linking.objectiveConstant;
  let constantSize = Math.abs(constant);
  for (const { cut, linkedTo } of cuts) {
    constant += cut.constant;
    constantSize += Math.abs(cut.constant);
    for (const [at, j] of linkedTo.entries()) {
      objective[j]! += cut.slope.value[at]!;
      size[j]! += Math.abs(cut.slope.value[at]!);
      objectiveError[j]! += cut.slope.error[at]!;
    }
  }
  const rounding = (cuts.length + 1) * Number.EPSILON;
  return {
    program: { ...linking, objective, objectiveConstant: constant - rounding * constantSize },
    objectiveError: objectiveError.map((error, j) => (1 + rounding) * error + rounding * size[j]!),
  };
}

function replaced(values: Float64Array, first: Float64Array): Float64Array {
  const copy = values.slice();
  copy.set(first);
  return copy;
}
