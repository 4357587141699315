/** The end of the way: equations and duals are made exact, each for itself. */

import { otherSide, type Side } from '../iterate/block.ts';
import type { Step } from '../iterate/point.ts';
import {
  MOST_CLOSING_STEPS,
  MOST_RESTORING_STEPS,
  MOST_SLOW_CLOSING_STEPS,
  PRIMAL_RESIDUAL_FLOOR,
  REGULARISATION,
  RESTORING_REGULARISATION,
  SLOW_CLOSING,
} from '../parameters.ts';
import { type BlockSystem, type Evaluation, untried } from './block-system.ts';
import { shortOfBoundary } from './predictor-corrector.ts';

export interface Restored {
  readonly at: Side;
  readonly evaluation: Evaluation;
  readonly steps: number;
}

/**
 * Steps of the columns alone to the equations, and of the duals alone, prices at rest, to where costs less duals are what
 * the prices say. Regularisation leaves about 1e-9 of either: enough to give duals of idle rows the wrong sign, a hundred
 * thousand of which weigh on the sizes that they share. Goes on while a step halves what is open; columns stay where
 * they were when a step would open more.
 *
 * @param shouldStop asked between steps
 */
export async function restoreFeasibility(
  system: BlockSystem,
  from: Side,
  first: Evaluation,
  shouldStop: () => boolean,
): Promise<Restored> {
  let [at, evaluation, steps] = [from, first, 0];
  while (steps < MOST_RESTORING_STEPS && !shouldStop()) {
    const before = evaluation.primalResidual;
    const { primal } = await system.solveDirection(at, { kind: 'primal' });
    await system.solveDirection(at, { kind: 'dual' });
    at = otherSide(at);
    steps++;
    evaluation = await system.evaluate(at, stepOf(shortOfBoundary(primal[0]!)));
    // A factor there takes the place of the point that both start from.
    if (evaluation.primalResidual > before) evaluation = await system.evaluate(at, stepOf(0));
    await system.factorise(at, REGULARISATION);
    if (before <= PRIMAL_RESIDUAL_FLOOR || evaluation.primalResidual > before / 2) break;
  }
  return { at, evaluation, steps };
}

interface ClosingOptions {
  /** Largest residual of an equation that will do. */
  readonly tolerance: number;
  /** What a column keeps that a step would take past its bound. */
  readonly clampedTo: number;
  /** Asked between steps. */
  readonly shouldStop: () => boolean;
}

/**
 * Steps of the columns alone to the equations, duals at rest, past the few bounds that are in the way: for a gap that is
 * closed long before equations and costs are. Cost hardly moves. Goes on while steps close a tenth of what is open; one may fail to.
 *
 * @param from factorised there
 * @returns where it came, not factorised
 */
export async function restorePrimal(
  system: BlockSystem,
  from: Side,
  first: Evaluation,
  { tolerance, clampedTo, shouldStop }: ClosingOptions,
): Promise<Restored> {
  const wholeStep: Step = { weights: { primal: [1], dual: [0] }, lengths: { primal: 1, dual: 0 }, clampedTo };
  let [at, evaluation, steps, inVain] = [from, first, 0, 0];
  while (steps < MOST_CLOSING_STEPS && evaluation.primalResidual > tolerance && !shouldStop()) {
    if (steps > 0) await system.factorise(at, RESTORING_REGULARISATION);
    await system.solveDirection(at, { kind: 'primal' }, untried);
    const next = await system.evaluate(otherSide(at), wholeStep);
    if (!(next.primalResidual < SLOW_CLOSING * evaluation.primalResidual) && ++inVain > MOST_SLOW_CLOSING_STEPS) break;
    at = otherSide(at);
    evaluation = next;
    steps++;
  }
  return { at, evaluation, steps };
}

function stepOf(primal: number): Step {
  return { weights: { primal: [1, 0], dual: [0, 1] }, lengths: { primal, dual: 1 }, boundDualsRest: true };
}
