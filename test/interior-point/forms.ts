/** Programmes drawn by chance for the method's own parts, and their forms as dense numbers. */

import type { LinkedBlock } from '../../src/lp/block-angular.ts';
import { type StandardForm, standardForm } from '../../src/solvers/interior-point/form/standard-form.ts';
import { none, type Row, write } from '../conformance/programs.ts';
import { chanceOf } from '../verify/random-plan.ts';

export const asTheyAre = { size: 1, cost: 1 };

export interface Draw {
  readonly seed: number;
  /** Draws other numbers in the same places. */
  readonly numbers?: number;
  readonly rows?: number;
  readonly columns?: number;
}

/** Two linking columns, then columns with and without upper bounds; every third row is an equation, one is a range. */
export function randomBlock({ seed, numbers = seed, rows = 12, columns = 18 }: Draw): LinkedBlock {
  const places = chanceOf(seed);
  const chance = chanceOf(1000 + numbers);
  const laws = Array.from({ length: rows }, (_, r): Row => {
    const of = Array.from({ length: columns + 2 }, () => {
      const value = 4 * chance() - 2;
      return places() < 0.2 ? value : 0;
    });
    const lower = chance();
    return { of, lower, upper: r % 3 === 0 ? lower : r === 1 ? lower + 1 : none };
  });
  const own = Array.from({ length: columns }, (_, j) => ({ cost: chance(), upper: j % 2 === 0 ? 5 : none }));
  const copies = [0, 1].map(() => ({ cost: 0, lower: -none }));
  return { program: write([...copies, ...own], laws), linkedTo: Int32Array.of(0, 1) };
}

export const randomForm = (draw: Draw): StandardForm => standardForm(randomBlock(draw), asTheyAre);

/** A·Θ·Aᵀ + δ·I */
export function normalMatrix(form: StandardForm, θ: Float64Array, δ: number): number[][] {
  const A = denseColumns(form);
  return Array.from({ length: form.rowCount }, (_, i) =>
    Array.from({ length: form.rowCount }, (_, k) =>
      A.reduce((sum, column, j) => sum + column[i]! * θ[j]! * column[k]!, i === k ? δ : 0),
    ),
  );
}

/** A, column by column. */
export function denseColumns({ rowCount, columnCount, start, row, value }: StandardForm): Float64Array[] {
  return Array.from({ length: columnCount }, (_, j) => {
    const column = new Float64Array(rowCount);
    for (let k = start[j]!; k < start[j + 1]!; k++) column[row[k]!]! += value[k]!;
    return column;
  });
}

/** matrix · x */
export const times = (matrix: readonly (readonly number[])[], x: ArrayLike<number>): number[] =>
  matrix.map((row) => row.reduce((sum, a, k) => sum + a * x[k]!, 0));
