/**
 * A lower bound of a linear programme that is a proof: valid for whatever duals it is given, rounding included.
 * Method: Neumaier and Shcherbina, Safe bounds in linear and mixed-integer linear programming, 2004,
 * doi:10.1007/s10107-003-0433-3; rounding is bounded by Σ|terms| in place of directed rounding.
 */

import { impliedBounds } from './bound-propagation.ts';
import type { CertifiedProgram } from './certified-program.ts';

/** One column's reduced cost and how far rounding may have carried it. */
interface ReducedCosts {
  readonly value: Float64Array;
  readonly error: Float64Array;
}

/**
 * The Lagrangian bound of the duals: Σ y·(row bound) + Σ min of reduced cost × column over the column's range. Where a
 * range is open on the side that matters, it is closed by what the rows imply, and failing that by the cutoff: a point
 * that is better than `cutoff` has its cost below it, and if there is none, `cutoff` itself is the bound.
 *
 * @returns −Infinity where nothing is proven.
 */
export function provenLowerBound(program: CertifiedProgram, rowDual: Float64Array, cutoff: number): number {
  const dual = believable(program, rowDual);
  const costs = reducedCosts(program, dual);
  const given = { lower: program.columnLower, upper: program.columnUpper };
  const direct = lagrangian(program, dual, costs, given);
  if (direct !== Number.NEGATIVE_INFINITY) return direct;
  const byRows = impliedBounds(program);
  const implied = lagrangian(program, dual, costs, byRows);
  if (implied !== Number.NEGATIVE_INFINITY) return implied;
  if (!Number.isFinite(cutoff)) return Number.NEGATIVE_INFINITY;
  return Math.min(cutoff, lagrangian(program, dual, costs, impliedBounds(program, cutoff)));
}

/** A dual that points at a bound the row does not have proves nothing and is not believed. */
function believable({ rowLower, rowUpper }: CertifiedProgram, rowDual: Float64Array): Float64Array {
  return rowDual.map((y, r) => (Number.isFinite(y) && Number.isFinite(y > 0 ? rowLower[r]! : rowUpper[r]!) ? y : 0));
}

/** @equation d = c − Aᵀy */
function reducedCosts(program: CertifiedProgram, dual: Float64Array): ReducedCosts {
  const { rowStart, columnIndex, coefficient } = program;
  const value = Float64Array.from(program.objective);
  const size = value.map(Math.abs);
  const terms = new Int32Array(program.columnCount).fill(1);
  for (let r = 0; r < program.rowCount; r++) {
    const y = dual[r]!;
    if (y === 0) continue;
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) {
      const j = columnIndex[k]!;
      const term = coefficient[k]! * y;
      value[j]! -= term;
      size[j]! += Math.abs(term);
      terms[j]!++;
    }
  }
  // With one term nothing was rounded: c itself is exact.
  return { value, error: size.map((s, j) => (terms[j] === 1 ? 0 : (terms[j]! + 1) * Number.EPSILON * s)) };
}

function lagrangian(
  program: CertifiedProgram,
  dual: Float64Array,
  { value, error }: ReducedCosts,
  { lower, upper }: { readonly lower: Float64Array; readonly upper: Float64Array },
): number {
  let bound = program.objectiveConstant;
  let size = Math.abs(bound);
  const add = (term: number) => {
    bound += term;
    size += Math.abs(term);
  };
  for (let r = 0; r < program.rowCount; r++) {
    const y = dual[r]!;
    if (y !== 0) add(y * (y > 0 ? program.rowLower[r]! : program.rowUpper[r]!));
  }
  for (let j = 0; j < program.columnCount; j++) {
    const [least, most] = [value[j]! - error[j]!, value[j]! + error[j]!];
    // At an end of the range, the reduced cost within its error that makes the product least; 0 × Infinity is 0 here.
    const atLower = product(lower[j]! < 0 ? most : least, lower[j]!);
    const atUpper = product(upper[j]! < 0 ? most : least, upper[j]!);
    add(Math.min(atLower, atUpper));
  }
  const rounding = (program.rowCount + program.columnCount + 1) * Number.EPSILON * size;
  return Number.isFinite(bound) ? bound - rounding : Number.NEGATIVE_INFINITY;
}

function product(cost: number, end: number): number {
  return cost === 0 ? 0 : cost * end;
}
