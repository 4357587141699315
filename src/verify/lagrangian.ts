/**
 * What duals make of a programme: min cᵀx is at least Σ y·(row bound) + Σ min of reduced cost × column over its range.
 * Rounding is bounded by Σ|terms| in place of directed rounding.
 */

import type { Bounds } from './bound-propagation.ts';
import type { CertifiedProgram } from './certified-program.ts';

/** One number a column, and how far the true number may be from it. */
export interface Uncertain {
  readonly value: Float64Array;
  readonly error: Float64Array;
}

/** A dual that points at a bound the row does not have proves nothing and is not believed. */
export function believable(
  { rowLower, rowUpper }: Pick<CertifiedProgram, 'rowLower' | 'rowUpper'>,
  rowDual: Float64Array,
): Float64Array {
  const dual = rowDual.slice();
  for (let r = 0; r < dual.length; r++) {
    const y = dual[r]!;
    if (!Number.isFinite(y) || !Number.isFinite(y > 0 ? rowLower[r]! : rowUpper[r]!)) dual[r] = 0;
  }
  return dual;
}

/**
 * @param objectiveError how far the true costs may be from the objective; absent where they are exact
 * @equation d = c − Aᵀy
 */
export function reducedCosts(program: CertifiedProgram, dual: Float64Array, objectiveError?: Float64Array): Uncertain {
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
  const rounding = (j: number) => (terms[j] === 1 ? 0 : (terms[j]! + 1) * Number.EPSILON * size[j]!);
  return { value, error: size.map((_, j) => sumAbove(rounding(j), objectiveError?.[j] ?? 0)) };
}

/**
 * The least that the duals leave possible while the columns keep to their ranges, rounded down.
 *
 * @param from first column that counts
 * @returns −Infinity where a range is open on the side that matters
 */
export function leastCost(
  program: CertifiedProgram,
  dual: Float64Array,
  costs: Uncertain,
  ranges: Bounds,
  from = 0,
): number {
  const start = { sum: program.objectiveConstant, size: Math.abs(program.objectiveConstant), terms: 1 };
  return leastOfColumns(worthOfRows(program, dual, start), costs, ranges, from);
}

/** A sum, of the size of so many terms. */
export interface Sum {
  readonly sum: number;
  readonly size: number;
  readonly terms: number;
}

/** @equation Σ y·(row bound), added to what was summed before */
export function worthOfRows(
  { rowCount, rowLower, rowUpper }: Pick<CertifiedProgram, 'rowCount' | 'rowLower' | 'rowUpper'>,
  dual: Float64Array,
  { sum, size, terms }: Sum,
): Sum {
  for (let r = 0; r < rowCount; r++) {
    const y = dual[r]!;
    if (y === 0) continue;
    const term = y * (y > 0 ? rowLower[r]! : rowUpper[r]!);
    sum += term;
    size += Math.abs(term);
  }
  return { sum, size, terms: terms + rowCount };
}

/** As `leastCost`, of what the rows are worth by their duals. */
export function leastOfColumns(rows: Sum, { value, error }: Uncertain, { lower, upper }: Bounds, from: number): number {
  let { sum: bound, size } = rows;
  for (let j = from; j < value.length; j++) {
    // Most columns begin at 0 and are worth nothing more: their term is 0.
    if (lower[j] === 0 && value[j]! >= error[j]! && upper[j]! >= 0) continue;
    const [least, most] = [value[j]! - error[j]!, value[j]! + error[j]!];
    // At an end of the range, the reduced cost within its error that makes the product least; 0 × Infinity is 0 here.
    const atLower = product(lower[j]! < 0 ? most : least, lower[j]!);
    const atUpper = product(upper[j]! < 0 ? most : least, upper[j]!);
    const term = Math.min(atLower, atUpper);
    if (term === Number.NEGATIVE_INFINITY) return term;
    bound += term;
    size += Math.abs(term);
  }
  const rounding = (rows.terms + value.length) * Number.EPSILON * size;
  return Number.isFinite(bound) ? bound - rounding : Number.NEGATIVE_INFINITY;
}

function product(cost: number, end: number): number {
  return cost === 0 ? 0 : cost * end;
}

/** The sum of two errors, never rounded down. */
function sumAbove(a: number, b: number): number {
  return b === 0 ? a : (a + b) * (1 + 2 * Number.EPSILON);
}
