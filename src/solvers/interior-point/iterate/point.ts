/**
 * What the method does to columns one by one, in a block and among the linking columns alike: they stay strictly between
 * zero and their upper bound, each bound with a price, and a direction aims at products of distance and price.
 * Method: S. Mehrotra 1992, doi:10.1137/0802028; correctors J. Gondzio 1996, doi:10.1007/BF00249643.
 */

import { floatWorkspace } from '../linalg/workspace.ts';
import { CLAMPED_FROM, CLAMPED_TO } from '../parameters.ts';

/** Columns and the prices of their bounds, all above zero; the first `upper.length` columns have an upper bound. */
export interface Point {
  readonly x: Float64Array;
  readonly lowerDual: Float64Array;
  readonly upperDual: Float64Array;
}

/** How a point would move. */
export interface Direction {
  readonly dx: Float64Array;
  readonly dLowerDual: Float64Array;
  readonly dUpperDual: Float64Array;
}

/** A sum of directions: how much of each, of columns and of prices. */
export interface DirectionWeights {
  readonly primal: readonly number[];
  readonly dual: readonly number[];
}

interface Lengths {
  readonly primal: number;
  readonly dual: number;
}

/** How a point was reached: the directions taken from the point before, and how far. */
export interface Step {
  readonly weights: DirectionWeights;
  readonly lengths: Lengths;
  /** What is kept of what would be lost altogether, where that is not as usual. */
  readonly clampedTo?: number;
  /** Of the duals of a dual direction alone: prices stay where they are. */
  readonly boundDualsRest?: true;
}

/**
 * Σ weight·values, over the arrays that have a weight; the array itself where one is taken whole.
 *
 * @param purpose whose workspace the sum stands in until it is asked for again
 */
export function weightedSum(
  purpose: string,
  weights: readonly number[],
  arrays: readonly Float64Array[],
): Float64Array {
  const used = arrays.flatMap((values, k) => (weights[k] ? [{ values, weight: weights[k] }] : []));
  const [first, second, third] = used;
  if (!first) return floatWorkspace(purpose, arrays[0]!.length).fill(0);
  if (!second && first.weight === 1) return first.values;
  const sum = floatWorkspace(purpose, first.values.length);
  const [a, b, c] = [first.weight, second?.weight ?? 0, third?.weight ?? 0];
  const [u, v, w] = [first.values, second?.values ?? first.values, third?.values ?? first.values];
  for (let j = 0; j < sum.length; j++) sum[j] = a * u[j]! + b * v[j]! + c * w[j]!;
  return sum;
}

/** In a workspace: good until the next one is asked for. */
export function weightedDirection({ primal, dual }: DirectionWeights, directions: readonly Direction[]): Direction {
  return {
    dx: weightedSum(
      'dx',
      primal,
      directions.map(({ dx }) => dx),
    ),
    dLowerDual: weightedSum(
      'dLowerDual',
      dual,
      directions.map(({ dLowerDual }) => dLowerDual),
    ),
    dUpperDual: weightedSum(
      'dUpperDual',
      dual,
      directions.map(({ dUpperDual }) => dUpperDual),
    ),
  };
}

/** θ = 1 ÷ (Σ price ÷ distance + ρ): how readily a column moves. */
export function weigh({ x, lowerDual, upperDual }: Point, upper: Float64Array, ρ: number, θ: Float64Array): void {
  for (let j = 0; j < upper.length; j++) {
    θ[j] = 1 / (lowerDual[j]! / x[j]! + upperDual[j]! / (upper[j]! - x[j]!) + ρ);
  }
  for (let j = upper.length; j < x.length; j++) θ[j] = 1 / (lowerDual[j]! / x[j]! + ρ);
}

/**
 * The point after a step of the given lengths. Rounding may put a column on its upper bound: it stays below.
 *
 * @param clampedTo of what would be lost altogether
 */
export function advance(
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  { dx, dLowerDual, dUpperDual }: Direction,
  { primal, dual }: { readonly primal: number; readonly dual: number },
  into: Point,
  clampedTo = CLAMPED_TO,
): void {
  for (let j = 0; j < x.length; j++) {
    into.x[j] = moved(x[j]!, primal * dx[j]!, clampedTo);
    into.lowerDual[j] = moved(lowerDual[j]!, dual * dLowerDual[j]!, clampedTo);
  }
  for (let j = 0; j < upper.length; j++) {
    const room = upper[j]! - x[j]!;
    if (primal * dx[j]! > CLAMPED_FROM * room) into.x[j] = upper[j]! - clampedTo * room;
    if (into.x[j]! >= upper[j]!) into.x[j] = upper[j]! * (1 - Number.EPSILON);
    into.upperDual[j] = moved(upperDual[j]!, dual * dUpperDual[j]!, clampedTo);
  }
}

export function moved(left: number, change: number, clampedTo = CLAMPED_TO): number {
  return -change > CLAMPED_FROM * left ? clampedTo * left : left + change;
}

/** Σ distance·price over all bounds, and how many bounds there are. */
export function productsOf({ x, lowerDual, upperDual }: Point, upper: Float64Array) {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j]! * lowerDual[j]!;
  for (let j = 0; j < upper.length; j++) sum += (upper[j]! - x[j]!) * upperDual[j]!;
  return { sum, count: x.length + upper.length };
}
