/**
 * Bounds that directions take round a bend. Distance and price of a bound keep to a hyperbola, and a direction follows its
 * tangent. Where the distance is to grow tenfold, the tangent leads the price nine times as far below zero as it is above,
 * and the whole step has to be a tenth as long for it. The secant to where the tangent would lead the distance has a tenth
 * of its slope, and price and distance both stay above zero; so likewise where the price is to grow.
 */

import type { Aims, Direction, Point } from './columns.ts';
import { sharedFloats, sharedInts } from './thread-memory.ts';

/** Lower bounds by column, then upper bounds; in ascending order. */
export interface Bends {
  /** How many there are. */
  readonly count: Int32Array;
  readonly bound: Int32Array;
  /** Fall of the price over rise of the distance. */
  readonly slope: Float64Array;
}

/** Price or distance would fall by more than this many times what it is. */
const OVERSHOT = 3;
/** Of all bounds; more than any block was seen to need at a time. */
const MOST = 0.02;

export function newBends(boundCount: number): Bends {
  const most = Math.ceil(MOST * boundCount);
  return { count: sharedInts(1), bound: sharedInts(most), slope: sharedFloats(most) };
}

export function straighten({ count }: Bends): void {
  count[0] = 0;
}

/** Bends bounds that the direction overshoots; those that it overshoots again bend further. */
export function bend(
  bends: Bends,
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  direction: Direction,
): void {
  const { dx, dLowerPrice, dUpperPrice } = direction;
  const before = { bound: bends.bound.slice(0, bends.count[0]), slope: bends.slope.slice(0, bends.count[0]) };
  let [kept, next] = [0, 0];
  const visit = (bound: number, distance: number, dDistance: number, price: number, dPrice: number) => {
    const isBent = before.bound[next] === bound;
    const slope = isBent ? before.slope[next++]! : price / distance;
    const [ahead, below] = [-dDistance / distance, -dPrice / price];
    const isOvershot = Math.max(ahead, below) > OVERSHOT;
    if (!(isBent || isOvershot) || kept === bends.bound.length) return;
    bends.bound[kept] = bound;
    bends.slope[kept++] = isOvershot ? (ahead > below ? slope * ahead : slope / below) : slope;
  };
  for (let j = 0; j < x.length; j++) visit(j, x[j]!, dx[j]!, lowerPrice[j]!, dLowerPrice[j]!);
  for (let j = 0; j < upper.length; j++) {
    visit(x.length + j, upper[j]! - x[j]!, -dx[j]!, upperPrice[j]!, dUpperPrice[j]!);
  }
  bends.count[0] = kept;
}

/** θ of columns with bent bounds, where it is that of straight ones. */
export function weighBent(
  bends: Bends,
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  θ: Float64Array,
): void {
  forEachBent(bends, x.length, (j, isUpper, slope) => {
    const straight = isUpper ? upperPrice[j]! / (upper[j]! - x[j]!) : lowerPrice[j]! / x[j]!;
    θ[j] = 1 / (1 / θ[j]! - straight + slope);
  });
}

/** Along a secant products change of themselves. */
export function restBent(bends: Bends, aims: Aims): void {
  forEachBent(bends, aims.lower.length, (j, isUpper) => {
    (isUpper ? aims.upper : aims.lower)[j] = 0;
  });
}

/** Changes of the prices of bent bounds that go with a change of columns. */
export function completeBentPrices(bends: Bends, { dx, dLowerPrice, dUpperPrice }: Direction): void {
  forEachBent(bends, dx.length, (j, isUpper, slope) => {
    if (isUpper) dUpperPrice[j] = slope * dx[j]!;
    else dLowerPrice[j] = -slope * dx[j]!;
  });
}

function forEachBent(
  { count, bound, slope }: Bends,
  columnCount: number,
  visit: (column: number, isUpper: boolean, slope: number) => void,
): void {
  for (let k = 0; k < count[0]!; k++) {
    const isUpper = bound[k]! >= columnCount;
    visit(isUpper ? bound[k]! - columnCount : bound[k]!, isUpper, slope[k]!);
  }
}
