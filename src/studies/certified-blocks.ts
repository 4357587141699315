/** A programme solved block by block to a gap that its certificate is to keep. */

import type { BlockAngularProgram, LinkedValues } from '../lp/block-angular.ts';
import { type BlockSolveOptions, type BlockSolveResult, solveBlocks } from '../solvers/interior-point/method/solve.ts';
import type { Perform } from '../solvers/interior-point/threads/block-tasks.ts';
import { relativeGap as gapBetween } from '../units.ts';
import { type Certificate, certifyBlocks } from '../verify/certificate.ts';

/** The schedule's cost and the proven bound may each lose a little to rounding. */
const SHARE_OF_GAP = 0.5;
/** Where the bound of an answer is recomputed before it is one, only the cost may still change. */
const SHARE_PROVEN = 0.95;
/** Closing equations changes the cost a little. */
const SHARE_TRIED = 0.9;
/** A gap wider than this is closed long before equations and costs are: it ends with what duals prove by then. */
const COARSE = 2e-6;

/** With the certificate of its values where one was needed on the way. */
export type CertifiedResult = BlockSolveResult & { readonly certificate?: Certificate };

/** @param options with the gap that the certificate may have */
export async function solveCertified(
  program: BlockAngularProgram,
  perform: Perform,
  options: Omit<BlockSolveOptions, 'early'>,
): Promise<CertifiedResult> {
  const { relativeGap, gapFloor } = options;
  let certificate: Certificate | undefined;
  const isProven = (values: LinkedValues) => {
    const judged = certifyBlocks(program, values);
    const isWithin = gapBetween(judged.objective, judged.dualBound, gapFloor) <= relativeGap * SHARE_PROVEN;
    if (isWithin) certificate = judged;
    return isWithin;
  };
  const result = await solveBlocks(program, perform, {
    ...options,
    relativeGap: relativeGap * SHARE_OF_GAP,
    ...(relativeGap > COARSE && { early: { relativeGap: relativeGap * SHARE_TRIED, isProven } }),
  });
  return certificate ? { ...result, certificate } : result;
}
