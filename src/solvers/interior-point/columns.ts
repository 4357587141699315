/**
 * What the method does to columns one by one, in a block and among the linking columns alike: they stay strictly between
 * zero and their upper bound, each bound with a price, and a direction aims at products of distance and price.
 * Method: S. Mehrotra 1992, doi:10.1137/0802028; correctors J. Gondzio 1996, doi:10.1007/BF00249643.
 */

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

/** By how much the products of distance and price are to change, to first order. */
export interface Aims {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** A sum of directions: how much of each, of columns and of prices. */
export interface Mix {
  readonly primal: readonly number[];
  readonly dual: readonly number[];
}

/** Σ weight·values, over the arrays that have a weight; the array itself where one is taken whole. */
export function mixed(weights: readonly number[], arrays: readonly Float64Array[]): Float64Array {
  const used = arrays.flatMap((values, k) => (weights[k] ? [{ values, weight: weights[k] }] : []));
  const [first, second, third] = used;
  if (!first) return new Float64Array(arrays[0]!.length);
  if (!second && first.weight === 1) return first.values;
  const sum = new Float64Array(first.values.length);
  const [a, b, c] = [first.weight, second?.weight ?? 0, third?.weight ?? 0];
  const [u, v, w] = [first.values, second?.values ?? first.values, third?.values ?? first.values];
  for (let j = 0; j < sum.length; j++) sum[j] = a * u[j]! + b * v[j]! + c * w[j]!;
  return sum;
}

export function mixedDirection({ primal, dual }: Mix, directions: readonly Direction[]): Direction {
  return {
    dx: mixed(
      primal,
      directions.map(({ dx }) => dx),
    ),
    dLowerPrice: mixed(
      dual,
      directions.map(({ dLowerPrice }) => dLowerPrice),
    ),
    dUpperPrice: mixed(
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

/** Products of zero. */
export function aimAtBounds({ x, lowerPrice, upperPrice }: Point, upper: Float64Array, aims: Aims): void {
  for (let j = 0; j < x.length; j++) aims.lower[j] = -x[j]! * lowerPrice[j]!;
  for (let j = 0; j < upper.length; j++) aims.upper[j] = -(upper[j]! - x[j]!) * upperPrice[j]!;
}

/**
 * Products of `target`, with what the direction to the bounds did beyond the first order. A distance that would fall to
 * minus several times itself says only that its bound begins to bind: taken at its word, it would spoil the direction of
 * all others (halves the number of rounds).
 */
export function aimAtCentre(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  { dx, dLowerPrice, dUpperPrice }: Direction,
  { target, believed }: { readonly target: number; readonly believed: number },
  aims: Aims,
): void {
  const second = (room: number, dRoom: number, price: number, dPrice: number) =>
    believed && Math.max(dRoom, -believed * room) * Math.max(dPrice, -believed * price);
  for (let j = 0; j < x.length; j++) {
    aims.lower[j] = target - second(x[j]!, dx[j]!, lowerPrice[j]!, dLowerPrice[j]!);
  }
  for (let j = 0; j < upper.length; j++) {
    aims.upper[j] = target - second(upper[j]! - x[j]!, -dx[j]!, upperPrice[j]!, dUpperPrice[j]!);
  }
}

/** Products may end between these shares of the target before a corrector pulls them back. */
const NARROW = { least: 0.1, most: 10 };

/** Pulls in the products that steps of the given lengths would throw far out. */
export function aimCloser(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  { dx, dLowerPrice, dUpperPrice }: Direction,
  { target, primal, dual }: { readonly target: number; readonly primal: number; readonly dual: number },
  aims: Aims,
): void {
  const [least, most] = [NARROW.least * target, NARROW.most * target];
  const pull = (product: number) =>
    product < least ? least - product : product > most ? Math.max(most - product, -most) : 0;
  for (let j = 0; j < x.length; j++) {
    aims.lower[j] = pull((x[j]! + primal * dx[j]!) * (lowerPrice[j]! + dual * dLowerPrice[j]!));
  }
  for (let j = 0; j < upper.length; j++) {
    aims.upper[j] = pull((upper[j]! - x[j]! - primal * dx[j]!) * (upperPrice[j]! + dual * dUpperPrice[j]!));
  }
}

/** Changes of prices that go with a change of columns and the aims. */
export function completePrices(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  aims: Aims,
  { dx, dLowerPrice, dUpperPrice }: Direction,
): void {
  for (let j = 0; j < x.length; j++) dLowerPrice[j] = (aims.lower[j]! - lowerPrice[j]! * dx[j]!) / x[j]!;
  for (let j = 0; j < upper.length; j++) {
    dUpperPrice[j] = (aims.upper[j]! + upperPrice[j]! * dx[j]!) / (upper[j]! - x[j]!);
  }
}

export function keepPrices({ dLowerPrice, dUpperPrice }: Direction): void {
  dLowerPrice.fill(0);
  dUpperPrice.fill(0);
}

/** What would lose more of itself than this keeps a tenth: a step that spares none stops before. */
const MOST_LOST = 0.9996;
const KEPT = 0.1;

/** The point after a step of the given lengths. Rounding may put a column on its upper bound: it stays below. */
export function advance(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  { dx, dLowerPrice, dUpperPrice }: Direction,
  { primal, dual }: { readonly primal: number; readonly dual: number },
  into: Point,
): void {
  for (let j = 0; j < x.length; j++) {
    into.x[j] = moved(x[j]!, primal * dx[j]!);
    into.lowerPrice[j] = moved(lowerPrice[j]!, dual * dLowerPrice[j]!);
  }
  for (let j = 0; j < upper.length; j++) {
    const room = upper[j]! - x[j]!;
    if (primal * dx[j]! > MOST_LOST * room) into.x[j] = upper[j]! - KEPT * room;
    if (into.x[j]! >= upper[j]!) into.x[j] = upper[j]! * (1 - Number.EPSILON);
    into.upperPrice[j] = moved(upperPrice[j]!, dual * dUpperPrice[j]!);
  }
}

function moved(left: number, change: number): number {
  return -change > MOST_LOST * left ? KEPT * left : left + change;
}

/** Σ distance·price over all bounds, and how many bounds there are. */
export function productsOf({ x, lowerPrice, upperPrice }: Point, upper: Float64Array) {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j]! * lowerPrice[j]!;
  for (let j = 0; j < upper.length; j++) sum += (upper[j]! - x[j]!) * upperPrice[j]!;
  return { sum, count: x.length + upper.length };
}
