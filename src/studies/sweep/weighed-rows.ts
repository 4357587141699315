/** Rows times duals, added up by column: what reduced costs are made of, without the costs. */

import type { LinearProgram } from '../../lp/linear-program.ts';
import type { Uncertain } from '../../verify/lagrangian.ts';

type Matrix = Pick<LinearProgram, 'columnCount' | 'rowStart' | 'columnIndex' | 'coefficient'>;

/** One number a column: the sum, and the sum of the sizes of its terms. */
export interface Weighed {
  readonly sum: Float64Array;
  readonly size: Float64Array;
  /** At most so many in any column. */
  readonly terms: number;
}

/** @equation Aᵀy */
export function weighed(matrix: Matrix, dual: Float64Array): Weighed {
  const counts = new Int32Array(matrix.columnCount);
  for (const j of matrix.columnIndex) counts[j]!++;
  const terms = counts.reduce((most, count) => Math.max(most, count), 0);
  const rows = { sum: new Float64Array(matrix.columnCount), size: new Float64Array(matrix.columnCount), terms };
  for (let row = 0; row < dual.length; row++) addRow(rows, matrix, row, dual[row]!);
  return rows;
}

/** Adds so much of a row, where it stands; one term more in each of its columns. */
export function addRow(
  { sum, size }: Pick<Weighed, 'sum' | 'size'>,
  { rowStart, columnIndex, coefficient }: Matrix,
  row: number,
  y: number,
): void {
  if (y === 0) return;
  for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
    const j = columnIndex[k]!;
    const term = coefficient[k]! * y;
    sum[j]! += term;
    size[j]! += Math.abs(term);
  }
}

/** Of duals that are the same part of both; some roundings more than one of them has. */
export function weighedBetween(first: Weighed, second: Weighed, share: number, into: Uncertain): Weighed {
  const { value: sum, error: size } = into;
  for (let j = 0; j < sum.length; j++) {
    sum[j] = (1 - share) * first.sum[j]! + share * second.sum[j]!;
    size[j] = (1 - share) * first.size[j]! + share * second.size[j]!;
  }
  return { sum, size, terms: first.terms + ROUNDINGS_OF_MIXING };
}

/** Of the share, its product, the sum of two, and the duals themselves, and one to spare. */
const ROUNDINGS_OF_MIXING = 6;

export function copied({ sum, size, terms }: Weighed, into: Uncertain): Weighed {
  into.value.set(sum);
  into.error.set(size);
  return { sum: into.value, size: into.error, terms };
}

/**
 * Where the weighed rows stand, which are no more afterwards.
 *
 * @param more terms a column than they had
 * @equation d = c − Aᵀy
 */
export function costsLess(objective: Float64Array, { sum, size, terms }: Weighed, more: number): Uncertain {
  const rounding = (terms + more + 2) * Number.EPSILON;
  for (let j = 0; j < sum.length; j++) {
    const c = objective[j]!;
    sum[j] = c - sum[j]!;
    // With no term nothing was rounded: c itself is exact.
    size[j] = size[j] === 0 ? 0 : rounding * (Math.abs(c) + size[j]!);
  }
  return { value: sum, error: size };
}
