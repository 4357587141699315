/** What a direction is for, and what that asks of the products of distances and prices. */

import { NARROW } from '../parameters.ts';
import { type Direction, type Mix, mixedDirection, type Point } from './point.ts';

export type Purpose =
  /** Columns alone, to the nearest solution of the equations. */
  | { readonly kind: 'primal' }
  /** Duals alone, from zero to those nearest to the costs; `dx` is minus the reduced costs. */
  | { readonly kind: 'least-squares-duals' }
  /** Duals alone, to where costs less prices of free columns come out as nothing. */
  | { readonly kind: 'dual' }
  /** The same with prices that follow, as readily as they are large for their distance. */
  | { readonly kind: 'settling-duals' }
  /** All at once: equations, costs, and products of zero. */
  | { readonly kind: 'predictor' }
  /** The same once more, round bounds that are bent. */
  | { readonly kind: 'secant-predictor' }
  /**
   * What the direction to the bounds lacks to come to products of `target`; what it did beyond the first order counts up
   * to `believed` times a distance or a price, 0 for not at all.
   */
  | { readonly kind: 'corrector'; readonly target: number; readonly believed: number }
  /** What the directions so far lack to keep products near the target in longer steps. */
  | {
      readonly kind: 'centrality-corrector';
      readonly target: number;
      readonly mix: Mix;
      readonly primal: number;
      readonly dual: number;
    };

/** What a direction may be taken with: all of `base` where there is one, and these shares of itself; none where nobody asks. */
export interface Trial {
  readonly base?: Mix;
  readonly shares: readonly number[];
  /** Share of the bounds of each block that a step may go past, among columns and among prices; these are held back. */
  readonly spared: number;
}

/** Where the direction for a purpose is kept. */
export const slotOf: { readonly [Kind in Purpose['kind']]: 0 | 1 | 2 } = {
  primal: 0,
  'least-squares-duals': 1,
  dual: 1,
  'settling-duals': 1,
  predictor: 0,
  corrector: 1,
  'centrality-corrector': 2,
  'secant-predictor': 2,
};

/** By how much the products of distance and price are to change, to first order. */
export interface ProductTargets {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

interface Pointed {
  readonly directions: readonly Direction[];
  readonly targets: ProductTargets;
  readonly form: { readonly upper: Float64Array };
}

export function setProductTargets(
  { directions, targets, form: { upper } }: Pointed,
  point: Point,
  purpose: Purpose,
): void {
  switch (purpose.kind) {
    case 'primal':
    case 'least-squares-duals':
    case 'dual':
    case 'settling-duals':
      targets.lower.fill(0);
      targets.upper.fill(0);
      return;
    case 'predictor':
    case 'secant-predictor':
      affineTargets(point, upper, targets, 1);
      return;
    case 'corrector':
      secondOrderTargets(point, upper, directions[0]!, purpose, targets);
      return;
    case 'centrality-corrector':
      centralityTargets(point, upper, mixedDirection(purpose.mix, directions), purpose, targets);
      return;
    default: {
      const never: never = purpose;
      throw new TypeError(`unknown purpose ${String(never)}`);
    }
  }
}

/** What pushes a column in a direction: its cost and prices, or the targets alone, or nothing but the equations. */
export function columnRhsOf(
  kind: Purpose['kind'],
  j: number,
  cost: number,
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  targets: ProductTargets,
): number {
  if (kind === 'primal') return 0;
  if (kind === 'least-squares-duals') return cost;
  let push = -targets.lower[j]! / x[j]!;
  if (j < upper.length) push += targets.upper[j]! / (upper[j]! - x[j]!);
  if (!startsFromDuals(kind)) return push;
  push += cost - lowerPrice[j]!;
  return j < upper.length ? push + upperPrice[j]! : push;
}

/** Whether a direction starts from what costs, duals and prices are, and not from nothing. */
export const startsFromDuals = (kind: Purpose['kind']): boolean =>
  isPredictor(kind) || kind === 'dual' || kind === 'settling-duals';

export const isPredictor = (kind: Purpose['kind']): boolean => kind === 'predictor' || kind === 'secant-predictor';

/** Whether a direction makes good what the equations lack. */
export const closesEquations = (kind: Purpose['kind']): boolean => kind === 'primal' || isPredictor(kind);

/** Products less by the given share: 1 for products of zero. */
export function affineTargets(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  targets: ProductTargets,
  share: number,
): void {
  for (let j = 0; j < x.length; j++) targets.lower[j] = -share * x[j]! * lowerPrice[j]!;
  for (let j = 0; j < upper.length; j++) targets.upper[j] = -share * (upper[j]! - x[j]!) * upperPrice[j]!;
}

/**
 * Products of `target`, with what the direction to the bounds did beyond the first order. A distance that would fall to
 * minus several times itself says only that its bound begins to bind: taken at its word, it would spoil the direction of
 * all others (halves the number of rounds).
 */
export function secondOrderTargets(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  { dx, dLowerPrice, dUpperPrice }: Direction,
  { target, believed }: { readonly target: number; readonly believed: number },
  targets: ProductTargets,
): void {
  const second = (room: number, dRoom: number, price: number, dPrice: number) =>
    believed && Math.max(dRoom, -believed * room) * Math.max(dPrice, -believed * price);
  for (let j = 0; j < x.length; j++) {
    targets.lower[j] = target - second(x[j]!, dx[j]!, lowerPrice[j]!, dLowerPrice[j]!);
  }
  for (let j = 0; j < upper.length; j++) {
    targets.upper[j] = target - second(upper[j]! - x[j]!, -dx[j]!, upperPrice[j]!, dUpperPrice[j]!);
  }
}

/** Pulls in the products that steps of the given lengths would throw far out. */
export function centralityTargets(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  { dx, dLowerPrice, dUpperPrice }: Direction,
  { target, primal, dual }: { readonly target: number; readonly primal: number; readonly dual: number },
  targets: ProductTargets,
): void {
  const [least, most] = [NARROW.least * target, NARROW.most * target];
  const pull = (product: number) =>
    product < least ? least - product : product > most ? Math.max(most - product, -most) : 0;
  for (let j = 0; j < x.length; j++) {
    targets.lower[j] = pull((x[j]! + primal * dx[j]!) * (lowerPrice[j]! + dual * dLowerPrice[j]!));
  }
  for (let j = 0; j < upper.length; j++) {
    targets.upper[j] = pull((upper[j]! - x[j]! - primal * dx[j]!) * (upperPrice[j]! + dual * dUpperPrice[j]!));
  }
}

/** Changes of prices that go with a change of columns and the targets. */
export function completePrices(
  { x, lowerPrice, upperPrice }: Point,
  upper: Float64Array,
  targets: ProductTargets,
  { dx, dLowerPrice, dUpperPrice }: Direction,
): void {
  for (let j = 0; j < x.length; j++) dLowerPrice[j] = (targets.lower[j]! - lowerPrice[j]! * dx[j]!) / x[j]!;
  for (let j = 0; j < upper.length; j++) {
    dUpperPrice[j] = (targets.upper[j]! + upperPrice[j]! * dx[j]!) / (upper[j]! - x[j]!);
  }
}

export function keepPrices({ dLowerPrice, dUpperPrice }: Direction): void {
  dLowerPrice.fill(0);
  dUpperPrice.fill(0);
}
