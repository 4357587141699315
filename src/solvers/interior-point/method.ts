/**
 * A primal–dual interior-point method for programmes that fall apart into blocks: from inside all bounds towards the
 * optimum, with equations, prices and the products of both closing in together. Each round solves one system of equations;
 * block by block it is factorised on its own, and joined through the linking columns by a small dense one.
 * Method: S. Mehrotra 1992, doi:10.1137/0802028; J. Gondzio 1996, doi:10.1007/BF00249643; for the blocks J. Gondzio and
 * A. Grothey, Parallel interior-point solver for structured quadratic programs, 2007, doi:10.1007/s10479-006-0139-z.
 */

import type { BlockAngularProgram } from '../../lp/block-angular.ts';
import { relativeGap } from '../../units.ts';
import { type Block, otherSide, type Side } from './block.ts';
import type { Arrival } from './block-view.ts';
import { Company, FINE, type SolveMaster, type View } from './company.ts';
import { Linking } from './linking.ts';
import { type LinkingForm, linkingForm } from './linking-form.ts';
import { type MadeBlocks, makeBlocks } from './make-blocks.ts';
import type { MasterDuals } from './restricted-master.ts';
import { close, settle } from './settle.ts';
import type { Scale } from './standard-form.ts';
import { chooseStep, type Pace } from './step.ts';
import type { Perform } from './tasks.ts';

const MOST_ROUNDS = 200;
/** Largest residual of an equation, scaled, that an answer may keep. */
const NEARLY_EXACT = 1e-8;
/** Steps are bold while the gap is wider than this, for so many rounds; nearer, what they opened has to be closed. */
const FAR = 1e-3;
/** Where a gap wider than `FAR` is to be closed early, they are bolder still while it is wider than this. */
const BOLDEST = 0.1;
const BOLD_ROUNDS = 50;
/**
 * Residual of the costs, summed over the blocks, that a proof can bear for each block that shares a size: it gives duals
 * of idle rows the wrong sign, and these weigh together on that size. Where it is more, so many rounds centre first.
 */
const BEARABLE = 3e-8;
const CENTRING_ROUNDS = 20;
/** How many times wider a gap may be when it is first asked what duals prove. */
const WITHIN_SIGHT = 4;
/** Residual of the costs over the mean product from which on steps restore before they go on. */
const ASTRAY = 1e3;

interface RoundReport extends View {
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
  readonly early?: { readonly relativeGap: number; readonly isProven: (point: Reached) => boolean };
  readonly solveMaster: SolveMaster;
  /** Asked before every round: whether what time is left is needed to make the equations of the last point exact. */
  readonly shouldStop: () => boolean;
  /** Called now and then amid a round; what it throws ends all. */
  readonly pulse?: () => void;
}

export interface Reached {
  readonly rounds: number;
  readonly last: RoundReport;
  readonly at: Side;
  readonly blocks: readonly Block[];
  readonly linking: Linking;
  readonly scale: Scale;
  /** Where they prove more than those of the point. */
  readonly duals?: MasterDuals;
}

export interface Ending extends Reached {
  /** Of `closed` the equations hold, of `stopped` they do not: both are cut short. */
  readonly status: 'optimal' | 'infeasible' | 'closed' | 'stopped' | 'stalled';
}

