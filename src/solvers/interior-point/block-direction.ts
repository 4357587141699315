/** Directions of a block: pointed with the linking columns at rest, completed once these are known. */

import { type Aim, closesEquations, isToBounds, placeOf, pushOf, setAims, startsFromDuals } from './aim.ts';
import { completeBentPrices, restBent } from './bends.ts';
import type { Block, Side } from './block.ts';
import { completePrices, keepPrices, type Mix, mixedDirection } from './columns.ts';
import { solveLower, solveUpper } from './factor.ts';
import { addLinks, linkedDualOf } from './links.ts';
import { noSlopes, type Reached, reachOf, slopesOf } from './reach.ts';

/** Points a direction at its aim with the linking columns at rest; gives Tᵀ·(A·Θ·Aᵀ)⁻¹ of its right-hand side. */
export function point(block: Block, at: Side, aim: Aim): Float64Array {
  const { form, θ, residual, factor, reducedRhs: h, aims, bends } = block;
  const here = block.points[at];
  setAims(block, here, aim);
  restBent(bends, aims);
  const { start, row, value, cost, upper } = form;
  const isFromHere = startsFromDuals(aim.kind);
  if (closesEquations(aim.kind)) h.set(residual);
  else h.fill(0);
  if (aim.kind !== 'equations') {
    for (let j = 0; j < θ.length; j++) {
      const [from, to] = [start[j]!, start[j + 1]!];
      let push = pushOf(aim.kind, j, cost[j]!, here, upper, aims);
      if (isFromHere) for (let k = from; k < to; k++) push -= value[k]! * here.y[row[k]!]!;
      const moved = θ[j]! * push;
      for (let k = from; k < to; k++) h[row[k]!]! += value[k]! * moved;
    }
  }
  solveLower(factor, h);
  return pullOf(block, h);
}

/** Tᵀ·L⁻ᵀ·D⁻¹·h */
function pullOf({ form, factor, reducedLinks }: Block, h: Float64Array): Float64Array {
  const { linkedCount } = form;
  if (reducedLinks.length === 0) {
    const solved = h.slice();
    solveUpper(factor, solved);
    return linkedDualOf(form, solved);
  }
  const pull = new Float64Array(linkedCount);
  for (let r = 0; r < h.length; r++) {
    const weighted = h[r]! / factor.diagonal[r]!;
    if (weighted === 0) continue;
    for (let l = 0; l < linkedCount; l++) pull[l]! += reducedLinks[r * linkedCount + l]! * weighted;
  }
  return pull;
}

/** L⁻¹·(right-hand side − T·dz), into `dy`. */
function followLinks({ form, factor, reducedLinks, reducedRhs }: Block, dz: Float64Array, dy: Float64Array): void {
  const { linkedCount } = form;
  if (reducedLinks.length === 0) {
    dy.fill(0);
    addLinks(form, dz, -1, dy);
    solveLower(factor, dy);
    for (let r = 0; r < dy.length; r++) dy[r]! += reducedRhs[r]!;
    return;
  }
  for (let r = 0; r < dy.length; r++) {
    let sum = reducedRhs[r]!;
    for (let l = 0; l < linkedCount; l++) sum -= reducedLinks[r * linkedCount + l]! * dz[l]!;
    dy[r] = sum;
  }
}

/** What a direction may be taken with: all of `base` where there is one, and these shares of itself. */
export interface Shares {
  readonly base?: Mix;
  readonly shares: readonly number[];
  /** Share of the bounds of each block that a step may go past, among columns and among prices; these are held back. */
  readonly spared: number;
}

/** Completes a direction now that the linking columns move by `dz`. */
export function complete(block: Block, at: Side, kind: Aim['kind'], dz: Float64Array, company: Shares): Reached {
  const { form, θ, factor, aims } = block;
  const here = block.points[at];
  const direction = block.directions[placeOf[kind]];
  const { dx, dy } = direction;
  const { start, row, value, cost, upper } = form;
  const isFromHere = startsFromDuals(kind);
  followLinks(block, dz, dy);
  solveUpper(factor, dy);
  for (let j = 0; j < dx.length; j++) {
    const [from, to] = [start[j]!, start[j + 1]!];
    let push = pushOf(kind, j, cost[j]!, here, upper, aims);
    if (isFromHere) for (let k = from; k < to; k++) push -= value[k]! * here.y[row[k]!]!;
    // Added to what is left of costs and duals, as in `point`, not to either: a change of a price may be as small as their rounding.
    let pull = 0;
    for (let k = from; k < to; k++) pull += value[k]! * dy[row[k]!]!;
    dx[j] = θ[j]! * (pull - push);
  }
  if (kind === 'duals') keepPrices(direction);
  else completePrices(here, upper, aims, direction);
  completeBentPrices(block.bends, direction);
  const spared = Math.floor(company.spared * (here.x.length + upper.length));
  const base = company.base && mixedDirection(company.base, block.directions);
  return {
    ...reachOf(here, upper, base, direction, company.shares, spared),
    ...(isToBounds(kind) ? slopesOf(here, upper, direction) : noSlopes),
  };
}
