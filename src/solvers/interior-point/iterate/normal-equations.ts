/** The normal equations (A·Θ·Aᵀ + δ·I)·dy = r of a block: by code of an hour where hours repeat, by lists of entries elsewhere. */

import { addLinks, linkedDualOf } from '../form/linking-matrix.ts';
import { regionOf } from '../linalg/kernel/kernels.ts';
import { eliminateHours, factoriseHours, substituteHours } from '../linalg/kernel/segments.ts';
import { factorise, solveLower, solveLowerAll, solveUpper } from '../linalg/ldl-factorisation.ts';
import { floatWorkspace } from '../linalg/workspace.ts';
import type { Block, BlockDirection, Side, SparseEquations } from './block.ts';
import { directionArrays, factorArrays, rhsOf } from './hourly-arrays.ts';
import { type NewtonRhs, slotOf } from './newton-system.ts';

/** With Θ as it stands in the block, for directions from the point at `at`; gives Tᵀ·(A·Θ·Aᵀ)⁻¹·T, row by row. */
export function factoriseEquations({ θ, equations }: Block, at: Side, δ: number): Float64Array {
  if (equations.kind === 'repeating') return factoriseHours(equations, factorArrays(at), δ);
  const { form, factor, reducedLinks } = equations;
  const { rowCount, linkedCount, linkStart, linkRow, linkValue } = form;
  factorise(factor, form.value, θ, δ);
  const links = reducedLinks.length > 0 ? reducedLinks : floatWorkspace('reducedLinks', rowCount * linkedCount);
  links.fill(0);
  for (let l = 0; l < linkedCount; l++) {
    for (let k = linkStart[l]!; k < linkStart[l + 1]!; k++) links[linkRow[k]! * linkedCount + l]! += linkValue[k]!;
  }
  return solveLowerAll(factor, links, linkedCount);
}

/** The right-hand side of a direction while that is made, and L⁻¹ of it. */
export function reducedRhsOf({ form, equations }: Block, at: Side, kind: NewtonRhs['kind']): Float64Array {
  if (equations.kind === 'sparse') return equations.reducedRhs;
  return regionOf(equations, ...rhsOf(at, kind)).subarray(0, form.rowCount);
}

/** The direction for a right-hand side, from the point at `at`: where hours repeat, the last one is where Θ and h were. */
export function directionOf(
  { equations, directions, residuals }: Block,
  at: Side,
  kind: NewtonRhs['kind'],
): BlockDirection {
  const slot = slotOf[kind];
  if (equations.kind === 'sparse') return equations.directions[slot];
  return slot === 2 ? { ...directions[slot], dy: residuals[at] } : directions[slot];
}

/** Forward elimination of the right-hand side; gives Tᵀ·(A·Θ·Aᵀ)⁻¹ of it. */
export function eliminateRows({ equations }: Block, at: Side, kind: NewtonRhs['kind']): Float64Array {
  if (equations.kind === 'repeating') return eliminateHours(equations, { code: '', arrays: directionArrays(at, kind) });
  const { factor, reducedRhs: h } = equations;
  solveLower(factor, h);
  return schurRhsOf(equations, h);
}

/** Tᵀ·L⁻ᵀ·D⁻¹·h */
function schurRhsOf({ form, factor, reducedLinks }: SparseEquations, h: Float64Array): Float64Array {
  const { linkedCount } = form;
  if (reducedLinks.length === 0) {
    const solved = h.slice();
    solveUpper(factor, solved);
    return linkedDualOf(form, solved);
  }
  const schurRhs = new Float64Array(linkedCount);
  for (let r = 0; r < h.length; r++) {
    const weighted = h[r]! / factor.diagonal[r]!;
    if (weighted === 0) continue;
    for (let l = 0; l < linkedCount; l++) schurRhs[l]! += reducedLinks[r * linkedCount + l]! * weighted;
  }
  return schurRhs;
}

/** Back substitution from there, now that the linking columns move by `dz`, into `dy` of the direction. */
export function substituteRows(block: Block, at: Side, kind: NewtonRhs['kind'], dz: Float64Array): void {
  const { equations } = block;
  if (equations.kind === 'repeating') {
    substituteHours(equations, dz, { code: '', arrays: directionArrays(at, kind) });
    return;
  }
  const { dy } = directionOf(block, at, kind);
  followLinks(equations, dz, dy);
  solveUpper(equations.factor, dy);
}

/** L⁻¹·(right-hand side − T·dz), into `dy`. */
function followLinks(
  { form, factor, reducedRhs, reducedLinks }: SparseEquations,
  dz: Float64Array,
  dy: Float64Array,
): void {
  const { linkedCount } = form;
  if (reducedLinks.length === 0) {
    dy.fill(0);
    addLinks(form, dz, -1, dy);
    solveLower(factor, dy);
    for (let r = 0; r < dy.length; r++) dy[r]! += reducedRhs[r]!;
    return;
  }
  for (let r = 0; r < dy.length; r++) {
    let sum = reducedRhs[r]!;
    for (let l = 0; l < linkedCount; l++) sum -= reducedLinks[r * linkedCount + l]! * dz[l]!;
    dy[r] = sum;
  }
}
