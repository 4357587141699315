/** Blocks that lag. All take one step, and a few bounds of a few of twenty blocks would keep it short for all of them. */

import { bend } from './bends.ts';
import type { Block, Damping, Side } from './block.ts';
import { complete, point } from './block-direction.ts';
import { factoriseBlock } from './block-view.ts';
import { linkedTo } from './links.ts';
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

/** Takes the direction to the bounds round those that it overshoots, in place of the direction that was there. */
export function catchUp(block: Block, at: Side, { dz, length, spared, damping }: CatchUp): CaughtUp {
  const { form, points, directions, bends } = block;
  const [direction] = directions;
  const before = linkedTo(form, direction.dy);
  for (let bent = 1; ; bent++) {
    bend(bends, points[at], form.upper, direction);
    const curvature = factoriseBlock(block, at, damping);
    point(block, at, { kind: 'bounds' });
    const reached = complete(block, at, 'bounds', dz, { shares: [1], spared });
    if (bent < MOST_BENDS && lengthOf(reached) < length) continue;
    const after = linkedTo(form, direction.dy);
    return { reached, curvature, owed: before.map((dual, l) => dual - after[l]!) };
  }
}
