/** One block of the programme while it is solved: its numbers on memory that all threads see. */

import { sharedFloats, sharedInts } from '../../../lp/thread-arrays.ts';
import type { StandardForm } from '../form/standard-form.ts';
import { type FormByCode, writtenOut } from '../form/written-out.ts';
import { type RepeatingEquations, regionOf } from '../linalg/kernel/kernels.ts';
import type { Factor } from '../linalg/ldl-factorisation.ts';
import type { SymbolicFactor } from '../linalg/symbolic-factorisation.ts';
import { newSecants, type Secants } from './bound-secants.ts';
import type { Direction, Point } from './point.ts';

export interface BlockPoint extends Point {
  /** Duals of the rows. */
  readonly y: Float64Array;
}

/** Where hours repeat it has no prices: `BoundDualChanges` tells how they change. */
export interface BlockDirection {
  readonly dx: Float64Array;
  readonly dy: Float64Array;
}

export interface PricedDirection extends BlockDirection, Direction {}

/**
 * Everything of a block. What a task reads it does not write, so that a task whose thread died is simply repeated: the
 * next point goes beside the present one, each direction to a place of its own. Where hours repeat, X of the factor at one
 * point lies where the other one is, and the last direction where Θ is; then a step that was taken is not repeated with the
 * rest of its task, and Θ is made again.
 */
export interface Block {
  /** No other block of the process has it. */
  readonly number: number;
  /** See `wholeFormOf` for its numbers. */
  readonly form: FormByCode;
  readonly equations: NormalEquations;
  readonly points: readonly [BlockPoint, BlockPoint];
  /** By the place of their targets; see `directionOf`. */
  readonly directions: readonly [BlockDirection, BlockDirection, Pick<BlockDirection, 'dx'>];
  /** Whether Θ has made room for the last direction: a task for that which is repeated makes Θ again. */
  readonly isWeightSpent: Int32Array;
  /** A point that is set aside stands there; undefined where none is going to be. */
  readonly aside: BlockPoint | undefined;
  readonly θ: Float64Array;
  readonly secants: Secants;
  /** b − A·x − T·z, by the point. */
  readonly residuals: readonly [Float64Array, Float64Array];
  /** Number of the step that led to its present point: one that is repeated on another thread is taken once. */
  readonly stepTaken: Int32Array;
}

export interface SparseEquations {
  readonly form: StandardForm;
  readonly factor: Factor;
  /** As in the block. */
  readonly directions: readonly [PricedDirection, PricedDirection, PricedDirection];
  /** L⁻¹ of the right-hand side of the direction that is being made. */
  readonly reducedRhs: Float64Array;
  /** L⁻¹·T, row by row; empty where memory is worth more than time, and then solved for again when it is needed. */
  readonly reducedLinks: Float64Array;
}

export type NormalEquations =
  | ({ readonly kind: 'repeating' } & RepeatingEquations)
  | ({ readonly kind: 'sparse' } & SparseEquations);

/** @param isLean whether memory is worth more than time */
export function sparseEquations(form: StandardForm, symbolic: SymbolicFactor, isLean: boolean): NormalEquations {
  const { rowCount, columnCount, boundedCount, linkedCount } = form;
  const direction = (): PricedDirection => ({
    dx: sharedFloats(columnCount),
    dLowerDual: sharedFloats(columnCount),
    dUpperDual: sharedFloats(boundedCount),
    dy: sharedFloats(rowCount),
  });
  return {
    kind: 'sparse',
    form,
    directions: [direction(), direction(), direction()],
    factor: { symbolic, lower: sharedFloats(symbolic.factorRow.length), diagonal: sharedFloats(rowCount) },
    reducedRhs: sharedFloats(rowCount),
    reducedLinks: sharedFloats(isLean ? 0 : rowCount * linkedCount),
  };
}

/** What the other blocks and the linking columns need to know of a block at its point. */
export interface BlockEvaluation {
  readonly objective: number;
  readonly dualObjective: number;
  /**
   * What the duals alone prove of the cost, about: prices of bounds that do not fit the costs are left out, and no column
   * without an upper bound is taken to exceed the largest one.
   */
  readonly provable: number;
  readonly primalResidual: number;
  readonly dualResidual: number;
  readonly products: { readonly sum: number; readonly count: number };
  readonly farkas: FarkasCertificate;
  /** Tᵀ·y */
  readonly linkedDual: Float64Array;
}

/**
 * Duals that prove that the equations have no solution within the bounds: bᵀy is more than any x can make of Aᵀy.
 * Shares of blocks and linking columns add up.
 */
export interface FarkasCertificate {
  /** bᵀy − the most that bounded columns make of Aᵀy. */
  readonly excess: number;
  /** Largest Aᵀy of a column without an upper bound; above zero there is no proof. */
  readonly open: number;
  /** Σ |terms| of the excess. */
  readonly size: number;
}

/** Which of the two points. */
export type Side = 0 | 1;

export const otherSide = (side: Side): Side => (side === 0 ? 1 : 0);

let blockCount = 0;

/**
 * A block at zero. Where hours repeat, its arrays stand in the memory that their code works on.
 *
 * @param setsAside whether a point of it is ever set aside
 */
export function newBlock(form: FormByCode, equations: NormalEquations, setsAside = false): Block {
  const { rowCount, columnCount, boundedCount } = form;
  type Allocate = (region: string, length: number, part?: string) => Float64Array;
  const own: Allocate = (_, length) => sharedFloats(length);
  const floats: Allocate =
    equations.kind === 'repeating'
      ? (region, length, part) => regionOf(equations, region, part).subarray(0, length)
      : own;
  const point = (region: string, allocate = floats): BlockPoint => ({
    x: allocate(region, columnCount, 'x'),
    lowerDual: allocate(region, columnCount, 'lowerDual'),
    upperDual: allocate(region, boundedCount, 'upperDual'),
    y: allocate(region, rowCount, 'y'),
  });
  const direction = (region: string): BlockDirection => ({
    dx: floats(region, columnCount, 'dx'),
    dy: floats(region, rowCount, 'dy'),
  });
  const θ = floats('θ', columnCount);
  return {
    number: blockCount++,
    form,
    equations,
    points: [point('point 0'), point('point 1')],
    directions:
      equations.kind === 'sparse'
        ? equations.directions
        : [direction('direction 0'), direction('direction 1'), { dx: θ }],
    isWeightSpent: sharedInts(1),
    aside: setsAside ? asideOf(equations, () => point('aside', own)) : undefined,
    θ,
    secants: newSecants(columnCount + boundedCount),
    residuals: [floats('point 0', rowCount, 'residual'), floats('point 1', rowCount, 'residual')],
    stepTaken: sharedInts(1),
  };
}

/** With the numbers of A and of right-hand sides: where hours repeat, good until those of another block are asked for. */
export const wholeFormOf = ({ form, equations }: Pick<Block, 'form' | 'equations'>): StandardForm =>
  equations.kind === 'sparse' ? equations.form : writtenOut(form, equations);

/** By lists, where the third direction would be: none is made meanwhile. */
function asideOf(equations: NormalEquations, own: () => BlockPoint): BlockPoint {
  if (equations.kind === 'repeating') return own();
  const { dx, dLowerDual, dUpperDual, dy } = equations.directions[2];
  return { x: dx, lowerDual: dLowerDual, upperDual: dUpperDual, y: dy };
}
