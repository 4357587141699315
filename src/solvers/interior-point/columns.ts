/**
 * What the method does to columns one by one, in a block and among the linking columns alike: they stay strictly between
 * zero and their upper bound, each bound with a price, and a step aims at products of distance and price.
 * Method: S. Mehrotra, On the implementation of a primal–dual interior point method, 1992, doi:10.1137/0802028;
 * J. Gondzio, Multiple centrality corrections in a primal–dual method, 1996, doi:10.1007/BF00249643.
 */

/** Columns and the prices of their bounds, all above zero; the first `upper.length` columns have an upper bound. */
export interface Point {
  readonly x: Float64Array;
  readonly lowerPrice: Float64Array;
  readonly upperPrice: Float64Array;
}

/** A direction: of the columns, and by how much it is to change the products of distance and price. */
export interface Step {
  readonly dx: Float64Array;
  readonly lowerAim: Float64Array;
  readonly upperAim: Float64Array;
}

/** How far along a step columns and prices stay above zero, and what becomes of the sum of products. */
export interface Reach {
  readonly primal: number;
  readonly dual: number;
  /** Σ products at lengths α, β: now + α·byColumns + β·byPrices + α·β·byBoth. */
  readonly byColumns: number;
  readonly byPrices: number;
  readonly byBoth: number;
}

/** θ = 1 ÷ (Σ price ÷ distance + ρ): how readily a column moves. */
export function weigh({ x, lowerPrice, upperPrice }: Point, upper: Float64Array, ρ: number, θ: Float64Array): void {
  for (let j = 0; j < upper.length; j++) {
    θ[j] = 1 / (lowerPrice[j]! / x[j]! + upperPrice[j]! / (upper[j]! - x[j]!) + ρ);
  }
  for (let j = upper.length; j < x.length; j++) θ[j] = 1 / (lowerPrice[j]! / x[j]! + ρ);
}

/** Leaves the products out of sight. */
export function aimAside(into: Step): void {
  into.lowerAim.fill(0);
  into.upperAim.fill(0);
}

/** Aims at products of zero. */
export function aimAtBounds({ x, lowerPrice, upperPrice }: Point, upper: Float64Array, into: Step): void {
  for (let j = 0; j < x.length; j++) into.lowerAim[j] = -x[j]! * lowerPrice[j]!;
  for (let j = 0; j < upper.length; j++) into.upperAim[j] = -(upper[j]! - x[j]!) * upperPrice[j]!;
}

/** Aims at products of `target`, counting in what the step before did beyond the first order. */
export function aimAtCentre(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  before: Step,
  target: number,
  into: Step,
): void {
  for (let j = 0; j < x.length; j++) {
    const dx = before.dx[j]!;
    const dPrice = (before.lowerAim[j]! - lowerPrice[j]! * dx) / x[j]!;
    into.lowerAim[j] = target - x[j]! * lowerPrice[j]! - dx * dPrice;
  }
  for (let j = 0; j < upper.length; j++) {
    const room = upper[j]! - x[j]!;
    const dx = before.dx[j]!;
    const dPrice = (before.upperAim[j]! + upperPrice[j]! * dx) / room;
    into.upperAim[j] = target - room * upperPrice[j]! + dx * dPrice;
  }
}

/** Products may end between these shares of the target before a corrector pulls them back. */
const NARROW = { least: 0.1, most: 10 };

/** Keeps the aim of the step before, and pulls in products that a longer step of that direction would throw far out. */
export function aimCloser(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  before: Step,
  { target, primal, dual }: { readonly target: number; readonly primal: number; readonly dual: number },
  into: Step,
): void {
  const [least, most] = [NARROW.least * target, NARROW.most * target];
  const pull = (product: number) =>
    product < least ? least - product : product > most ? Math.max(most - product, -most) : 0;
  for (let j = 0; j < x.length; j++) {
    const dx = before.dx[j]!;
    const aim = before.lowerAim[j]!;
    const dPrice = (aim - lowerPrice[j]! * dx) / x[j]!;
    into.lowerAim[j] = aim + pull((x[j]! + primal * dx) * (lowerPrice[j]! + dual * dPrice));
  }
  for (let j = 0; j < upper.length; j++) {
    const room = upper[j]! - x[j]!;
    const dx = before.dx[j]!;
    const aim = before.upperAim[j]!;
    const dPrice = (aim + upperPrice[j]! * dx) / room;
    into.upperAim[j] = aim + pull((room - primal * dx) * (upperPrice[j]! + dual * dPrice));
  }
}

export function reachOf({ x, lowerPrice, upperPrice }: Point, upper: Float64Array, step: Step): Reach {
  const { dx, lowerAim, upperAim } = step;
  let [primal, dual, byColumns, byPrices, byBoth] = [1, 1, 0, 0, 0];
  const count = (room: number, dRoom: number, price: number, aim: number) => {
    const dPrice = (aim - price * dRoom) / room;
    if (dRoom < 0 && primal * dRoom < -room) primal = -room / dRoom;
    if (dPrice < 0 && dual * dPrice < -price) dual = -price / dPrice;
    byColumns += dRoom * price;
    byPrices += room * dPrice;
    byBoth += dRoom * dPrice;
  };
  for (let j = 0; j < x.length; j++) count(x[j]!, dx[j]!, lowerPrice[j]!, lowerAim[j]!);
  for (let j = 0; j < upper.length; j++) count(upper[j]! - x[j]!, -dx[j]!, upperPrice[j]!, upperAim[j]!);
  return { primal, dual, byColumns, byPrices, byBoth };
}

/** The point after a step of the given lengths. */
export function advance(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  { dx, lowerAim, upperAim }: Step,
  { primal, dual }: { readonly primal: number; readonly dual: number },
  into: Point,
): void {
  for (let j = 0; j < upper.length; j++) {
    const dPrice = (upperAim[j]! + upperPrice[j]! * dx[j]!) / (upper[j]! - x[j]!);
    into.upperPrice[j] = upperPrice[j]! + dual * dPrice;
  }
  for (let j = 0; j < x.length; j++) {
    const dPrice = (lowerAim[j]! - lowerPrice[j]! * dx[j]!) / x[j]!;
    into.x[j] = x[j]! + primal * dx[j]!;
    into.lowerPrice[j] = lowerPrice[j]! + dual * dPrice;
  }
}

/** Σ distance·price over all bounds, and how many bounds there are. */
export function productsOf({ x, lowerPrice, upperPrice }: Point, upper: Float64Array) {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j]! * lowerPrice[j]!;
  for (let j = 0; j < upper.length; j++) sum += (upper[j]! - x[j]!) * upperPrice[j]!;
  return { sum, count: x.length + upper.length };
}