export async function approachOptimum(
  program: BlockAngularProgram,
  perform: Perform,
  options: MethodOptions,
): Promise<Ending> {
  const made = await makeBlocks(program, perform, options.pulse);
  const { blocks, scale, sharing } = made;
  // Never zero: the method's own numbers are near 1.
  const floor = Math.max(1e-9, options.gapFloor / (scale.size * scale.cost));
  const linking = new Linking(linkingFormOf(program, made), options.pulse);
  const company = new Company(blocks, made.linkedTo, linking, perform);
  const parts = { blocks, linking, scale };
  let at: Side = await company.start();
  let arrival: Arrival | undefined;
  let centrings = 0;
  const { early } = options;
  // After an attempt in vain the next one waits until the gap is half as wide.
  let toClose = early?.relativeGap ?? 0;
  for (let round = 0; ; round++) {
    let view = await company.evaluate(at, arrival);
    const gaps = gapsOf(view, floor);
    const isInSight = Math.max(gaps.relativeGap, gaps.gapAtBounds) <= WITHIN_SIGHT * toClose;
    const duals = isInSight ? await company.bestDuals(at, options.solveMaster) : undefined;
    const report = { ...view, ...gaps, provable: Math.max(view.provable, duals?.bound ?? view.provable), round };
    options.onRound(report, scale);
    if (duals && relativeGap(view.objective, duals.bound, floor) <= toClose) {
      toClose = relativeGap(view.objective, duals.bound, floor) / 2;
      const closed = await close(company, at, view, NEARLY_EXACT, options.shouldStop);
      ({ at, view } = closed);
      round += closed.steps;
      const reached = { ...parts, rounds: round, last: report, at, duals };
      if (view.primalResidual <= NEARLY_EXACT && early?.isProven(reached)) return { ...reached, status: 'optimal' };
      view = await company.evaluate(at);
    }
    const isNear = isNearOptimum(report, options.relativeGap);
    const isBearable = report.dualResidual * blocks.length <= BEARABLE * sharing;
    if (isNear && !isBearable && centrings < CENTRING_ROUNDS && !options.shouldStop()) {
      centrings++;
      arrival = await chooseStep(company, at, view, 'centring');
      at = otherSide(at);
      continue;
    }
    if (isNear) {
      const settled = await settle(company, at, view, options.shouldStop);
      ({ at, view } = settled);
      round += settled.steps;
    }
    const ending = { ...parts, rounds: round, last: report, at };
    if (isNear && view.primalResidual <= NEARLY_EXACT) return { ...ending, status: 'optimal' };
    // With bounds in the way the equations cannot be settled yet: further rounds lead nearer first.
    if (isContradiction(view.contradiction)) return { ...ending, status: 'infeasible' };
    if (options.shouldStop()) return cutShort(company, ending, options.solveMaster);
    if (round >= MOST_ROUNDS || !Number.isFinite(report.relativeGap)) return { ...ending, status: 'stalled' };
    arrival = await chooseStep(company, at, view, paceOf(report, toClose));
    at = otherSide(at);
  }
}

/** No more rounds: the equations alone are closed, so that the last point is a plan, cheapest or not. */
async function cutShort(company: Company, ending: Omit<Ending, 'status'>, solveMaster: SolveMaster): Promise<Ending> {
  const last = await company.evaluate(ending.at, undefined, FINE);
  const { at, view, steps } = await close(company, ending.at, last, NEARLY_EXACT, () => false);
  const status = view.primalResidual <= NEARLY_EXACT ? 'closed' : 'stopped';
  const duals = status === 'closed' ? await company.bestDuals(at, solveMaster) : undefined;
  return { ...ending, at, rounds: ending.rounds + steps, status, ...(duals && { duals }) };
}

function linkingFormOf({ linking }: BlockAngularProgram, { blocks, linkedTo, scale }: MadeBlocks): LinkingForm {
  const costs = new Float64Array(linking.columnCount);
  blocks.forEach(({ form: { linkCost } }, b) => {
    linkedTo[b]!.forEach((column, l) => {
      costs[column]! += linkCost[l]!;
    });
  });
  return linkingForm(linking, costs, scale);
}

/** While duals do not fit the costs yet, products say better than objectives how wide the gap is. */
function gapsOf({ objective, dualObjective, bounds, meanProduct }: View, floor: number) {
  return {
    relativeGap: relativeGap(objective, dualObjective, floor),
    gapAtBounds: relativeGap(objective, objective - bounds * meanProduct, floor),
  };
}

function paceOf({ round, gapAtBounds, dualResidual, meanProduct }: RoundReport, toClose: number): Pace {
  if (round < BOLD_ROUNDS && toClose > FAR && gapAtBounds > BOLDEST) return 'boldest';
  if (round < BOLD_ROUNDS && gapAtBounds > FAR) return 'bold';
  return dualResidual > ASTRAY * meanProduct ? 'restoring' : 'exact';
}

/** Far more than rounding could leave. */
function isContradiction({ excess, open, size }: View['contradiction']): boolean {
  return open <= 0 && excess > 1e-9 * size;
}

/** Gap, equations and costs, all as an optimum has them. */
function isNearOptimum({ relativeGap: gap, primalResidual, dualResidual }: RoundReport, wanted: number): boolean {
  return gap <= wanted && primalResidual <= 1e-6 && dualResidual <= 1e-8;
}
