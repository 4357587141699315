/**
 * One step: straight for the bounds, then corrected towards the centre, then corrected again so that it can be longer. Of
 * each correction as much is taken as lets the step be longest, of columns and of prices apart.
 * Method: M. Colombo and J. Gondzio, Further development of multiple centrality correctors for interior point methods,
 * 2008, doi:10.1007/s10589-007-9106-0.
 */

import type { Side } from '../iterate/block.ts';
import type { Step } from '../iterate/point.ts';
import { BELIEVED, LEAST_SHARE, LONG_ENOUGH, SHARES, SHORT_OF_BOUND, SPARED } from '../parameters.ts';
import type { BlockSystem, Evaluation } from './block-system.ts';

/**
 * How a step is taken. Of many hundred thousand bounds a handful is always in the way. A bold step goes past them and
 * holds those columns and prices back, which opens some equations again; a restoring one closes these, products at rest.
 * Both lead blocks that lag round what is in their way.
 * A centring one is at the end, where columns that still move leave their regularisation in the costs: it moves them no further.
 */
export type StepPolicy = keyof typeof SPARED;

export async function chooseStep(
  system: BlockSystem,
  at: Side,
  { meanProduct, bounds }: Evaluation,
  policy: StepPolicy,
): Promise<Step> {
  const spared = SPARED[policy];
  const first = await system.solveDirection(at, { kind: 'predictor' }, { shares: [1], spared });
  const straight = spared > 0 || policy === 'restoring' ? await system.redirectLagging(at, spared) : first;
  const [α, β] = [straight.primal[0]!, straight.dual[0]!];
  const { byColumns, byPrices, byBoth } = straight;
  const reached = meanProduct + (α * byColumns + β * byPrices + α * β * byBoth) / bounds;
  const isAtRest = policy === 'restoring' || policy === 'centring';
  const fall = isAtRest ? 1 : Math.min(1, Math.max(1e-6, (reached / meanProduct) ** 3));
  const target = fall * meanProduct;

  const shares = sharesFrom(Math.max(LEAST_SHARE, α * β));
  const believed = policy === 'centring' ? 0 : BELIEVED;
  const purpose = { kind: 'corrector', target, believed } as const;
  const centred = await system.solveDirection(at, purpose, { base: { primal: [1], dual: [1] }, shares, spared });
  const [columns, prices] = [longest(centred.primal, shares), longest(centred.dual, shares)];
  const mix = { primal: [1, columns.share], dual: [1, prices.share] };
  if (Math.min(columns.length, prices.length) > LONG_ENOUGH) return shortStep(mix, columns.length, prices.length);

  const more = sharesFrom(LEAST_SHARE);
  const [primal, dual] = [longer(columns.length), longer(prices.length)];
  const closer = await system.solveDirection(
    at,
    { kind: 'centrality-corrector', target, mix, primal, dual },
    { base: mix, shares: more, spared },
  );
  const [nextColumns, nextPrices] = [longest(closer.primal, more), longest(closer.dual, more)];
  const [isColumnsBetter, isPricesBetter] = [nextColumns.length > columns.length, nextPrices.length > prices.length];
  return shortStep(
    {
      primal: [...mix.primal, isColumnsBetter ? nextColumns.share : 0],
      dual: [...mix.dual, isPricesBetter ? nextPrices.share : 0],
    },
    Math.max(columns.length, nextColumns.length),
    Math.max(prices.length, nextPrices.length),
  );
}

function shortStep(mix: Step['mix'], primal: number, dual: number): Step {
  return { mix, lengths: { primal: shortOf(primal), dual: shortOf(dual) } };
}

/** Stops just before a bound. */
export const shortOf = (length: number): number => (length >= 1 ? 1 : length * SHORT_OF_BOUND);

/** A length to aim at: far, for a corrector then reaches at least part of the way. */
const longer = (length: number): number => Math.min(1, 4 * length + 0.1);

function sharesFrom(least: number): number[] {
  return Array.from({ length: SHARES }, (_, s) => least + ((1 - least) * s) / (SHARES - 1));
}

/** The share that lets the step be longest. */
function longest(lengths: readonly number[], shares: readonly number[]) {
  const best = lengths.reduce((top, length, s) => (length >= lengths[top]! ? s : top), 0);
  return { share: shares[best]!, length: lengths[best]! };
}
