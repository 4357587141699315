/** What the duals of a block say of where its equations have a solution at all: a cut of it as if nothing cost anything. */

import { linkedDualOf } from '../form/linking-matrix.ts';
import type { StandardForm } from '../form/standard-form.ts';
import { FARKAS_OVERSHOOT } from '../parameters.ts';
import type { BlockPoint } from './block.ts';
import { type Cut, provenDuals } from './dual-bound.ts';

/** The block has a solution only where `constant` − `linkedDual`·z is at most 0. */
export interface FarkasCut extends Cut {
  /** Σ |terms| of the constant. */
  readonly size: number;
}

/**
 * On the way to nowhere duals grow along a Farkas certificate, but for columns without an upper bound that Aᵀy leaves
 * a little above zero: their rows take that over as in `provenDuals`, and a little more than that, so that no rounding is
 * left. Its unit is the largest dual.
 */
export function farkasCutOf(form: StandardForm, { y: duals }: Pick<BlockPoint, 'y'>): FarkasCut {
  const { start, row, value, upper, rhs, linkedCount } = form;
  const nothing = { constant: 0, linkedDual: new Float64Array(linkedCount), plain: 0, size: 0 };
  const largest = duals.reduce((most, dual) => Math.max(most, Math.abs(dual)), 0);
  if (!(largest > 0 && Number.isFinite(largest))) return nothing;
  const y = provenDuals(
    costlessOf(form),
    duals.map((dual) => dual / largest),
  );
  let [constant, size] = [0, 0];
  for (let j = 0; j < form.columnCount; j++) {
    let priced = 0;
    for (let k = start[j]!; k < start[j + 1]!; k++) priced += value[k]! * y[row[k]!]!;
    if (!(priced > 0)) continue;
    if (j >= upper.length) return nothing;
    constant -= priced * upper[j]!;
    size += priced * upper[j]!;
  }
  for (let r = 0; r < form.rowCount; r++) {
    const term = rhs[r]! * y[r]!;
    constant += term;
    size += Math.abs(term);
  }
  return { constant, linkedDual: linkedDualOf(form, y), plain: 0, size };
}

/** By form: what stands in place of its costs, so that repaired duals leave open columns clearly below zero. */
const knownCostless = new WeakMap<StandardForm, StandardForm>();

function costlessOf(form: StandardForm): StandardForm {
  const known = knownCostless.get(form);
  if (known) return known;
  const isOpen = (j: number) => j >= form.upper.length && form.columnOf[j]! >= 0;
  const costless = { ...form, cost: form.cost.map((_, j) => (isOpen(j) ? -FARKAS_OVERSHOOT : 0)) };
  knownCostless.set(form, costless);
  return costless;
}
