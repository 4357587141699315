/**
 * What the method does to columns one by one, in a block and among the linking columns alike: they stay strictly between
 * zero and their upper bound, each bound with a price, and a direction aims at products of distance and price.
 * Method: S. Mehrotra 1992, doi:10.1137/0802028; correctors J. Gondzio 1996, doi:10.1007/BF00249643.
 */

import { floatWorkspace } from '../linalg/workspace.ts';
import { KEPT, MOST_LOST } from '../parameters.ts';

/** Columns and the prices of their bounds, all above zero; the first `upper.length` columns have an upper bound. */
export interface Point {
  readonly x: Float64Array;
  readonly lowerPrice: Float64Array;
  readonly upperPrice: Float64Array;
}

/** How a point would move. */
export interface Direction {
  readonly dx: Float64Array;
  readonly dLowerPrice: Float64Array;
  readonly dUpperPrice: Float64Array;
}

/** A sum of directions: how much of each, of columns and of prices. */
export interface Mix {
  readonly primal: readonly number[];
  readonly dual: readonly number[];
}

interface Lengths {
  readonly primal: number;
  readonly dual: number;
}

/** How a point was reached: the directions taken from the point before, and how far. */
export interface Step {
  readonly mix: Mix;
  readonly lengths: Lengths;
  /** What is kept of what would be lost altogether, where that is not as usual. */
  readonly kept?: number;
  /** Of the duals of a dual direction alone: prices stay where they are. */
  readonly pricesRest?: true;
}

/**
 * Σ weight·values, over the arrays that have a weight; the array itself where one is taken whole.
 *
 * @param purpose whose workspace the sum stands in until it is asked for again
 */
export function mixed(purpose: string, weights: readonly number[], arrays: readonly Float64Array[]): Float64Array {
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
export function mixedDirection({ primal, dual }: Mix, directions: readonly Direction[]): Direction {
  return {
    dx: mixed(
      'dx',
      primal,
      directions.map(({ dx }) => dx),
    ),
    dLowerPrice: mixed(
      'dLowerPrice',
      dual,
      directions.map(({ dLowerPrice }) => dLowerPrice),
    ),
    dUpperPrice: mixed(
      'dUpperPrice',
      dual,
      directions.map(({ dUpperPrice }) => dUpperPrice),
    ),
  };
}

/** θ = 1 ÷ (Σ price ÷ distance + ρ): how readily a column moves. */
export function weigh({ x, lowerPrice, upperPrice }: Point, upper: Float64Array, ρ: number, θ: Float64Array): void {
  for (let j = 0; j < upper.length; j++) {
    θ[j] = 1 / (lowerPrice[j]! / x[j]! + upperPrice[j]! / (upper[j]! - x[j]!) + ρ);
  }
  for (let j = upper.length; j < x.length; j++) θ[j] = 1 / (lowerPrice[j]! / x[j]! + ρ);
}

/**
 * The point after a step of the given lengths. Rounding may put a column on its upper bound: it stays below.
 *
 * @param kept of what would be lost altogether
 */
export function advance(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  { dx, dLowerPrice, dUpperPrice }: Direction,
  { primal, dual }: { readonly primal: number; readonly dual: number },
  into: Point,
  kept = KEPT,
): void {
  for (let j = 0; j < x.length; j++) {
    into.x[j] = moved(x[j]!, primal * dx[j]!, kept);
    into.lowerPrice[j] = moved(lowerPrice[j]!, dual * dLowerPrice[j]!, kept);
  }
  for (let j = 0; j < upper.length; j++) {
    const room = upper[j]! - x[j]!;
    if (primal * dx[j]! > MOST_LOST * room) into.x[j] = upper[j]! - kept * room;
    if (into.x[j]! >= upper[j]!) into.x[j] = upper[j]! * (1 - Number.EPSILON);
    into.upperPrice[j] = moved(upperPrice[j]!, dual * dUpperPrice[j]!, kept);
  }
}

export function moved(left: number, change: number, kept = KEPT): number {
  return -change > MOST_LOST * left ? kept * left : left + change;
}

/** Σ distance·price over all bounds, and how many bounds there are. */
export function productsOf({ x, lowerPrice, upperPrice }: Point, upper: Float64Array) {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j]! * lowerPrice[j]!;
  for (let j = 0; j < upper.length; j++) sum += (upper[j]! - x[j]!) * upperPrice[j]!;
  return { sum, count: x.length + upper.length };
}
