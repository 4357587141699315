/** How far directions lead before a column or a price reaches zero. */

import { floatWorkspace } from '../linalg/workspace.ts';
import type { Direction, Point } from './point.ts';

/** For each share of the added direction, the longest step of columns and of prices; at most 1. */
export interface StepLengths {
  readonly primal: readonly number[];
  readonly dual: readonly number[];
}

/** What becomes of the sum of products at lengths α of columns and β of prices: + α·byColumns + β·byDuals + α·β·byBoth. */
export interface ProductSlopes {
  readonly byColumns: number;
  readonly byDuals: number;
  readonly byBoth: number;
}

export type RatioTest = StepLengths & ProductSlopes;

/** How far several go that take one step. */
export function commonStep(all: readonly RatioTest[]): RatioTest {
  return all.reduce((some, one) => ({
    primal: some.primal.map((length, s) => Math.min(length, one.primal[s]!)),
    dual: some.dual.map((length, s) => Math.min(length, one.dual[s]!)),
    byColumns: some.byColumns + one.byColumns,
    byDuals: some.byDuals + one.byDuals,
    byBoth: some.byBoth + one.byBoth,
  }));
}

export const noProductSlopes: ProductSlopes = { byColumns: 0, byDuals: 0, byBoth: 0 };

/**
 * @param shares how much of `added` goes with all of `base`; no base: `added` alone, whole
 * @param ignored so many of the nearest bounds do not count, among columns and among prices
 */
export function ratioTest(
  point: Point,
  upper: Float64Array,
  base: Direction | undefined,
  added: Direction,
  shares: readonly number[],
  ignored: number,
): StepLengths {
  if (shares.length === 0) return { primal: [], dual: [] };
  const { x, lowerDual, upperDual } = point;
  const room = floatWorkspace('room', upper.length);
  for (let j = 0; j < room.length; j++) room[j] = upper[j]! - x[j]!;
  const none = () => shares.map(() => new Float64Array(ignored + 1));
  const [columns, prices] = [none(), none()];
  addFalls(columns, x, base?.dx, added.dx, shares, 1);
  addFalls(columns, room, base?.dx, added.dx, shares, -1);
  addFalls(prices, lowerDual, base?.dLowerDual, added.dLowerDual, shares, 1);
  addFalls(prices, upperDual, base?.dUpperDual, added.dUpperDual, shares, 1);
  const lengths = (steepest: readonly Float64Array[]) => steepest.map((falls) => 1 / Math.max(1, falls[ignored]!));
  return { primal: lengths(columns), dual: lengths(prices) };
}

/** Gathers the steepest falls of what is left, relative to it, steepest first, for each share; a step may be one over them. */
function addFalls(
  steepest: readonly Float64Array[],
  left: Float64Array,
  base: Float64Array | undefined,
  added: Float64Array,
  shares: readonly number[],
  sign: 1 | -1,
): void {
  for (let j = 0; j < left.length; j++) {
    const change = base === undefined ? 0 : sign * base[j]!;
    const extra = sign * added[j]!;
    // Most fall by less than they are, whatever the share.
    if (change + Math.min(0, extra) >= -left[j]!) continue;
    for (let s = 0; s < shares.length; s++) insertFall(steepest[s]!, -(change + shares[s]! * extra) / left[j]!);
  }
}

/** Puts a fall where it belongs among the steepest, and drops the least of them. */
export function insertFall(falls: Float64Array, fall: number): void {
  let at = falls.length - 1;
  if (!(fall > falls[at]!)) return;
  for (; at > 0 && fall > falls[at - 1]!; at--) falls[at] = falls[at - 1]!;
  falls[at] = fall;
}

export function productSlopesOf(
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  direction: Direction,
): ProductSlopes {
  const { dx, dLowerDual, dUpperDual } = direction;
  let [byColumns, byDuals, byBoth] = [0, 0, 0];
  for (let j = 0; j < x.length; j++) {
    byColumns += dx[j]! * lowerDual[j]!;
    byDuals += x[j]! * dLowerDual[j]!;
    byBoth += dx[j]! * dLowerDual[j]!;
  }
  for (let j = 0; j < upper.length; j++) {
    byColumns -= dx[j]! * upperDual[j]!;
    byDuals += (upper[j]! - x[j]!) * dUpperDual[j]!;
    byBoth -= dx[j]! * dUpperDual[j]!;
  }
  return { byColumns, byDuals, byBoth };
}
