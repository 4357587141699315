/** A block-angular programme in, values and duals in its own units out. */

import type { BlockAngularProgram, LinkedValues } from '../../../lp/block-angular.ts';
import type { Values } from '../../../lp/linear-program.ts';
import { type Deadline, OutOfTime } from '../../deadline.ts';
import type { Scale } from '../form/scaling.ts';
import { Unserved } from '../form/standard-columns.ts';
import type { Block } from '../iterate/block.ts';
import { RESERVED_ROUNDS } from '../parameters.ts';
import type { Perform } from '../threads/block-tasks.ts';
import { approachOptimum, type Ending, type Outcome } from './main-loop.ts';
import type { SolveMaster } from './restricted-master.ts';

export const interiorPoint = { name: 'interior-point', version: '1' } as const;

export interface BlockProgress {
  readonly round: number;
  readonly seconds: number;
  /** Cost of the present point: an estimate, and a bound from above once its equations hold. */
  readonly objective: number;
  /** About the best bound from below that duals have proven so far; what is proven in the end is recomputed. */
  readonly dualBound: number;
  /** Between what the present point and its duals say, or what is left at its bounds where that is more: an estimate. */
  readonly relativeGap: number;
}

export interface BlockSolveOptions {
  readonly relativeGap: number;
  /** What the gap is a share of where the objective is smaller, in its unit. */
  readonly gapFloor: number;
  readonly deadline: Deadline;
  readonly onProgress: (progress: BlockProgress) => void;
  /**
   * For a coarse gap, which duals prove before they fit the costs: the gap that is tried to be proven, and whether an
   * answer whose equations hold is proven to be good enough.
   */
  readonly early?: { readonly relativeGap: number; readonly isProven: (answer: LinkedValues) => boolean };
  /** Solves the programme that mixes the duals of a point so that they prove most: a row a block and a linking row. */
  readonly solveMaster: SolveMaster;
}

export type BlockSolveResult =
  | (LinkedValues & { readonly status: 'optimal'; readonly iterations: number })
  /** Proven by the duals. */
  | { readonly status: 'infeasible'; readonly iterations: number }
  | {
      readonly status: 'limit';
      readonly limit: 'time';
      readonly iterations: number;
      /** Of the last point, where its equations could still be closed: some plan, and duals that prove some bound. */
      readonly best?: LinkedValues;
    }
  /** It cannot be served, or does not come to an end: infeasible, unbounded, or too hard. */
  | { readonly status: 'open'; readonly reason: string; readonly iterations: number };

/**
 * Solves by the interior-point method. Values of an optimum lie strictly inside their bounds and keep every equation to
 * about 1e-9 of the typical size.
 *
 * @param perform does the tasks of the blocks, here or on threads; the answer is the same
 */
export async function solveBlocks(
  program: BlockAngularProgram,
  perform: Perform,
  { relativeGap, gapFloor, deadline, onProgress, early, solveMaster }: BlockSolveOptions,
): Promise<BlockSolveResult> {
  const startedAt = performance.now();
  const secondsSoFar = () => (performance.now() - startedAt) / 1000;
  const inTime: Perform = async (name, input) => {
    deadline.require();
    return perform(name, input);
  };
  let [rounds, best] = [0, Number.NEGATIVE_INFINITY];
  let proven: LinkedValues | undefined;
  let [longestSeconds, lastRoundAt] = [0, Number.NaN];
  try {
    const ending = await approachOptimum(program, inTime, {
      relativeGap,
      gapFloor,
      ...(early && {
        early: {
          relativeGap: early.relativeGap,
          isProven(reached) {
            const values = valuesOf(program, reached);
            if (early.isProven(values)) proven = values;
            return proven !== undefined;
          },
        },
      }),
      shouldStop: () => deadline.left() <= RESERVED_ROUNDS * longestSeconds,
      pulse: deadline.require,
      solveMaster,
      onRound: ({ round, objective, provable, gapAtBounds, relativeGap: gap }, { size, cost }) => {
        rounds = round;
        const seconds = secondsSoFar();
        if (lastRoundAt >= 0) longestSeconds = Math.max(longestSeconds, seconds - lastRoundAt);
        lastRoundAt = seconds;
        best = Math.max(best, provable);
        onProgress({
          round,
          seconds,
          objective: objective * size * cost,
          dualBound: best * size * cost,
          relativeGap: Math.max(gap, gapAtBounds),
        });
      },
    });
    const { rounds: iterations } = ending;
    if (ending.status === 'infeasible') return { status: 'infeasible', iterations };
    if (ending.status === 'closed') {
      return { status: 'limit', limit: 'time', iterations, best: valuesOf(program, ending) };
    }
    if (ending.status === 'stopped') return { status: 'limit', limit: 'time', iterations };
    if (ending.status === 'stalled') return { status: 'open', reason: describe(ending), iterations };
    return { status: 'optimal', iterations, ...(proven ?? valuesOf(program, ending)) };
  } catch (error) {
    if (error instanceof OutOfTime) return { status: 'limit', limit: 'time', iterations: rounds };
    if (error instanceof Unserved) return { status: 'open', reason: error.message, iterations: 0 };
    throw error;
  }
}

function describe({ rounds, last }: Ending): string {
  const gap = last.relativeGap.toExponential(1);
  return `after ${rounds} rounds of the interior-point method the gap is ${gap}, the largest residual ${last.primalResidual.toExponential(1)}`;
}

function valuesOf(program: BlockAngularProgram, { at, blocks, linking, scale, duals }: Outcome): LinkedValues {
  const { points, form } = linking;
  const links = linking.columnsAt(at).map((value) => value * scale.size);
  const y = duals?.linking ?? points[at].y;
  const linkDual = new Float64Array(program.linking.rowCount);
  form.rowOf.forEach((row, r) => {
    linkDual[row] = y[r]! * scale.cost;
  });
  return {
    linking: { primal: links, rowDual: linkDual },
    blocks: blocks.map((block, b) => {
      const { x, y: own } = block.points[at];
      const ofLinks = Float64Array.from(program.linkedTo(b), (column) => links[column]!);
      return blockValues(block, { x, y: duals?.blocks[b] ?? own }, ofLinks, scale);
    }),
  };
}

function blockValues(
  { form }: Block,
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  links: Float64Array,
  scale: Scale,
): Values {
  const primal = new Float64Array(form.programColumnCount);
  primal.set(links);
  form.fixedColumn.forEach((column, k) => {
    primal[column] = form.fixedValue[k]!;
  });
  form.columnOf.forEach((column, j) => {
    if (column >= 0) primal[column] = form.base[j]! + form.sign[j]! * x[j]! * scale.size;
  });
  const rowDual = new Float64Array(form.programRowCount);
  form.rowOf.forEach((row, r) => {
    rowDual[row] = y[r]! * scale.cost * form.rowWeight[r]!;
  });
  return { primal, rowDual };
}
