/** What a direction is for, and what that asks of the products of distances and prices. */

import type { BlockDirection, BlockPoint } from './block.ts';
import type { Aims, Mix } from './columns.ts';
import * as columns from './columns.ts';

export type Aim =
  /** Columns alone, to the nearest solution of the equations. */
  | { readonly kind: 'equations' }
  /** Duals alone, from zero to those nearest to the costs; `dx` is minus the reduced costs. */
  | { readonly kind: 'costs' }
  /** Duals alone, to where costs less prices of free columns come out as nothing. */
  | { readonly kind: 'duals' }
  /** All at once: equations, costs, and products of zero. */
  | { readonly kind: 'bounds' }
  /** The same once more, round bounds that are bent. */
  | { readonly kind: 'bent' }
  /**
   * What the direction to the bounds lacks to come to products of `target`; what it did beyond the first order counts up
   * to `believed` times a distance or a price, 0 for not at all.
   */
  | { readonly kind: 'centre'; readonly target: number; readonly believed: number }
  /** What the directions so far lack to keep products near the target in longer steps. */
  | {
      readonly kind: 'closer';
      readonly target: number;
      readonly mix: Mix;
      readonly primal: number;
      readonly dual: number;
    };

/** Where the direction for an aim is kept. */
export const placeOf: { readonly [Kind in Aim['kind']]: 0 | 1 | 2 } = {
  equations: 0,
  costs: 1,
  duals: 1,
  bounds: 0,
  centre: 1,
  closer: 2,
  bent: 2,
};

interface Pointed {
  readonly directions: readonly BlockDirection[];
  readonly aims: Aims;
  readonly form: { readonly upper: Float64Array };
}

export function setAims({ directions, aims, form: { upper } }: Pointed, point: BlockPoint, aim: Aim): void {
  switch (aim.kind) {
    case 'equations':
    case 'costs':
    case 'duals':
      aims.lower.fill(0);
      aims.upper.fill(0);
      return;
    case 'bounds':
    case 'bent':
      columns.aimAtBounds(point, upper, aims);
      return;
    case 'centre':
      columns.aimAtCentre(point, upper, directions[0]!, aim, aims);
      return;
    case 'closer':
      columns.aimCloser(point, upper, columns.mixedDirection(aim.mix, directions), aim, aims);
      return;
    default: {
      const never: never = aim;
      throw new TypeError(`unknown aim ${String(never)}`);
    }
  }
}

/** What pushes a column in a direction: its cost and prices, or the aims alone, or nothing but the equations. */
export function pushOf(
  kind: Aim['kind'],
  j: number,
  cost: number,
  { x, lowerPrice, upperPrice }: BlockPoint,
  upper: Float64Array,
  aims: Aims,
): number {
  if (kind === 'equations') return 0;
  if (kind === 'costs') return cost;
  let push = -aims.lower[j]! / x[j]!;
  if (j < upper.length) push += aims.upper[j]! / (upper[j]! - x[j]!);
  if (!startsFromDuals(kind)) return push;
  push += cost - lowerPrice[j]!;
  return j < upper.length ? push + upperPrice[j]! : push;
}

/** Whether a direction starts from what costs, duals and prices are, and not from nothing. */
export const startsFromDuals = (kind: Aim['kind']): boolean => isToBounds(kind) || kind === 'duals';

export const isToBounds = (kind: Aim['kind']): boolean => kind === 'bounds' || kind === 'bent';

/** Whether a direction makes good what the equations lack. */
export const closesEquations = (kind: Aim['kind']): boolean => kind === 'equations' || isToBounds(kind);
