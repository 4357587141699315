/** T of a block: how its rows depend on the linking columns. */

import type { StandardForm } from './standard-form.ts';

type Links = Pick<StandardForm, 'linkedCount' | 'linkStart' | 'linkRow' | 'linkValue'>;

/** Tᵀ·y, by linking column. */
export function linkedDualOf({ linkedCount, linkStart, linkRow, linkValue }: Links, y: Float64Array): Float64Array {
  const linked = new Float64Array(linkedCount);
  for (let l = 0; l < linkedCount; l++) {
    for (let k = linkStart[l]!; k < linkStart[l + 1]!; k++) linked[l]! += linkValue[k]! * y[linkRow[k]!]!;
  }
  return linked;
}

/** rows ← rows + factor·T·z */
export function addLinks(
  { linkedCount, linkStart, linkRow, linkValue }: Links,
  z: Float64Array,
  factor: number,
  rows: Float64Array,
): void {
  for (let l = 0; l < linkedCount; l++) {
    for (let k = linkStart[l]!; k < linkStart[l + 1]!; k++) rows[linkRow[k]!]! += factor * linkValue[k]! * z[l]!;
  }
}
