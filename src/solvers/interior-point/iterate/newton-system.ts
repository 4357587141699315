/** Which right-hand side of Newton's equations a direction is solved for, and what that asks of products of distances and prices. */

import { CENTRALITY_RANGE } from '../parameters.ts';
import { type Direction, type DirectionWeights, type Point, weightedDirection } from './point.ts';

export type NewtonRhs =
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
   * What the direction to the bounds lacks to come to products of `sigmaMu`; what it did beyond the first order counts up
   * to `secondOrderCap` times a distance or a price, 0 for not at all.
   */
  | { readonly kind: 'corrector'; readonly sigmaMu: number; readonly secondOrderCap: number }
  /** What the directions so far lack to keep products near σμ in longer steps. */
  | {
      readonly kind: 'centrality-corrector';
      readonly sigmaMu: number;
      readonly weights: DirectionWeights;
      readonly primal: number;
      readonly dual: number;
    };

/** What a direction may be taken with: all of `base` where there is one, and these shares of itself; none where nobody asks. */
export interface Trial {
  readonly base?: DirectionWeights;
  readonly shares: readonly number[];
  /** Share of the bounds of each block that a step may go past, among columns and among prices; these are held back. */
  readonly ignoredShare: number;
}

/** Where the direction for a right-hand side is kept. */
export const slotOf = {
  primal: 0,
  'least-squares-duals': 1,
  dual: 1,
  'settling-duals': 1,
  predictor: 0,
  corrector: 1,
  'centrality-corrector': 2,
  'secant-predictor': 1,
} as const satisfies { readonly [Kind in NewtonRhs['kind']]: 0 | 1 | 2 };

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
  newtonRhs: NewtonRhs,
): void {
  switch (newtonRhs.kind) {
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
      secondOrderTargets(point, upper, directions[0]!, newtonRhs, targets);
      return;
    case 'centrality-corrector':
      centralityTargets(point, upper, weightedDirection(newtonRhs.weights, directions), newtonRhs, targets);
      return;
    default: {
      const never: never = newtonRhs;
      throw new TypeError(`unknown right-hand side ${String(never)}`);
    }
  }
}

/** What pushes a column in a direction: its cost and prices, or the targets alone, or nothing but the equations. */
export function columnRhsOf(
  kind: NewtonRhs['kind'],
  j: number,
  cost: number,
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  targets: ProductTargets,
): number {
  if (kind === 'primal') return 0;
  if (kind === 'least-squares-duals') return cost;
  let push = -targets.lower[j]! / x[j]!;
  if (j < upper.length) push += targets.upper[j]! / (upper[j]! - x[j]!);
  if (!startsFromDuals(kind)) return push;
  push += cost - lowerDual[j]!;
  return j < upper.length ? push + upperDual[j]! : push;
}

/** Whether a direction starts from what costs, duals and prices are, and not from nothing. */
export const startsFromDuals = (kind: NewtonRhs['kind']): boolean =>
  isPredictor(kind) || kind === 'dual' || kind === 'settling-duals';

export const isPredictor = (kind: NewtonRhs['kind']): boolean => kind === 'predictor' || kind === 'secant-predictor';

/** Whether a direction makes good what the equations lack. */
export const closesEquations = (kind: NewtonRhs['kind']): boolean => kind === 'primal' || isPredictor(kind);

/** Products less by the given share: 1 for products of zero. */
export function affineTargets(
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  targets: ProductTargets,
  share: number,
): void {
  for (let j = 0; j < x.length; j++) targets.lower[j] = -share * x[j]! * lowerDual[j]!;
  for (let j = 0; j < upper.length; j++) targets.upper[j] = -share * (upper[j]! - x[j]!) * upperDual[j]!;
}

/**
 * Products of `sigmaMu`, with what the direction to the bounds did beyond the first order. A distance that would fall to
 * minus several times itself says only that its bound begins to bind: taken at its word, it would spoil the direction of
 * all others (halves the number of rounds).
 */
export function secondOrderTargets(
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  { dx, dLowerDual, dUpperDual }: Direction,
  { sigmaMu, secondOrderCap }: { readonly sigmaMu: number; readonly secondOrderCap: number },
  targets: ProductTargets,
): void {
  const second = (room: number, dRoom: number, price: number, dPrice: number) =>
    secondOrderCap && Math.max(dRoom, -secondOrderCap * room) * Math.max(dPrice, -secondOrderCap * price);
  for (let j = 0; j < x.length; j++) {
    targets.lower[j] = sigmaMu - second(x[j]!, dx[j]!, lowerDual[j]!, dLowerDual[j]!);
  }
  for (let j = 0; j < upper.length; j++) {
    targets.upper[j] = sigmaMu - second(upper[j]! - x[j]!, -dx[j]!, upperDual[j]!, dUpperDual[j]!);
  }
}

/** Pulls in the products that steps of the given lengths would throw far out. */
export function centralityTargets(
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  { dx, dLowerDual, dUpperDual }: Direction,
  { sigmaMu, primal, dual }: { readonly sigmaMu: number; readonly primal: number; readonly dual: number },
  targets: ProductTargets,
): void {
  const [least, most] = [CENTRALITY_RANGE.least * sigmaMu, CENTRALITY_RANGE.most * sigmaMu];
  const targetOf = (product: number) =>
    product < least ? least - product : product > most ? Math.max(most - product, -most) : 0;
  for (let j = 0; j < x.length; j++) {
    targets.lower[j] = targetOf((x[j]! + primal * dx[j]!) * (lowerDual[j]! + dual * dLowerDual[j]!));
  }
  for (let j = 0; j < upper.length; j++) {
    targets.upper[j] = targetOf((upper[j]! - x[j]! - primal * dx[j]!) * (upperDual[j]! + dual * dUpperDual[j]!));
  }
}

/** Changes of prices that go with a change of columns and the targets. */
export function completeBoundDuals(
  { x, lowerDual, upperDual }: Point,
  upper: Float64Array,
  targets: ProductTargets,
  { dx, dLowerDual, dUpperDual }: Direction,
): void {
  for (let j = 0; j < x.length; j++) dLowerDual[j] = (targets.lower[j]! - lowerDual[j]! * dx[j]!) / x[j]!;
  for (let j = 0; j < upper.length; j++) {
    dUpperDual[j] = (targets.upper[j]! + upperDual[j]! * dx[j]!) / (upper[j]! - x[j]!);
  }
}

export function keepBoundDuals({ dLowerDual, dUpperDual }: Direction): void {
  dLowerDual.fill(0);
  dUpperDual.fill(0);
}
