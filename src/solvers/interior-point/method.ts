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
import { Company, FINE, type View } from './company.ts';
import { Linking } from './linking.ts';
import { type LinkingForm, linkingForm } from './linking-form.ts';
import { type MadeBlocks, makeBlocks } from './make-blocks.ts';
import { close, settle } from './settle.ts';
import type { Scale } from './standard-form.ts';
import { chooseStep, type Pace } from './step.ts';
import type { Perform } from './tasks.ts';

const MOST_ROUNDS = 200;
/** Largest residual of an equation, scaled, that an answer may keep. */
const NEARLY_EXACT = 1e-8;
/** Steps are bold while the gap is wider than this and twice what is asked for, for so many rounds; nearer, what they opened has to be closed. */
const FAR = 1e-3;
const BOLD_ROUNDS = 50;
/**
 * Residual of the costs, summed over the blocks, that a proof can bear for each block that shares a size: it gives duals
 * of idle rows the wrong sign, and these weigh together on that size. Where it is more, so many rounds centre first.
 */
const BEARABLE = 3e-8;
const CENTRING_ROUNDS = 20;
/** A gap wider than this that is asked for is closed long before equations and costs are: it ends with what duals prove by then. */
const COARSE = 1e-6;
/** Residual of the costs over the mean product from which on steps restore before they go on. */
const ASTRAY = 1e3;

interface RoundReport extends View {
  readonly round: number;
  readonly relativeGap: number;
}

export interface MethodOptions {
  readonly relativeGap: number;
  /** What the gap is a share of where the objective is smaller, in its unit. */
  readonly gapFloor: number;
  readonly onRound: (report: RoundReport, scale: Scale) => void;
  /** Whether a point whose equations hold is proven to be within the gap. */
  readonly isProven?: (point: Reached) => boolean;
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
  /** By what duals prove alone, whether prices fit them or not. */
  const provableGap = ({ objective, provable }: View) => relativeGap(objective, provable, floor);
  // After an attempt in vain the next one waits until the gap is half as wide.
  const { isProven = () => false } = options;
  let toClose = options.isProven && options.relativeGap > COARSE ? options.relativeGap : 0;
  for (let round = 0; ; round++) {
    let view = await company.evaluate(at, arrival);
    const report = { ...view, round, relativeGap: relativeGap(view.objective, view.dualObjective, floor) };
    options.onRound(report, scale);
    if (provableGap(view) <= toClose) {
      const closed = await close(company, at, view, NEARLY_EXACT, options.shouldStop);
      ({ at, view } = closed);
      round += closed.steps;
      const reached = { ...parts, rounds: round, last: report, at };
      const isExact = view.primalResidual <= NEARLY_EXACT;
      if (isExact && isProven(reached)) return { ...reached, status: 'optimal' };
      toClose = provableGap(view) / 2;
      view = await company.evaluate(at);
    }
    const isNear = isNearOptimum(report, options.relativeGap);
    if (
      isNear &&
      report.dualResidual * blocks.length > BEARABLE * sharing &&
      centrings < CENTRING_ROUNDS &&
      !options.shouldStop()
    ) {
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
    if (options.shouldStop()) return cutShort(company, ending);
    if (round >= MOST_ROUNDS || !Number.isFinite(report.relativeGap)) return { ...ending, status: 'stalled' };
    arrival = await chooseStep(company, at, view, paceOf(report, floor, options.relativeGap));
    at = otherSide(at);
  }
}

/** No more rounds: the equations alone are closed, so that the last point is a plan, cheapest or not. */
async function cutShort(company: Company, ending: Omit<Ending, 'status'>): Promise<Ending> {
  const last = await company.evaluate(ending.at, undefined, FINE);
  const { at, view, steps } = await close(company, ending.at, last, NEARLY_EXACT, () => false);
  const status = view.primalResidual <= NEARLY_EXACT ? 'closed' : 'stopped';
  return { ...ending, at, rounds: ending.rounds + steps, status };
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
function paceOf(
  { round, objective, bounds, dualResidual, meanProduct }: RoundReport,
  floor: number,
  wanted: number,
): Pace {
  const gap = relativeGap(objective, objective - bounds * meanProduct, floor);
  if (gap > Math.max(FAR, 2 * wanted) && round < BOLD_ROUNDS) return 'bold';
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
