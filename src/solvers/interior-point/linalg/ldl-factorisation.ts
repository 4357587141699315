/** L·D·Lᵀ of a block's normal equations, and solves with it. */

import type { SymbolicFactor } from './symbolic-factorisation.ts';
import { floatWorkspace, intWorkspace } from './workspace.ts';

export interface Factor {
  readonly symbolic: SymbolicFactor;
  /** Entries of L where `factorRow` says. */
  readonly lower: Float64Array;
  readonly diagonal: Float64Array;
}

/**
 * Factorises A·Θ·Aᵀ + δ·I, row by row.
 *
 * @param value entries of A as in the standard form
 * @param δ keeps the pivots of rows away from zero that hang on columns at their bounds alone
 */
export function factorise(
  { symbolic, lower, diagonal }: Factor,
  value: Float64Array,
  θ: Float64Array,
  δ: number,
): void {
  const { rowCount, entryStart, entryColumn, productStart, productLeft, productRight, productColumn } = symbolic;
  const { factorStart, factorRow, patternStart, pattern } = symbolic;
  const work = floatWorkspace('row of the factor', rowCount).fill(0);
  const filled = intWorkspace('entries of the factor', rowCount);
  filled.set(factorStart.subarray(0, rowCount));
  for (let k = 0; k < rowCount; k++) {
    const last = entryStart[k + 1]! - 1;
    let pivot = δ;
    for (let e = entryStart[k]!; e <= last; e++) {
      let sum = 0;
      const end = productStart[e + 1]!;
      for (let p = productStart[e]!; p < end; p++) {
        sum += value[productLeft[p]!]! * value[productRight[p]!]! * θ[productColumn[p]!]!;
      }
      if (e === last) pivot += sum;
      else work[entryColumn[e]!] = sum;
    }
    const patternEnd = patternStart[k + 1]!;
    for (let e = patternStart[k]!; e < patternEnd; e++) {
      const i = pattern[e]!;
      const w = work[i]!;
      work[i] = 0;
      const end = filled[i]!;
      for (let p = factorStart[i]!; p < end; p++) work[factorRow[p]!]! -= lower[p]! * w;
      const l = w / diagonal[i]!;
      pivot -= l * w;
      lower[end] = l;
      filled[i] = end + 1;
    }
    // Rounding may swallow a pivot that is positive; a huge one leaves the row's dual where it is.
    diagonal[k] = pivot > δ / 100 ? pivot : 1e100;
  }
}

/** x ← L⁻¹·x */
export function solveLower({ symbolic: { rowCount, factorStart, factorRow }, lower }: Factor, x: Float64Array): void {
  for (let i = 0; i < rowCount; i++) {
    const value = x[i]!;
    if (value === 0) continue;
    const end = factorStart[i + 1]!;
    for (let p = factorStart[i]!; p < end; p++) x[factorRow[p]!]! -= lower[p]! * value;
  }
}

/** x ← L⁻ᵀ·D⁻¹·x */
export function solveUpper({ symbolic, lower, diagonal }: Factor, x: Float64Array): void {
  const { rowCount, factorStart, factorRow } = symbolic;
  for (let i = rowCount - 1; i >= 0; i--) {
    let value = x[i]! / diagonal[i]!;
    const end = factorStart[i + 1]!;
    for (let p = factorStart[i]!; p < end; p++) value -= lower[p]! * x[factorRow[p]!]!;
    x[i] = value;
  }
}

/**
 * X ← L⁻¹·X for several right-hand sides beside each other, and the symmetric XᵀD⁻¹X of the result.
 *
 * @param X row by row, `width` numbers each
 * @returns `width` × `width`
 */
export function solveLowerAll({ symbolic, lower, diagonal }: Factor, X: Float64Array, width: number): Float64Array {
  const { rowCount, factorStart, factorRow } = symbolic;
  const gram = new Float64Array(width * width);
  const own = new Float64Array(width);
  for (let i = 0; i < rowCount; i++) {
    let isZero = true;
    for (let c = 0; c < width; c++) {
      own[c] = X[i * width + c]!;
      if (own[c] !== 0) isZero = false;
    }
    if (isZero) continue;
    const end = factorStart[i + 1]!;
    for (let p = factorStart[i]!; p < end; p++) {
      const l = lower[p]!;
      const at = factorRow[p]! * width;
      for (let c = 0; c < width; c++) X[at + c]! -= l * own[c]!;
    }
    const inverse = 1 / diagonal[i]!;
    for (let a = 0; a < width; a++) {
      const weighted = own[a]! * inverse;
      if (weighted !== 0) for (let b = 0; b <= a; b++) gram[a * width + b]! += weighted * own[b]!;
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) gram[b * width + a] = gram[a * width + b]!;
  return gram;
}
