/** A point set aside where the third direction would be, while no third direction is made. */

import type { Block, Side } from './block.ts';

type Moving = Pick<Block, 'points' | 'directions'>;

export function setAside({ points, directions }: Moving, at: Side): void {
  const [from, into] = [points[at], directions[2]];
  into.dx.set(from.x);
  into.dLowerPrice.set(from.lowerPrice);
  into.dUpperPrice.set(from.upperPrice);
  into.dy.set(from.y);
}

export function takeBack({ points, directions }: Moving, at: Side): void {
  const [from, into] = [directions[2], points[at]];
  into.x.set(from.dx);
  into.lowerPrice.set(from.dLowerPrice);
  into.upperPrice.set(from.dUpperPrice);
  into.y.set(from.dy);
}
