/** A lower bound of a programme of linked blocks, block by block: never all of it at once. */

import { type Bounds, type FarEnds, impliedBounds } from './bound-propagation.ts';
import type { CertifiedProgram } from './certified-program.ts';
import { type Cut, type Cutter, cutterOf, type LinkedProgram, type PricedProgram, pricedByCuts } from './cut.ts';
import { believable, leastCost, reducedCosts } from './lagrangian.ts';

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
}

/** What the duals of a block prove where the linking columns are in such ranges. */
type CutWithin = (at: number, ranges: Bounds, far: FarEnds) => Cut;

export interface PlacedCut {
  readonly cut: Cut;
  readonly linkedTo: Int32Array;
  /** Without duals, what the block costs at least by its columns alone; the cut, where that is nothing. */
  readonly plain: Cut;
}

/**
 * Each block's duals give a cut on the linking columns; the linking programme with those cuts is bounded by its own duals.
 * Open and far ranges are closed by what rows imply, and failing that by the cutoff, and the bound is not below what
 * columns cost by themselves, as in `provenLowerBound`.
 *
 * @returns −Infinity where nothing is proven; for any duals at most the optimum
 */
export function provenLowerBoundOfBlocks(blocks: LinkedBlocks, duals: LinkedDuals, cutoff: number): number {
  return boundOfBlocks(blocks, duals, firstCuts(blocks, duals), cutoff);
}

/** @param cuts those of `firstCuts` */
export function boundOfBlocks(
  blocks: LinkedBlocks,
  duals: LinkedDuals,
  cuts: readonly PlacedCut[],
  cutoff: number,
): number {
  const cutWithin: CutWithin = (at, ranges, far) => cutterWithin(blocks.block(at), ranges, far)(duals.blocks[at]!);
  return boundByCuts(blocks.linking, duals.linking, cuts, cutWithin, cutoff);
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

function firstCutOf(block: LinkedProgram, rowDual: Float64Array, ranges: Bounds): PlacedCut {
  const cutBy = cutterWithin(block, ranges);
  const cut = cutBy(rowDual);
  // Duals leave many a column a price near 0, of which any amount stays below a cutoff.
  const plain = cutBy(new Float64Array(block.program.rowCount));
  return { cut, linkedTo: block.linkedTo, plain: plain.constant === Number.NEGATIVE_INFINITY ? cut : plain };
}

/**
 * @param cuts of each block, that hold wherever the linking rows let the linking columns be
 * @param cutWithin asked where such a cut proves nothing
 */
export function boundByCuts(
  linking: CertifiedProgram,
  linkingDual: Float64Array,
  cuts: readonly PlacedCut[],
  cutWithin: CutWithin,
  cutoff: number,
): number {
  const ofDuals = boundOfDuals(linking, linkingDual, cuts, cutWithin, cutoff);
  if (cuts.some(({ cut, plain }) => plain === cut)) return ofDuals;
  const none = new Float64Array(linking.rowCount);
  return Math.max(ofDuals, boundWithin(pricedByCuts(linking, plainly(cuts)), none, impliedBounds(linking, 'kept')));
}

function boundOfDuals(
  linking: CertifiedProgram,
  linkingDual: Float64Array,
  cuts: readonly PlacedCut[],
  cutWithin: CutWithin,
  cutoff: number,
): number {
  const dual = believable(linking, linkingDual);
  const direct = boundWithin(pricedByCuts(linking, cuts), dual, impliedBounds(linking, 'open'));
  if (direct !== Number.NEGATIVE_INFINITY) return direct;
  /** With the cuts that open or far ranges spoilt made anew. */
  const boundIn = (ranges: Bounds, far: FarEnds) => {
    const closed = cuts.map(({ cut, linkedTo }, at) => ({
      cut: cut.constant === Number.NEGATIVE_INFINITY ? cutWithin(at, ranges, far) : cut,
      linkedTo,
    }));
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
  return cutterOf(program, linkedTo.length, rangesOf(linkedTo, ranges), far);
}

/** Of the linking columns that a block is linked to. */
export function rangesOf(linkedTo: Int32Array, { lower, upper }: Bounds): Bounds {
  const of = (ends: Float64Array) => Float64Array.from(linkedTo, (j) => ends[j]!);
  return { lower: of(lower), upper: of(upper) };
}
