/**
 * One step: straight for the bounds, then corrected towards the centre, then corrected again so that it can be longer. Of
 * each correction as much is taken as lets the step be longest, of columns and of prices apart.
 * Method: M. Colombo and J. Gondzio, Further development of multiple centrality correctors for interior point methods,
 * 2008, doi:10.1007/s10589-007-9106-0.
 */

import type { Side } from '../iterate/block.ts';
import type { Step } from '../iterate/point.ts';
import {
  CORRECTOR_SHARES,
  FRACTION_TO_BOUNDARY,
  IGNORED_BLOCKING_SHARE,
  LEAST_CORRECTOR_SHARE,
  LONG_STEP,
  SECOND_ORDER_CAP,
} from '../parameters.ts';
import type { BlockSystem, Evaluation } from './block-system.ts';

/**
 * How a step is taken. Of many hundred thousand bounds a handful is always in the way. A bold step goes past them and
 * holds those columns and prices back, which opens some equations again; a restoring one closes these, products at rest.
 * Both lead blocks that lag round what is in their way.
 * A centring one is at the end, where columns that still move leave their regularisation in the costs: it moves them no further.
 */
export type StepMode = keyof typeof IGNORED_BLOCKING_SHARE;

export async function chooseStep(
  system: BlockSystem,
  at: Side,
  { mu, bounds }: Evaluation,
  mode: StepMode,
): Promise<Step> {
  const ignoredShare = IGNORED_BLOCKING_SHARE[mode];
  const first = await system.solveDirection(at, { kind: 'predictor' }, { shares: [1], ignoredShare });
  const affine = ignoredShare > 0 || mode === 'restoration' ? await system.solveLaggingBlocks(at, ignoredShare) : first;
  const [α, β] = [affine.primal[0]!, affine.dual[0]!];
  const { byColumns, byDuals, byBoth } = affine;
  const muAffine = mu + (α * byColumns + β * byDuals + α * β * byBoth) / bounds;
  const isAtRest = mode === 'restoration' || mode === 'centring';
  const sigma = isAtRest ? 1 : Math.min(1, Math.max(1e-6, (muAffine / mu) ** 3));
  const sigmaMu = sigma * mu;

  const shares = sharesFrom(Math.max(LEAST_CORRECTOR_SHARE, α * β));
  const secondOrderCap = mode === 'centring' ? 0 : SECOND_ORDER_CAP;
  const newtonRhs = { kind: 'corrector', sigmaMu, secondOrderCap } as const;
  const corrected = await system.solveDirection(at, newtonRhs, {
    base: { primal: [1], dual: [1] },
    shares,
    ignoredShare,
  });
  const [columns, prices] = [longest(corrected.primal, shares), longest(corrected.dual, shares)];
  const weights = { primal: [1, columns.share], dual: [1, prices.share] };
  if (Math.min(columns.length, prices.length) > LONG_STEP) return stepWithin(weights, columns.length, prices.length);

  const more = sharesFrom(LEAST_CORRECTOR_SHARE);
  const [primal, dual] = [longer(columns.length), longer(prices.length)];
  const centrality = await system.solveDirection(
    at,
    { kind: 'centrality-corrector', sigmaMu, weights, primal, dual },
    { base: weights, shares: more, ignoredShare },
  );
  const [nextColumns, nextPrices] = [longest(centrality.primal, more), longest(centrality.dual, more)];
  const [isColumnsBetter, isPricesBetter] = [nextColumns.length > columns.length, nextPrices.length > prices.length];
  return stepWithin(
    {
      primal: [...weights.primal, isColumnsBetter ? nextColumns.share : 0],
      dual: [...weights.dual, isPricesBetter ? nextPrices.share : 0],
    },
    Math.max(columns.length, nextColumns.length),
    Math.max(prices.length, nextPrices.length),
  );
}

function stepWithin(weights: Step['weights'], primal: number, dual: number): Step {
  return { weights, lengths: { primal: shortOfBoundary(primal), dual: shortOfBoundary(dual) } };
}

/** Stops just before a bound. */
export const shortOfBoundary = (length: number): number => (length >= 1 ? 1 : length * FRACTION_TO_BOUNDARY);

/** A length to aim at: far, for a corrector then reaches at least part of the way. */
const longer = (length: number): number => Math.min(1, 4 * length + 0.1);

function sharesFrom(least: number): number[] {
  return Array.from({ length: CORRECTOR_SHARES }, (_, s) => least + ((1 - least) * s) / (CORRECTOR_SHARES - 1));
}

/** The share that lets the step be longest. */
function longest(lengths: readonly number[], shares: readonly number[]) {
  const best = lengths.reduce((top, length, s) => (length >= lengths[top]! ? s : top), 0);
  return { share: shares[best]!, length: lengths[best]! };
}
