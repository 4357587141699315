/** One block of the programme while it is solved: its numbers on memory that all threads see. */

import type { StandardForm } from '../form/standard-form.ts';
import { type RepeatingEquations, regionOf } from '../linalg/kernel/kernels.ts';
import type { Factor } from '../linalg/ldl-factorisation.ts';
import type { SymbolicFactor } from '../linalg/symbolic-factorisation.ts';
import { sharedFloats, sharedInts } from '../linalg/thread-memory.ts';
import { newSecants, type Secants } from './bound-secants.ts';
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
 * next point goes beside the present one, each direction to a place of its own. Where hours repeat, X of the factor at one
 * point lies where the other one is; then a step that was taken is not repeated with the rest of its task.
 */
export interface Block {
  /** No other block of the process has it. */
  readonly number: number;
  readonly form: StandardForm;
  readonly equations: NormalEquations;
  readonly points: readonly [BlockPoint, BlockPoint];
  /** By the place of their targets. */
  readonly directions: readonly [BlockDirection, BlockDirection, BlockDirection];
  readonly θ: Float64Array;
  readonly secants: Secants;
  /** b − A·x − T·z */
  readonly residual: Float64Array;
  /** Number of the step that led to its present point: one that is repeated on another thread is taken once. */
  readonly stepTaken: Int32Array;
}

export interface SparseEquations {
  readonly factor: Factor;
  /** L⁻¹ of the right-hand side of the direction that is being made. */
  readonly reducedRhs: Float64Array;
  /** L⁻¹·T, row by row; empty where memory is worth more than time, and then solved for again when it is needed. */
  readonly reducedLinks: Float64Array;
}

export type NormalEquations =
  | ({ readonly kind: 'repeating' } & RepeatingEquations)
  | ({ readonly kind: 'sparse' } & SparseEquations);

/** @param isLean whether memory is worth more than time */
export function sparseEquations(form: StandardForm, structure: SymbolicFactor, isLean: boolean): NormalEquations {
  const { rowCount, linkedCount } = form;
  return {
    kind: 'sparse',
    factor: { structure, lower: sharedFloats(structure.factorRow.length), diagonal: sharedFloats(rowCount) },
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
  readonly contradiction: Contradiction;
  /** Tᵀ·y */
  readonly linkedDual: Float64Array;
}

/**
 * Duals that prove that the equations have no solution within the bounds: bᵀy is more than any x can make of Aᵀy.
 * Shares of blocks and linking columns add up.
 */
export interface Contradiction {
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

/** A block at zero. Where hours repeat, its arrays stand in the memory that their code works on. */
export function newBlock(form: StandardForm, equations: NormalEquations): Block {
  const { rowCount, columnCount, boundedCount } = form;
  const floats = (region: string, length: number, part?: string) =>
    equations.kind === 'repeating' ? regionOf(equations, region, part).subarray(0, length) : sharedFloats(length);
  const point = (region: string): BlockPoint => ({
    x: floats(region, columnCount, 'x'),
    lowerPrice: floats(region, columnCount, 'lowerPrice'),
    upperPrice: floats(region, boundedCount, 'upperPrice'),
    y: floats(region, rowCount, 'y'),
  });
  const direction = (region: string): BlockDirection => ({
    dx: floats(region, columnCount, 'x'),
    dLowerPrice: floats(region, columnCount, 'lowerPrice'),
    dUpperPrice: floats(region, boundedCount, 'upperPrice'),
    dy: floats(region, rowCount, 'y'),
  });
  return {
    number: blockCount++,
    form,
    equations,
    points: [point('point 0'), point('point 1')],
    directions: [direction('direction 0'), direction('direction 1'), direction('direction 2')],
    θ: floats('θ', columnCount),
    secants: newSecants(columnCount + boundedCount),
    residual: floats('residual', rowCount),
    stepTaken: sharedInts(1),
  };
}
