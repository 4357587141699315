/**
 * Bounds that directions take round a bend. Distance and price of a bound keep to a hyperbola, and a direction follows its
 * tangent. Where the distance is to grow tenfold, the tangent leads the price nine times as far below zero as it is above,
 * and the whole step has to be a tenth as long for it. The secant to where the tangent would lead the distance has a tenth
 * of its slope, and price and distance both stay above zero; so likewise where the price is to grow.
 */

import { sharedFloats, sharedInts } from '../../../lp/thread-arrays.ts';
import { MOST_SECANTS_SHARE, SECANT_FROM } from '../parameters.ts';
import type { ProductTargets } from './newton-system.ts';
import type { Direction, Point } from './point.ts';

/** Lower bounds by column, then upper bounds; in ascending order. */
export interface Secants {
  /** How many there are. */
  readonly count: Int32Array;
  readonly bound: Int32Array;
  /** Fall of the price over rise of the distance. */
  readonly slope: Float64Array;
}

export function newSecants(boundCount: number): Secants {
  const most = Math.ceil(MOST_SECANTS_SHARE * boundCount);
  return { count: sharedInts(1), bound: sharedInts(most), slope: sharedFloats(most) };
}

export function clearSecants({ count }: Secants): void {
  count[0] = 0;
}

/** Bends bounds that the direction overshoots; those that it overshoots again bend further. */
export function takeSecants(
  secants: Secants,
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  direction: Direction,
): void {
  const { dx, dLowerDual, dUpperDual } = direction;
  const before = { bound: secants.bound.slice(0, secants.count[0]), slope: secants.slope.slice(0, secants.count[0]) };
  let [kept, next] = [0, 0];
  const visit = (bound: number, distance: number, dDistance: number, price: number, dPrice: number) => {
    const isSecant = before.bound[next] === bound;
    const slope = isSecant ? before.slope[next++]! : price / distance;
    const [ahead, below] = [-dDistance / distance, -dPrice / price];
    const isOvershot = Math.max(ahead, below) > SECANT_FROM;
    if (!(isSecant || isOvershot) || kept === secants.bound.length) return;
    secants.bound[kept] = bound;
    secants.slope[kept++] = isOvershot ? (ahead > below ? slope * ahead : slope / below) : slope;
  };
  for (let j = 0; j < x.length; j++) {
    const [distance, price] = [x[j]!, lowerDual[j]!];
    if (before.bound[next] === j || isOverstepped(distance, dx[j]!, price, dLowerDual[j]!)) {
      visit(j, distance, dx[j]!, price, dLowerDual[j]!);
    }
  }
  for (let j = 0; j < upper.length; j++) {
    const [distance, price] = [upper[j]! - x[j]!, upperDual[j]!];
    if (before.bound[next] === x.length + j || isOverstepped(distance, -dx[j]!, price, dUpperDual[j]!)) {
      visit(x.length + j, distance, -dx[j]!, price, dUpperDual[j]!);
    }
  }
  secants.count[0] = kept;
}

/** θ of columns with bent bounds, where it is that of tangents. */
export function weighSecants(
  secants: Secants,
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  θ: Float64Array,
): void {
  forEachSecant(secants, x.length, (j, isUpper, slope) => {
    const tangent = isUpper ? upperDual[j]! / (upper[j]! - x[j]!) : lowerDual[j]! / x[j]!;
    θ[j] = 1 / (1 / θ[j]! - tangent + slope);
  });
}

/** Along a secant products change of themselves. */
export function zeroSecantTargets(secants: Secants, targets: ProductTargets): void {
  forEachSecant(secants, targets.lower.length, (j, isUpper) => {
    (isUpper ? targets.upper : targets.lower)[j] = 0;
  });
}

/** Changes of the prices of bent bounds that go with a change of columns. */
export function completeSecantDuals(secants: Secants, { dx, dLowerDual, dUpperDual }: Direction): void {
  forEachSecant(secants, dx.length, (j, isUpper, slope) => {
    if (isUpper) dUpperDual[j] = slope * dx[j]!;
    else dLowerDual[j] = -slope * dx[j]!;
  });
}

/** Most bounds are not, and need no closer look. */
function isOverstepped(distance: number, dDistance: number, price: number, dPrice: number): boolean {
  return -dDistance > SECANT_FROM * distance || -dPrice > SECANT_FROM * price;
}

export function forEachSecant(
  { count, bound, slope }: Secants,
  columnCount: number,
  visit: (column: number, isUpper: boolean, slope: number) => void,
): void {
  for (let k = 0; k < count[0]!; k++) {
    const isUpper = bound[k]! >= columnCount;
    visit(isUpper ? bound[k]! - columnCount : bound[k]!, isUpper, slope[k]!);
  }
}
