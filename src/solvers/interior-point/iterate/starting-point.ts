/**
 * Where the method begins: near the least-squares solutions of the equations, primal and dual, moved inside the bounds.
 * Method: S. Mehrotra, On the implementation of a primal–dual interior point method, 1992, doi:10.1137/0802028.
 */

import type { Direction, Point } from './point.ts';

type Moves = Pick<Direction, 'dx'>;

/** How far outside their bounds the least-squares solutions are, at most. */
export interface Shortfall {
  readonly primal: number;
  readonly dual: number;
}

/** A point at which every column weighs the same (θ near 1), as the origin of the least-squares solutions. */
export function setOrigin({ x, lowerDual, upperDual }: Point, upper: Float64Array): void {
  x.fill(1);
  lowerDual.fill(1);
  for (let j = 0; j < upper.length; j++) {
    const half = upper[j]! / 2;
    x[j] = half;
    lowerDual[j] = half / 2;
    upperDual[j] = half / 2;
  }
}

/** @param reduced what `priced.dx` is minus: the reduced costs of the least-squares duals */
export function shortfallOf({ x }: Point, upper: Float64Array, { dx }: Moves, priced: Moves): Shortfall {
  let [primal, dual] = [0, 0];
  for (let j = 0; j < x.length; j++) {
    const value = x[j]! + dx[j]!;
    primal = Math.max(primal, -value, j < upper.length ? value - upper[j]! : 0);
    if (j >= upper.length) dual = Math.max(dual, priced.dx[j]!);
  }
  return { primal, dual };
}

/** Moves columns and prices inside by the given amounts. */
export function setInside(
  origin: Point,
  upper: Float64Array,
  { dx }: Moves,
  priced: Moves,
  by: Shortfall,
  into: Point,
) {
  for (let j = 0; j < origin.x.length; j++) {
    const value = origin.x[j]! + dx[j]!;
    const reduced = -priced.dx[j]!;
    if (j < upper.length) {
      const margin = Math.min(by.primal, upper[j]! / 4);
      into.x[j] = Math.min(Math.max(value, margin), upper[j]! - margin);
      into.lowerDual[j] = Math.max(reduced, 0) + by.dual;
      into.upperDual[j] = Math.max(-reduced, 0) + by.dual;
    } else {
      into.x[j] = Math.max(value + by.primal, by.primal / 10);
      into.lowerDual[j] = Math.max(reduced + by.dual, by.dual / 10);
    }
  }
}
