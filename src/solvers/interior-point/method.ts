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
import { Company, type View } from './company.ts';
import { Linking } from './linking.ts';
import { linkingForm } from './linking-form.ts';
import { makeBlocks } from './make-blocks.ts';
import { settle } from './settle.ts';
import type { Scale } from './standard-form.ts';
import { chooseStep, type Pace } from './step.ts';
import type { Perform } from './tasks.ts';

const MOST_ROUNDS = 200;
/** Largest residual of an equation, scaled, that an answer may keep. */
const NEARLY_EXACT = 1e-8;
/** Steps are bold while the gap is wider than this, for so many rounds; nearer, what they opened has to be closed. */
const FAR = 1e-3;
const BOLD_ROUNDS = 50;
/**
 * Residual of the costs, summed over the blocks, that a proof can bear for each block that shares a size: it gives duals
 * of idle rows the wrong sign, and these weigh together on that size. Where it is more, so many rounds centre first.
 */
const BEARABLE = 3e-8;
const CENTRING_ROUNDS = 20;
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
  /** Asked before every round. */
  readonly shouldStop: () => boolean;
}

export interface Ending {
  readonly status: 'optimal' | 'infeasible' | 'stopped' | 'stalled';
  readonly rounds: number;
  readonly last: RoundReport;
  readonly at: Side;
  readonly blocks: readonly Block[];
  readonly linking: Linking;
  readonly scale: Scale;
}

export async function approachOptimum(
  program: BlockAngularProgram,
  perform: Perform,
  options: MethodOptions,
): Promise<Ending> {
  const { blocks, linkedTo, scale, sharing } = await makeBlocks(program, perform);
  // Never zero: the method's own numbers are near 1.
  const floor = Math.max(1e-9, options.gapFloor / (scale.size * scale.cost));
  const costs = new Float64Array(program.linking.columnCount);
  blocks.forEach(({ form: { linkCost } }, b) => {
    linkedTo[b]!.forEach((column, l) => {
      costs[column]! += linkCost[l]!;
    });
  });
  const linking = new Linking(linkingForm(program.linking, costs, scale));
  const company = new Company(blocks, linkedTo, linking, perform);
  let at: Side = await company.start();
  let arrival: Arrival | undefined;
  let centrings = 0;
  let closing: View | undefined;
  for (let round = 0; ; round++) {
    let view = await company.evaluate(at, arrival);
    const report = { ...view, round, relativeGap: relativeGap(view.objective, view.dualObjective, floor) };
    options.onRound(report, scale);
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
    const ending = { rounds: round, last: report, at, blocks, linking, scale };
    if (isNear && view.primalResidual <= NEARLY_EXACT) return { ...ending, status: 'optimal' };
    // With bounds in the way the equations cannot be settled yet: further rounds lead nearer first.
    if (isContradiction(view.contradiction)) return { ...ending, status: 'infeasible' };
    if (options.shouldStop()) return { ...ending, status: 'stopped' };
    if (round >= MOST_ROUNDS || !Number.isFinite(report.relativeGap)) return { ...ending, status: 'stalled' };
    const pace = paceOf(report, { relativeGap: options.relativeGap, floor }, closing);
    closing = pace === 'closing' ? view : undefined;
    arrival = await chooseStep(company, at, view, pace);
    at = otherSide(at);
  }
}

/**
 * While duals do not fit the costs yet, products say better than objectives how wide the gap is.
 *
 * @param closed what the round before has closed from, where it was for that alone: another such round only where it halved it
 */
function paceOf(
  report: RoundReport,
  { relativeGap: wanted, floor }: { readonly relativeGap: number; readonly floor: number },
  closed: View | undefined,
): Pace {
  const { round, objective, bounds, dualResidual, meanProduct, relativeGap: told } = report;
  const gap = relativeGap(objective, objective - bounds * meanProduct, floor);
  if (gap > FAR && round < BOLD_ROUNDS) return 'bold';
  const isSlow = closed !== undefined && openIn(report) > openIn(closed) / 2;
  if (Math.max(gap, told) <= wanted && !fitsWell(report) && !isSlow) return 'closing';
  return dualResidual > ASTRAY * meanProduct ? 'restoring' : 'exact';
}

/** Far more than rounding could leave. */
function isContradiction({ excess, open, size }: View['contradiction']): boolean {
  return open <= 0 && excess > 1e-9 * size;
}

function isNearOptimum(report: RoundReport, wanted: number): boolean {
  return report.relativeGap <= wanted && fitsWell(report);
}

function fitsWell(view: View): boolean {
  return openIn(view) <= 1;
}

/** Residuals of equations and costs as shares of what an optimum may have. */
function openIn({ primalResidual, dualResidual }: View): number {
  return Math.max(primalResidual / 1e-6, dualResidual / 1e-8);
}
