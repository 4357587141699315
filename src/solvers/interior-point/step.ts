/**
 * One step: straight for the bounds, then corrected towards the centre, then corrected again so that it can be longer. Of
 * each correction as much is taken as lets the step be longest, of columns and of prices apart.
 * Method: M. Colombo and J. Gondzio, Further development of multiple centrality correctors for interior point methods,
 * 2008, doi:10.1007/s10589-007-9106-0.
 */

import type { Side } from './block.ts';
import type { Arrival } from './block-view.ts';
import type { Company, View } from './company.ts';

/** Of the way to the nearest bound. */
const SHORT_OF_BOUND = 0.9995;
const LONG_ENOUGH = 0.95;
/** How far beyond what it stands for a distance or a price may be taken to change by the direction to the bounds. */
const BELIEVED = 2;
const LEAST_SHARE = 0.1;
const SHARES = 6;

/**
 * How a step is taken. Of many hundred thousand bounds a handful is always in the way. A bold step goes past them and
 * holds those columns and prices back, which opens some equations again; a restoring one closes these, products at rest.
 * Both lead blocks that lag round what is in their way.
 * A centring one is at the end, where columns that still move leave their damping in the costs: it moves them no further.
 */
export type Pace = 'boldest' | 'bold' | 'restoring' | 'centring' | 'exact';

/** Share of the bounds of a block that a step goes past: ten of a year with five plants and two storages, none of a week. */
const SPARED: { readonly [P in Pace]: number } = { boldest: 4e-4, bold: 2.5e-5, restoring: 0, centring: 0, exact: 0 };

export async function chooseStep(
  company: Company,
  at: Side,
  { meanProduct, bounds }: View,
  pace: Pace,
): Promise<Arrival> {
  const spared = SPARED[pace];
  const first = await company.direct(at, { kind: 'bounds' }, { shares: [1], spared });
  const straight = spared > 0 || pace === 'restoring' ? await company.catchUp(at, spared) : first;
  const [α, β] = [straight.primal[0]!, straight.dual[0]!];
  const { byColumns, byPrices, byBoth } = straight;
  const reached = meanProduct + (α * byColumns + β * byPrices + α * β * byBoth) / bounds;
  const isAtRest = pace === 'restoring' || pace === 'centring';
  const fall = isAtRest ? 1 : Math.min(1, Math.max(1e-6, (reached / meanProduct) ** 3));
  const target = fall * meanProduct;

  const shares = sharesFrom(Math.max(LEAST_SHARE, α * β));
  const believed = pace === 'centring' ? 0 : BELIEVED;
  const aim = { kind: 'centre', target, believed } as const;
  const centred = await company.direct(at, aim, { base: { primal: [1], dual: [1] }, shares, spared });
  const [columns, prices] = [longest(centred.primal, shares), longest(centred.dual, shares)];
  const mix = { primal: [1, columns.share], dual: [1, prices.share] };
  if (Math.min(columns.length, prices.length) > LONG_ENOUGH) return arrival(mix, columns.length, prices.length);

  const more = sharesFrom(LEAST_SHARE);
  const [primal, dual] = [longer(columns.length), longer(prices.length)];
  const closer = await company.direct(
    at,
    { kind: 'closer', target, mix, primal, dual },
    { base: mix, shares: more, spared },
  );
  const [nextColumns, nextPrices] = [longest(closer.primal, more), longest(closer.dual, more)];
  const [isColumnsBetter, isPricesBetter] = [nextColumns.length > columns.length, nextPrices.length > prices.length];
  return arrival(
    {
      primal: [...mix.primal, isColumnsBetter ? nextColumns.share : 0],
      dual: [...mix.dual, isPricesBetter ? nextPrices.share : 0],
    },
    Math.max(columns.length, nextColumns.length),
    Math.max(prices.length, nextPrices.length),
  );
}

function arrival(mix: Arrival['mix'], primal: number, dual: number): Arrival {
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
