/** How far directions lead before a column or a price reaches zero. */

import type { Direction, Point } from './columns.ts';

/** For each share of the added direction, the longest step of columns and of prices; at most 1. */
export interface Reach {
  readonly primal: readonly number[];
  readonly dual: readonly number[];
}

/** What becomes of the sum of products at lengths α of columns and β of prices: + α·byColumns + β·byPrices + α·β·byBoth. */
export interface Slopes {
  readonly byColumns: number;
  readonly byPrices: number;
  readonly byBoth: number;
}

/** @param shares how much of `added` goes with all of `base` */
export function reachOf(
  point: Point,
  upper: Float64Array,
  base: Direction,
  added: Direction,
  shares: readonly number[],
) {
  const { x, lowerPrice, upperPrice } = point;
  // The steepest fall relative to what is left, for each share; a step is one over it.
  const columns = new Float64Array(shares.length).fill(1);
  const prices = new Float64Array(shares.length).fill(1);
  const note = (into: Float64Array, left: number, change: number, extra: number) => {
    // Most fall by less than they are, whatever the share.
    if (change + Math.min(0, extra) >= -left) return;
    for (let s = 0; s < shares.length; s++) {
      const fall = -(change + shares[s]! * extra) / left;
      if (fall > into[s]!) into[s] = fall;
    }
  };
  for (let j = 0; j < x.length; j++) {
    note(columns, x[j]!, base.dx[j]!, added.dx[j]!);
    note(prices, lowerPrice[j]!, base.dLowerPrice[j]!, added.dLowerPrice[j]!);
  }
  for (let j = 0; j < upper.length; j++) {
    note(columns, upper[j]! - x[j]!, -base.dx[j]!, -added.dx[j]!);
    note(prices, upperPrice[j]!, base.dUpperPrice[j]!, added.dUpperPrice[j]!);
  }
  return { primal: Array.from(columns, (fall) => 1 / fall), dual: Array.from(prices, (fall) => 1 / fall) };
}

export function slopesOf({ x, lowerPrice, upperPrice }: Point, upper: Float64Array, direction: Direction): Slopes {
  const { dx, dLowerPrice, dUpperPrice } = direction;
  let [byColumns, byPrices, byBoth] = [0, 0, 0];
  for (let j = 0; j < x.length; j++) {
    byColumns += dx[j]! * lowerPrice[j]!;
    byPrices += x[j]! * dLowerPrice[j]!;
    byBoth += dx[j]! * dLowerPrice[j]!;
  }
  for (let j = 0; j < upper.length; j++) {
    byColumns -= dx[j]! * upperPrice[j]!;
    byPrices += (upper[j]! - x[j]!) * dUpperPrice[j]!;
    byBoth -= dx[j]! * dUpperPrice[j]!;
  }
  return { byColumns, byPrices, byBoth };
}
