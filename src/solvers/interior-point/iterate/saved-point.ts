/** A point that is set aside, and taken back. No third direction is made meanwhile. */

import type { Block, BlockPoint, Side } from './block.ts';

type Moving = Pick<Block, 'points' | 'aside'>;

export function savePoint({ points, aside }: Moving, at: Side): void {
  copy(points[at], requirePlace(aside));
}

export function restorePoint({ points, aside }: Moving, at: Side): void {
  copy(requirePlace(aside), points[at]);
}

function copy(from: BlockPoint, into: BlockPoint): void {
  into.x.set(from.x);
  into.lowerDual.set(from.lowerDual);
  into.upperDual.set(from.upperDual);
  into.y.set(from.y);
}

function requirePlace(aside: BlockPoint | undefined): BlockPoint {
  if (!aside) throw new TypeError('no point of these blocks is ever set aside');
  return aside;
}
