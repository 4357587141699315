/**
 * A primal–dual interior-point method for programmes that fall apart into blocks: from inside all bounds towards the
 * optimum, with equations, prices and the products of both closing in together. Each round solves one system of equations;
 * block by block it is factorised on its own, and joined through the linking columns by a small dense one.
 * Method: S. Mehrotra 1992, doi:10.1137/0802028; J. Gondzio 1996, doi:10.1007/BF00249643; for the blocks J. Gondzio and
 * A. Grothey, Parallel interior-point solver for structured quadratic programs, 2007, doi:10.1007/s10479-006-0139-z.
 */

import type { BlockAngularProgram } from '../../../lp/block-angular.ts';
import { relativeGap } from '../../../units.ts';
import { type LinkingForm, linkingForm } from '../form/linking-form.ts';
import type { Scale } from '../form/scaling.ts';
import { type Block, otherSide, type Side } from '../iterate/block.ts';
import { LinkingColumns } from '../iterate/linking-columns.ts';
import type { Step } from '../iterate/point.ts';
import {
  AGGRESSIVE_GAP,
  AGGRESSIVE_ROUNDS,
  CENTRING_ROUNDS,
  CLAMPED_CLOSING,
  MOST_AGGRESSIVE_GAP,
  MOST_ROUNDS,
  NEAR_OPTIMUM,
  PRIMAL_FEASIBILITY_TOLERANCE,
  PROVABLE_DUAL_RESIDUAL,
  RESTORATION_RATIO,
  RESTORING_REGULARISATION,
} from '../parameters.ts';
import type { Perform } from '../threads/block-tasks.ts';
import { BlockSystem, type Evaluation } from './block-system.ts';
import { EarlyEnd } from './early-end.ts';
import { type Restored, restoreFeasibility, restorePrimal } from './feasibility-restoration.ts';
import { InfeasibilityProof } from './infeasibility.ts';
import { chooseStep, type StepMode } from './predictor-corrector.ts';
import type { SolveMaster } from './restricted-master.ts';
import { type BlockSetup, setUpBlocks } from './setup.ts';

interface RoundReport extends Evaluation {
  readonly round: number;
  /** Between the objectives; these may have passed each other where equations do not hold yet. */
  readonly relativeGap: number;
  /** By what is left at the bounds. */
  readonly gapAtBounds: number;
}

export interface MethodOptions {
  readonly relativeGap: number;
  /** What the gap is a share of where the objective is smaller, in its unit. */
  readonly gapFloor: number;
  readonly onRound: (report: RoundReport, scale: Scale) => void;
  /** Where equations and costs need not be as an optimum has them: the gap that is tried to be proven first. */
  readonly early?: { readonly relativeGap: number; readonly isProven: (point: Outcome) => boolean };
  readonly solveMaster: SolveMaster;
  /** Asked before every round: whether what time is left is needed to make the equations of the last point exact. */
  readonly shouldStop: () => boolean;
  /** Called now and then amid a round; what it throws ends all. */
  readonly pulse?: () => void;
}

export interface Outcome {
  readonly rounds: number;
  readonly last: RoundReport;
  readonly at: Side;
  readonly blocks: readonly Block[];
  readonly linking: LinkingColumns;
  readonly scale: Scale;
  /** Where they prove more than those of the point: of the linking rows, and of the rows of each block; scaled. */
  readonly duals?: { readonly linking: Float64Array; readonly blocks: readonly Float64Array[] };
}

export interface Ending extends Outcome {
  /** Of `closed` the equations hold, of `stopped` they do not: both are cut short. */
  readonly status: 'optimal' | 'infeasible' | 'closed' | 'stopped' | 'stalled';
}

