/** Blocks that lag. All take one step, and a few bounds of a few of twenty blocks would keep it short for all of them. */

import { placeOf } from './aim.ts';
import { bend, straighten } from './bends.ts';
import type { Block, Damping, Side } from './block.ts';
import { complete, point } from './block-direction.ts';
import { factoriseBlock } from './block-view.ts';
import { linkedDualOf } from './links.ts';
import type { Reach, Reached } from './reach.ts';

/** Of all blocks. */
const FEW = 0.2;
/** A block does not lag whose step is this long. */
const FAR_ENOUGH = 0.5;
const MOST_BENDS = 2;

/** The length that lagging blocks are to reach: what the next best one does. Undefined where no block lags. */
export function lengthToReach(reached: readonly Reached[]): number | undefined {
  const lengths = reached.map(lengthOf).sort((a, b) => a - b);
  const length = Math.min(FAR_ENOUGH, lengths[Math.floor(FEW * lengths.length)] ?? 0);
  return lengths[0]! < length ? length : undefined;
}

export const lengthOf = ({ primal, dual }: Reach): number => Math.min(primal[0]!, dual[0]!);

export interface CaughtUp {
  readonly reached: Reached;
  readonly curvature: Float64Array;
  /** What the linking columns were told that duals of the block would do for them, less what they do now: Tᵀ·(dy − dy'). */
  readonly owed: Float64Array;
}

export interface CatchUp {
  /** How the linking columns are going to move. */
  readonly dz: Float64Array;
  readonly length: number;
  /** Share of the bounds that do not count. */
  readonly spared: number;
  readonly damping: Damping;
}

/** Makes the direction to the bounds once more, round those that it overshoots; beside the first one, until that is adopted. */
export function catchUp(block: Block, at: Side, { dz, length, spared, damping }: CatchUp): CaughtUp {
  const { form, points, directions, bends } = block;
  const [first] = directions;
  const round = directions[placeOf.bent];
  const before = linkedDualOf(form, first.dy);
  straighten(bends);
  for (let bent = 1; ; bent++) {
    bend(bends, points[at], form.upper, bent === 1 ? first : round);
    const curvature = factoriseBlock(block, at, damping);
    point(block, at, { kind: 'bent' });
    const reached = complete(block, at, 'bent', dz, { shares: [1], spared });
    if (bent < MOST_BENDS && lengthOf(reached) < length) continue;
    const after = linkedDualOf(form, round.dy);
    return { reached, curvature, owed: before.map((dual, l) => dual - after[l]!) };
  }
}

/** Puts the direction round the bounds where the one to the bounds was. */
export function adopt({ directions }: Block): void {
  const [into, from] = [directions[placeOf.bounds], directions[placeOf.bent]];
  into.dx.set(from.dx);
  into.dy.set(from.dy);
  into.dLowerPrice.set(from.dLowerPrice);
  into.dUpperPrice.set(from.dUpperPrice);
}
