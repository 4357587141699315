/**
 * Rows across the hours, eliminated last. With W = A·Θ·aᵀ of the rows of the hours, which stands beside T in X, the Schur
 * complement of a few rows a is Σ = a·Θ·aᵀ + δ·I − Wᵀ·(A·Θ·Aᵀ)⁻¹·W, and of their T is left V = T − Wᵀ·(A·Θ·Aᵀ)⁻¹·T.
 */

import { choleskyInPlace, dot, solveCholesky } from '../dense-cholesky.ts';
import { NO_PIVOT } from './factor.ts';
import { type RepeatingEquations, regionOf } from './kernels.ts';

/**
 * @param gram [T, W]ᵀ·(A·Θ·Aᵀ)⁻¹·[T, W], row by row, with a·Θ·aᵀ taken from the part of W
 * @returns Tᵀ·(A·Θ·Aᵀ)⁻¹·T with these rows too, row by row
 */
export function factoriseAcross(equations: RepeatingEquations, gram: Float64Array, δ: number): Float64Array {
  const { links, acrossCount } = equations.kernels.template;
  const { length: linked } = links;
  const width = linked + acrossCount;
  const matrix = regionOf(equations, 'across factor');
  const reduced = regionOf(equations, 'reduced across links').fill(0);
  reduced.set(regionOf(equations, 'across links'));
  for (let a = 0; a < acrossCount; a++) {
    const row = gram.subarray((linked + a) * width, (linked + a + 1) * width);
    for (let b = 0; b < acrossCount; b++) matrix[a * acrossCount + b] = -row[linked + b]!;
    const pivot = matrix[a * acrossCount + a]! + δ;
    matrix[a * acrossCount + a] = pivot > δ / 100 ? pivot : NO_PIVOT;
    for (let l = 0; l < linked; l++) reduced[a * linked + l]! -= row[l]!;
  }
  choleskyInPlace(matrix, acrossCount);
  const schur = new Float64Array(linked * linked);
  for (let l = 0; l < linked; l++) {
    const own = Float64Array.from({ length: acrossCount }, (_, a) => reduced[a * linked + l]!);
    const solved = solveCholesky(matrix, acrossCount, own);
    for (let m = 0; m < linked; m++) {
      let sum = gram[m * width + l]!;
      for (let a = 0; a < acrossCount; a++) sum += reduced[a * linked + m]! * solved[a]!;
      schur[m * linked + l] = sum;
    }
  }
  return schur;
}

/**
 * @param schurRhs [T, W]ᵀ·(A·Θ·Aᵀ)⁻¹ of a right-hand side
 * @param h that of the rows across; what is left of it replaces it
 * @returns Tᵀ·(A·Θ·Aᵀ)⁻¹ of all of it
 */
export function reduceAcross(equations: RepeatingEquations, schurRhs: Float64Array, h: Float64Array): Float64Array {
  const { links, acrossCount } = equations.kernels.template;
  const { length: linked } = links;
  for (let a = 0; a < acrossCount; a++) h[a]! -= schurRhs[linked + a]!;
  const solved = solveCholesky(regionOf(equations, 'across factor'), acrossCount, h.slice());
  const reduced = regionOf(equations, 'reduced across links');
  return schurRhs.subarray(0, linked).map((sum, l) => {
    let all = sum;
    for (let a = 0; a < acrossCount; a++) all += reduced[a * linked + l]! * solved[a]!;
    return all;
  });
}

/** Changes of the duals of these rows now that the linking columns move by `dz`; `h` as `reduceAcross` left it. */
export function acrossMoves(equations: RepeatingEquations, dz: Float64Array, h: Float64Array): Float64Array {
  const { links, acrossCount } = equations.kernels.template;
  const reduced = regionOf(equations, 'reduced across links');
  const moves = h.slice();
  for (let a = 0; a < acrossCount; a++) {
    moves[a]! -= dot(dz, reduced.subarray(a * links.length, (a + 1) * links.length));
  }
  return solveCholesky(regionOf(equations, 'across factor'), acrossCount, moves);
}

/** Of an array by row the part of the rows across the hours. */
export function acrossOf({ kernels: { template } }: RepeatingEquations, ofRows: Float64Array): Float64Array {
  const { hours, rows, acrossCount } = template;
  return ofRows.subarray(hours * rows, hours * rows + acrossCount);
}
