/** Proofs for answers in canonical form: a solver is believed only where its own numbers prove what it says. */

import type { CanonicalForm, CanonicalRow } from './canonical-form.ts';

/** How far a proof may miss, as a share of the size of the terms in play. */
const PRECISION = 1e-7;

/** Weak duality: a feasible z and feasible duals whose objectives meet are both optimal. */
export function provesOptimum(form: CanonicalForm, z: readonly number[], dual: readonly number[]): boolean {
  if (!isFeasible(form, z)) return false;
  const reduced = transposed(form, dual);
  const isDualFeasible =
    dual.every((value) => value <= PRECISION) &&
    form.cost.every((cost, at) => cost - reduced.sum[at]! >= -PRECISION * (1 + Math.abs(cost) + reduced.size[at]!));
  if (!isDualFeasible) return false;
  const objective = weigh(form.cost, z);
  const bound = weigh(form.rows.map(limitOf), dual);
  return Math.abs(objective.sum - bound.sum) <= PRECISION * (1 + objective.size + bound.size);
}

/** Farkas: weights ≥ 0 under which the rows sum to "something never negative is at most something negative". */
export function provesInfeasible(form: CanonicalForm, weights: readonly number[]): boolean {
  const rows = transposed(form, weights);
  const limit = weigh(form.rows.map(limitOf), weights);
  return (
    weights.every((weight) => weight >= -PRECISION) &&
    rows.sum.every((value, at) => value >= -PRECISION * (1 + rows.size[at]!)) &&
    limit.sum < -PRECISION * limit.size
  );
}

/** A feasible z and a direction that stays feasible for ever while the objective falls. */
export function provesUnbounded(form: CanonicalForm, z: readonly number[], direction: readonly number[]): boolean {
  const slope = weigh(form.cost, direction);
  return (
    isFeasible(form, z) &&
    direction.every((value) => value >= -PRECISION) &&
    form.rows.every((row) => {
      const { sum, size } = activity(row, direction);
      return sum <= PRECISION * (1 + size);
    }) &&
    slope.sum < -PRECISION * slope.size
  );
}

function isFeasible(form: CanonicalForm, z: readonly number[]): boolean {
  return (
    z.every((value) => value >= -PRECISION) &&
    form.rows.every((row) => {
      const { sum, size } = activity(row, z);
      return sum <= row.limit + PRECISION * (1 + size + Math.abs(row.limit));
    })
  );
}

function limitOf(row: CanonicalRow): number {
  return row.limit;
}

/** A sum together with the sum of the sizes of its terms, by which its rounding is judged. */
interface Sum {
  readonly sum: number;
  readonly size: number;
}

function activity(row: CanonicalRow, z: readonly number[]): Sum {
  return weigh(
    row.coefficients,
    row.columns.map((column) => z[column]!),
  );
}

function weigh(values: readonly number[], weights: readonly number[]): Sum {
  let sum = 0;
  let size = 0;
  for (let at = 0; at < values.length; at++) {
    const term = values[at]! * weights[at]!;
    sum += term;
    size += Math.abs(term);
  }
  return { sum, size };
}

/** Gᵀ·weights, by column. */
function transposed(form: CanonicalForm, weights: readonly number[]) {
  const sum = new Array<number>(form.cost.length).fill(0);
  const size = new Array<number>(form.cost.length).fill(0);
  form.rows.forEach((row, at) => {
    const weight = weights[at]!;
    if (weight === 0) return;
    row.columns.forEach((column, entry) => {
      const term = weight * row.coefficients[entry]!;
      sum[column]! += term;
      size[column]! += Math.abs(term);
    });
  });
  return { sum, size };
}
