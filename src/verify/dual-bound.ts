/**
 * A lower bound of a linear programme that is a proof: valid for whatever duals it is given, rounding included.
 * Method: Neumaier and Shcherbina, Safe bounds in linear and mixed-integer linear programming, 2004,
 * doi:10.1007/s10107-003-0433-3; see `lagrangian.ts`.
 */

import { type Bounds, boundsOf, impliedBounds } from './bound-propagation.ts';
import type { CertifiedProgram } from './certified-program.ts';
import { believable, leastCost, reducedCosts } from './lagrangian.ts';

/**
 * The Lagrangian bound of the duals. Where a range is open or far on the side that matters, it is closed by what the rows
 * imply, and failing that by the cutoff: a point that is better than `cutoff` has its cost below it, and if there is none,
 * `cutoff` itself is the bound. Nor is any cost below what the columns cost at least by themselves, which no rounding of
 * the duals disturbs.
 *
 * @returns −Infinity where nothing is proven.
 */
export function provenLowerBound(program: CertifiedProgram, rowDual: Float64Array, cutoff: number): number {
  const none = new Float64Array(program.rowCount);
  return Math.max(
    boundOfDuals(program, none, Number.POSITIVE_INFINITY),
    boundOfDuals(program, believable(program, rowDual), cutoff),
  );
}

function boundOfDuals(program: CertifiedProgram, dual: Float64Array, cutoff: number): number {
  const costs = reducedCosts(program, dual);
  const within = (ranges: Bounds) => leastCost(program, dual, costs, ranges);
  const direct = within(boundsOf(program, 'open'));
  if (direct !== Number.NEGATIVE_INFINITY) return direct;
  const implied = within(impliedBounds(program, 'open'));
  if (implied !== Number.NEGATIVE_INFINITY) return implied;
  const atItsWord = within(impliedBounds(program, 'kept'));
  if (!Number.isFinite(cutoff)) return atItsWord;
  return Math.max(atItsWord, Math.min(cutoff, within(impliedBounds(program, 'open', cutoff))));
}
