/**
 * A programme whose rows fall apart into blocks once a few linking columns are fixed: sizes that stand, and behind them
 * the hours of each phase and weather year. Blocks are made when asked for, so that many need not stand in memory at once.
 */

import type { LinearProgram, Values } from './linear-program.ts';

export interface BlockAngularProgram {
  /** The linking columns with their bounds and costs, and the rows between them alone. */
  readonly linking: LinearProgram;
  readonly blockCount: number;
  /** Columns of the linking programme that stand first in a block; known without making the block. */
  linkedTo(at: number): Int32Array;
  /**
   * The same block each time it is asked for.
   *
   * @param pulse called now and then while it is made; what it throws ends that
   */
  block(at: number, pulse?: () => void): LinkedBlock;
}

export interface LinkedBlock {
  /**
   * Its first columns, as many as `linkedTo` has, stand for columns of the linking programme: without bounds here, and
   * with what they cost in this block.
   */
  readonly program: LinearProgram;
  /** Columns of the linking programme. */
  readonly linkedTo: Int32Array;
}

/** Values of the linking programme and of each block, whose first values are its copies of the linking columns. */
export interface LinkedValues {
  readonly linking: Values;
  readonly blocks: readonly Values[];
}
