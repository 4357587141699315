/** One block of the programme while it is solved: its numbers on memory that all threads see. */

import type { StandardForm } from '../form/standard-form.ts';
import type { Factor } from '../linalg/ldl-factorisation.ts';
import type { SymbolicFactor } from '../linalg/symbolic-factorisation.ts';
import { sharedFloats } from '../linalg/thread-memory.ts';
import { newSecants, type Secants } from './bound-secants.ts';
import type { ProductTargets } from './newton-system.ts';
import type { Direction, Point } from './point.ts';

export interface BlockPoint extends Point {
  /** Duals of the rows. */
  readonly y: Float64Array;
}

export interface BlockDirection extends Direction {
  readonly dy: Float64Array;
}

/**
 * Everything of a block. What a task reads it does not write, so that a task whose thread died is simply repeated: the
 * next point goes beside the present one, each direction to a place of its own.
 */
export interface Block {
  readonly form: StandardForm;
  readonly factor: Factor;
  readonly points: readonly [BlockPoint, BlockPoint];
  /** By the place of their targets. */
  readonly directions: readonly [BlockDirection, BlockDirection, BlockDirection];
  /** Of the direction that is being made. */
  readonly targets: ProductTargets;
  readonly θ: Float64Array;
  readonly secants: Secants;
  /** b − A·x − T·z */
  readonly residual: Float64Array;
  /** L⁻¹·T, row by row; empty where memory is worth more than time, and then solved for again when it is needed. */
  readonly reducedLinks: Float64Array;
  /** L⁻¹ of the right-hand side of the direction that is being made. */
  readonly reducedRhs: Float64Array;
}

/** Which of the two points. */
export type Side = 0 | 1;

export const otherSide = (side: Side): Side => (side === 0 ? 1 : 0);

/** @param isLean whether memory is worth more than time */
export function newBlock(form: StandardForm, structure: SymbolicFactor, isLean: boolean): Block {
  const { rowCount, columnCount, boundedCount, linkedCount } = form;
  const point = (): BlockPoint => ({
    x: sharedFloats(columnCount),
    lowerPrice: sharedFloats(columnCount),
    upperPrice: sharedFloats(boundedCount),
    y: sharedFloats(rowCount),
  });
  const direction = (): BlockDirection => ({
    dx: sharedFloats(columnCount),
    dLowerPrice: sharedFloats(columnCount),
    dUpperPrice: sharedFloats(boundedCount),
    dy: sharedFloats(rowCount),
  });
  return {
    form,
    factor: { structure, lower: sharedFloats(structure.factorRow.length), diagonal: sharedFloats(rowCount) },
    points: [point(), point()],
    directions: [direction(), direction(), direction()],
    targets: { lower: sharedFloats(columnCount), upper: sharedFloats(boundedCount) },
    θ: sharedFloats(columnCount),
    secants: newSecants(columnCount + boundedCount),
    residual: sharedFloats(rowCount),
    reducedLinks: sharedFloats(isLean ? 0 : rowCount * linkedCount),
    reducedRhs: sharedFloats(rowCount),
  };
}
