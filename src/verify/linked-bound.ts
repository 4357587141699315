/** A lower bound of a programme of linked blocks, block by block: never all of it at once. */

import { type Bounds, type FarEnds, impliedBounds } from './bound-propagation.ts';
import type { CertifiedProgram } from './certified-program.ts';
import { type Cut, type Cutter, cutterOf, type LinkedProgram, type PricedProgram, pricedByCuts } from './cut.ts';
import { believable, leastCost, reducedCosts, type Uncertain } from './lagrangian.ts';

/** A linking programme and blocks whose first columns stand for columns of it; what they cost in a block adds up. */
export interface LinkedBlocks {
  readonly linking: CertifiedProgram;
  readonly blockCount: number;
  /** The same block each time it is asked for. */
  block(at: number): LinkedProgram;
}

interface LinkedDuals {
  readonly linking: Float64Array;
  /** Of the rows of each block. */
  readonly blocks: readonly Float64Array[];
  /** Reduced costs of each block by those of its duals that are believable; made where they are asked for if absent. */
  readonly costs?: readonly Uncertain[];
}

export interface PlacedCut {
  readonly cut: Cut;
  readonly linkedTo: Int32Array;
  /** Without duals, what the block costs at least by its columns alone; the cut, where that is nothing. */
  readonly plain: Cut;
}

interface FirstCut extends PlacedCut {
  /** Whatever the ranges, it is the same. */
  readonly isEverywhere: boolean;
}

/**
 * Each block's duals give a cut on the linking columns; the linking programme with those cuts is bounded by its own duals.
 * Open and far ranges are closed by what rows imply, and failing that by the cutoff, and the bound is not below what
 * columns cost by themselves, as in `provenLowerBound`.
 *
 * @returns −Infinity where nothing is proven; for any duals at most the optimum
 */
export function provenLowerBoundOfBlocks(blocks: LinkedBlocks, duals: LinkedDuals, cutoff: number): number {
  return boundByCuts(blocks, duals, firstCuts(blocks, duals), cutoff);
}

/** Cuts that hold wherever the linking rows let the linking columns be. */
export function firstCuts(
  blocks: LinkedBlocks,
  duals: LinkedDuals,
  visit?: (block: LinkedProgram, at: number) => void,
): PlacedCut[] {
  const ranges = impliedBounds(blocks.linking, 'open');
  return Array.from({ length: blocks.blockCount }, (_, at) => {
    const block = blocks.block(at);
    visit?.(block, at);
    return firstCutOf(block, duals.blocks[at]!, ranges);
  });
}

/**
 * @param ranges of the linking columns
 * @param costs reduced costs by the duals, where they are known
 */
export function firstCutOf(block: LinkedProgram, rowDual: Float64Array, ranges: Bounds, costs?: Uncertain): FirstCut {
  const cutBy = cutterWithin(block, ranges);
  const cut = cutBy(rowDual, costs);
  // Duals leave many a column a price near 0, of which any amount stays below a cutoff.
  const plain = cutBy(new Float64Array(block.program.rowCount));
  return {
    cut,
    linkedTo: block.linkedTo,
    plain: plain.constant === Number.NEGATIVE_INFINITY ? cut : plain,
    isEverywhere: cut.isEverywhere && plain.isEverywhere,
  };
}

/** @param cuts those of `firstCuts` */
export function boundByCuts(
  blocks: LinkedBlocks,
  duals: LinkedDuals,
  cuts: readonly PlacedCut[],
  cutoff: number,
): number {
  const { linking } = blocks;
  const ofDuals = boundOfDuals(blocks, duals, cuts, cutoff);
  if (cuts.some(({ cut, plain }) => plain === cut)) return ofDuals;
  const none = new Float64Array(linking.rowCount);
  return Math.max(ofDuals, boundWithin(pricedByCuts(linking, plainly(cuts)), none, impliedBounds(linking, 'kept')));
}

function boundOfDuals(blocks: LinkedBlocks, duals: LinkedDuals, cuts: readonly PlacedCut[], cutoff: number): number {
  const { linking } = blocks;
  const dual = believable(linking, duals.linking);
  const direct = boundWithin(pricedByCuts(linking, cuts), dual, impliedBounds(linking, 'open'));
  if (direct !== Number.NEGATIVE_INFINITY) return direct;
  /** With the cuts that open or far ranges spoilt made anew. */
  const boundIn = (ranges: Bounds, far: FarEnds) => {
    const closed = cuts.map(({ cut, linkedTo }, at) =>
      cut.constant === Number.NEGATIVE_INFINITY
        ? { cut: cutterWithin(blocks.block(at), ranges, far)(duals.blocks[at]!, duals.costs?.[at]), linkedTo }
        : { cut, linkedTo },
    );
    return boundWithin(pricedByCuts(linking, closed), dual, ranges);
  };
  const ranges = Number.isFinite(cutoff) ? rangesBelow(cutoff, linking, cuts) : undefined;
  const below = ranges === undefined ? Number.NEGATIVE_INFINITY : Math.min(cutoff, boundIn(ranges, 'open'));
  return below === Number.NEGATIVE_INFINITY ? boundIn(impliedBounds(linking, 'kept'), 'kept') : below;
}

function boundWithin({ program, objectiveError }: PricedProgram, dual: Float64Array, ranges: Bounds): number {
  return leastCost(program, dual, reducedCosts(program, dual, objectiveError), ranges);
}

const plainly = (cuts: readonly PlacedCut[]) => cuts.map(({ plain, linkedTo }) => ({ cut: plain, linkedTo }));

/** Where the linking columns of every point are that costs no more than the cutoff. */
function rangesBelow(cutoff: number, linking: CertifiedProgram, cuts: readonly PlacedCut[]): Bounds | undefined {
  const { program, objectiveError } = pricedByCuts(linking, plainly(cuts));
  if (!Number.isFinite(program.objectiveConstant)) return undefined;
  const { lower, upper } = impliedBounds(linking, 'open');
  const isOfOneSign = (j: number) => objectiveError[j] === 0 || lower[j]! >= 0 || upper[j]! <= 0;
  // Within its error the cost that makes a point cheapest, so that no point below the cutoff is lost.
  const objective = program.objective.map((cost, j) => {
    if (objectiveError[j] === 0) return cost;
    const room = objectiveError[j]! + Number.EPSILON * (Math.abs(cost) + objectiveError[j]!);
    return lower[j]! >= 0 ? cost - room : cost + room;
  });
  if (!objective.every((cost, j) => Number.isFinite(cost) && isOfOneSign(j))) return undefined;
  return impliedBounds({ ...program, objective }, 'open', cutoff);
}

function cutterWithin({ program, linkedTo }: LinkedProgram, ranges: Bounds, far: FarEnds = 'open'): Cutter {
  const of = (ends: Float64Array) => Float64Array.from(linkedTo, (j) => ends[j]!);
  return cutterOf(program, linkedTo.length, { lower: of(ranges.lower), upper: of(ranges.upper) }, far);
}
