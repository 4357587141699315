/**
 * A lower bound of a linear programme that is a proof: valid for whatever duals it is given, rounding included.
 * Method: Neumaier and Shcherbina, Safe bounds in linear and mixed-integer linear programming, 2004,
 * doi:10.1007/s10107-003-0433-3; see `lagrangian.ts`.
 */

import { impliedBounds } from './bound-propagation.ts';
import type { CertifiedProgram } from './certified-program.ts';
import { believable, leastCost, reducedCosts } from './lagrangian.ts';

/**
 * The Lagrangian bound of the duals. Where a range is open on the side that matters, it is closed by what the rows imply,
 * and failing that by the cutoff: a point that is better than `cutoff` has its cost below it, and if there is none,
 * `cutoff` itself is the bound.
 *
 * @returns −Infinity where nothing is proven.
 */
export function provenLowerBound(program: CertifiedProgram, rowDual: Float64Array, cutoff: number): number {
  const dual = believable(program, rowDual);
  const costs = reducedCosts(program, dual);
  const given = { lower: program.columnLower, upper: program.columnUpper };
  const direct = leastCost(program, dual, costs, given);
  if (direct !== Number.NEGATIVE_INFINITY) return direct;
  const byRows = impliedBounds(program);
  const implied = leastCost(program, dual, costs, byRows);
  if (implied !== Number.NEGATIVE_INFINITY) return implied;
  if (!Number.isFinite(cutoff)) return Number.NEGATIVE_INFINITY;
  return Math.min(cutoff, leastCost(program, dual, costs, impliedBounds(program, cutoff)));
}
