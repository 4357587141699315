/**
 * A primal–dual interior-point method for programmes that fall apart into blocks: from inside all bounds towards the
 * optimum, with equations, prices and the products of both closing in together. Each round solves one system of equations;
 * block by block it is factorised on its own, and joined through the linking columns by a small dense one.
 * Method: S. Mehrotra 1992, doi:10.1137/0802028; J. Gondzio 1996, doi:10.1007/BF00249643; for the blocks J. Gondzio and
 * A. Grothey, Parallel interior-point solver for structured quadratic programs, 2007, doi:10.1007/s10479-006-0139-z.
 */

import type { BlockAngularProgram } from '../../lp/block-angular.ts';
import type { Block, Side } from './block.ts';
import { Company, type View } from './company.ts';
import { Linking, linkingForm } from './linking.ts';
import { makeBlocks } from './make-blocks.ts';
import type { Scale } from './standard-form.ts';
import type { Arrival, Perform } from './tasks.ts';

const MOST_ROUNDS = 200;
/** Largest residual of an equation in an answer, scaled; far below what laws are checked to. */
const EXACT = 1e-9;
const MOST_SETTLING = 5;

export interface RoundReport extends View {
  readonly round: number;
  readonly relativeGap: number;
}

export interface MethodOptions {
  readonly relativeGap: number;
  readonly onRound: (report: RoundReport, scale: Scale) => void;
  /** Asked before every round. */
  readonly shouldStop: () => boolean;
}

export interface Ending {
  readonly status: 'optimal' | 'stopped' | 'stalled';
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
  const { blocks, linkedTo, scale } = await makeBlocks(program, perform);
  const costs = new Float64Array(program.linking.columnCount);
  blocks.forEach(({ form: { linkCost } }, b) => {
    linkedTo[b]!.forEach((column, l) => {
      costs[column]! += linkCost[l]!;
    });
  });
  const linking = new Linking(linkingForm(program.linking, costs, scale));
  const company = new Company(blocks, linkedTo, linking, perform);
  let at: Side = await company.start();
  let arrive: Arrival | undefined;
  let settling = 0;
  for (let round = 0; ; round++) {
    const view = await company.evaluate(at, arrive);
    const report = { ...view, round, relativeGap: relativeGap(view) };
    options.onRound(report, scale);
    const ending = { rounds: round, last: report, at, blocks, linking, scale };
    if (isNearOptimum(report, options.relativeGap)) {
      if (report.primalResidual <= EXACT) return { ...ending, status: 'optimal' };
      if (settling++ >= MOST_SETTLING) return { ...ending, status: 'stalled' };
      arrive = await company.settle(at);
      at = at === 0 ? 1 : 0;
      continue;
    }
    if (options.shouldStop()) return { ...ending, status: 'stopped' };
    if (round >= MOST_ROUNDS || !Number.isFinite(report.relativeGap)) return { ...ending, status: 'stalled' };
    arrive = await company.chooseStep(at, view);
    at = at === 0 ? 1 : 0;
  }
}

function isNearOptimum({ relativeGap: gap, primalResidual, dualResidual }: RoundReport, wanted: number): boolean {
  return gap <= wanted && primalResidual <= 1e-4 && dualResidual <= 1e-8;
}

function relativeGap({ objective, dualObjective }: View): number {
  return Math.abs(objective - dualObjective) / Math.max(1e-9, Math.abs(objective));
}
