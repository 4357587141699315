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

export const noSlopes: Slopes = { byColumns: 0, byPrices: 0, byBoth: 0 };

/** @param shares how much of `added` goes with all of `base`; no base: `added` alone, whole */
export function reachOf(
  point: Point,
  upper: Float64Array,
  base: Direction | undefined,
  added: Direction,
  shares: readonly number[],
): Reach {
  const { x, lowerPrice, upperPrice } = point;
  const room = upper.map((most, j) => most - x[j]!);
  const columns = [falls(x, base?.dx, added.dx, shares, 1), falls(room, base?.dx, added.dx, shares, -1)];
  const prices = [
    falls(lowerPrice, base?.dLowerPrice, added.dLowerPrice, shares, 1),
    falls(upperPrice, base?.dUpperPrice, added.dUpperPrice, shares, 1),
  ];
  const lengths = (of: readonly Float64Array[]) => shares.map((_, s) => 1 / Math.max(1, of[0]![s]!, of[1]![s]!));
  return { primal: lengths(columns), dual: lengths(prices) };
}

/** The steepest fall of what is left, relative to it, for each share; a step may be one over it. */
function falls(
  left: Float64Array,
  base: Float64Array | undefined,
  added: Float64Array,
  shares: readonly number[],
  sign: 1 | -1,
): Float64Array {
  const steepest = new Float64Array(shares.length);
  for (let j = 0; j < left.length; j++) {
    const change = base === undefined ? 0 : sign * base[j]!;
    const extra = sign * added[j]!;
    // Most fall by less than they are, whatever the share.
    if (change + Math.min(0, extra) >= -left[j]!) continue;
    for (let s = 0; s < shares.length; s++) {
      const fall = -(change + shares[s]! * extra) / left[j]!;
      if (fall > steepest[s]!) steepest[s] = fall;
    }
  }
  return steepest;
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