export async function approachOptimum(
  program: BlockAngularProgram,
  perform: Perform,
  options: MethodOptions,
): Promise<Ending> {
  const { pulse } = options;
  const made = await setUpBlocks(program, perform, { ...(pulse && { pulse }), setsAside: options.early !== undefined });
  const { blocks, scale, sharing } = made;
  // Never zero: the method's own numbers are near 1.
  const floor = Math.max(1e-9, options.gapFloor / (scale.size * scale.cost));
  const linking = new LinkingColumns(linkingFormOf(program, made), options.pulse);
  const system = new BlockSystem(blocks, made.linkedTo, linking, perform);
  const parts = { blocks, linking, scale };
  let at: Side = await system.start();
  let step: Step | undefined;
  let centrings = 0;
  /** Beside the rounds. */
  let steps = 0;
  const { early } = options;
  const { solveMaster, shouldStop } = options;
  const earlyEnd = early && new EarlyEnd(system, { relativeGap: early.relativeGap, floor, solveMaster, shouldStop });
  const infeasibility = new InfeasibilityProof(system, solveMaster);
  for (let round = 0; ; round++) {
    let evaluation = await system.evaluateAndFactorise(at, step);
    const gaps = gapsOf(evaluation, floor);
    const attempt = shouldStop() ? undefined : await earlyEnd?.attempt(at, gaps.gapAtBounds);
    const report = {
      ...evaluation,
      ...gaps,
      provable: Math.max(evaluation.provable, earlyEnd?.duals?.bound ?? evaluation.provable),
      round,
    };
    options.onRound(report, scale);
    if (attempt) {
      steps += attempt.steps;
      if (attempt.isNear) {
        const outcomeOf = (closed: Restored): Outcome => ({
          ...parts,
          rounds: round + steps + closed.steps,
          last: report,
          at: closed.at,
          duals: earlyEnd!.duals!,
        });
        const closed = await earlyEnd!.pushColumns(at, (one) => early!.isProven(outcomeOf(one)));
        if (closed.isProven) return { ...outcomeOf(closed), status: 'optimal' };
        steps += closed.steps;
      }
      evaluation = await system.evaluateAndFactorise(at);
    }
    const isNear = isNearOptimum(report, options.relativeGap);
    const isBearable = report.dualResidual * blocks.length <= PROVABLE_DUAL_RESIDUAL * sharing;
    if (isNear && !isBearable && centrings < CENTRING_ROUNDS && !shouldStop()) {
      centrings++;
      step = await chooseStep(system, at, evaluation, 'centring');
      at = otherSide(at);
      continue;
    }
    if (isNear) {
      const restored = await restoreFeasibility(system, at, evaluation, shouldStop);
      ({ at, evaluation } = restored);
      steps += restored.steps;
    }
    const ending = { ...parts, rounds: round + steps, last: report, at };
    if (isNear && evaluation.primalResidual <= PRIMAL_FEASIBILITY_TOLERANCE) return { ...ending, status: 'optimal' };
    // With bounds in the way the equations cannot be restored yet: further rounds lead nearer first.
    if (await infeasibility.isFound(at, evaluation, round)) return { ...ending, status: 'infeasible' };
    if (shouldStop()) return cutShort(system, ending, solveMaster);
    if (round >= MOST_ROUNDS || !Number.isFinite(report.relativeGap)) return { ...ending, status: 'stalled' };
    step = await chooseStep(system, at, evaluation, stepModeOf(report, early?.relativeGap ?? 0));
    at = otherSide(at);
  }
}

/** No more rounds: the equations alone are closed, so that the last point is a plan, cheapest or not. */
async function cutShort(
  system: BlockSystem,
  ending: Omit<Ending, 'status'>,
  solveMaster: SolveMaster,
): Promise<Ending> {
  const last = await system.evaluateAndFactorise(ending.at, undefined, RESTORING_REGULARISATION);
  const { at, evaluation, steps } = await restorePrimal(system, ending.at, last, {
    tolerance: PRIMAL_FEASIBILITY_TOLERANCE,
    clampedTo: CLAMPED_CLOSING,
    shouldStop: () => false,
  });
  const status = evaluation.primalResidual <= PRIMAL_FEASIBILITY_TOLERANCE ? 'closed' : 'stopped';
  const closed = { ...ending, at, rounds: ending.rounds + steps, status } as const;
  const duals = status === 'closed' ? await system.bestDuals(at, solveMaster) : undefined;
  if (!duals) return closed;
  return { ...closed, duals: { linking: duals.linking, blocks: await system.dualsOfBlocks(at, duals) } };
}

function linkingFormOf({ linking }: BlockAngularProgram, { blocks, linkedTo, scale }: BlockSetup): LinkingForm {
  const costs = new Float64Array(linking.columnCount);
  blocks.forEach(({ form: { linkCost } }, b) => {
    linkedTo[b]!.forEach((column, l) => {
      costs[column]! += linkCost[l]!;
    });
  });
  return linkingForm(linking, costs, scale);
}

/** While duals do not fit the costs yet, products say better than objectives how wide the gap is. */
function gapsOf({ objective, dualObjective, bounds, mu }: Evaluation, floor: number) {
  return {
    relativeGap: relativeGap(objective, dualObjective, floor),
    gapAtBounds: relativeGap(objective, objective - bounds * mu, floor),
  };
}

function stepModeOf({ round, gapAtBounds, dualResidual, mu }: RoundReport, toClose: number): StepMode {
  if (round < AGGRESSIVE_ROUNDS && toClose > AGGRESSIVE_GAP && gapAtBounds > MOST_AGGRESSIVE_GAP)
    return 'mostAggressive';
  if (round < AGGRESSIVE_ROUNDS && gapAtBounds > AGGRESSIVE_GAP) return 'aggressive';
  return dualResidual > RESTORATION_RATIO * mu ? 'restoration' : 'strict';
}

/** Gap, equations and costs, all as an optimum has them. */
function isNearOptimum({ relativeGap: gap, primalResidual, dualResidual }: RoundReport, wanted: number): boolean {
  return gap <= wanted && primalResidual <= NEAR_OPTIMUM.primal && dualResidual <= NEAR_OPTIMUM.dual;
}
