/** Directions of a block: pointed with the linking columns at rest, completed once these are known. */

import { addLinks, linkedDualOf } from '../form/linking-matrix.ts';
import { solveLower, solveUpper } from '../linalg/ldl-factorisation.ts';
import type { Block, Side } from './block.ts';
import { completeSecantPrices, zeroSecantTargets } from './bound-secants.ts';
import {
  closesEquations,
  columnRhsOf,
  completePrices,
  isDualAlone,
  isPredictor,
  keepPrices,
  type Purpose,
  setProductTargets,
  slotOf,
  startsFromDuals,
} from './newton-system.ts';
import { type Mix, mixedDirection } from './point.ts';
import { noProductSlopes, productSlopesOf, type RatioTest, ratioTest } from './ratio-test.ts';

/** Forward elimination for a direction, with the linking columns at rest; gives Tᵀ·(A·Θ·Aᵀ)⁻¹ of its right-hand side. */
export function eliminate(block: Block, at: Side, purpose: Purpose): Float64Array {
  const { form, θ, residual, factor, reducedRhs: h, targets, secants } = block;
  const here = block.points[at];
  setProductTargets(block, here, purpose);
  zeroSecantTargets(secants, targets);
  const { start, row, value, cost, upper } = form;
  const isFromHere = startsFromDuals(purpose.kind);
  if (closesEquations(purpose.kind)) h.set(residual);
  else h.fill(0);
  if (purpose.kind !== 'primal') {
    for (let j = 0; j < θ.length; j++) {
      const [from, to] = [start[j]!, start[j + 1]!];
      let push = columnRhsOf(purpose.kind, j, cost[j]!, here, upper, targets);
      if (isFromHere) for (let k = from; k < to; k++) push -= value[k]! * here.y[row[k]!]!;
      const moved = θ[j]! * push;
      for (let k = from; k < to; k++) h[row[k]!]! += value[k]! * moved;
    }
  }
  solveLower(factor, h);
  return schurRhsOf(block, h);
}

/** Tᵀ·L⁻ᵀ·D⁻¹·h */
function schurRhsOf({ form, factor, reducedLinks }: Block, h: Float64Array): Float64Array {
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

/** What a direction may be taken with: all of `base` where there is one, and these shares of itself; none where nobody asks. */
export interface Trial {
  readonly base?: Mix;
  readonly shares: readonly number[];
  /** Share of the bounds of each block that a step may go past, among columns and among prices; these are held back. */
  readonly spared: number;
}

/** Completes a direction now that the linking columns move by `dz`. */
export function backSubstitute(
  block: Block,
  at: Side,
  kind: Purpose['kind'],
  dz: Float64Array,
  trial: Trial,
): RatioTest {
  const { form, θ, factor, targets } = block;
  const here = block.points[at];
  const direction = block.directions[slotOf[kind]];
  const { dx, dy } = direction;
  const { start, row, value, cost, upper } = form;
  const isFromHere = startsFromDuals(kind);
  followLinks(block, dz, dy);
  solveUpper(factor, dy);
  for (let j = 0; j < dx.length; j++) {
    const [from, to] = [start[j]!, start[j + 1]!];
    let push = columnRhsOf(kind, j, cost[j]!, here, upper, targets);
    if (isFromHere) for (let k = from; k < to; k++) push -= value[k]! * here.y[row[k]!]!;
    // Added to what is left of costs and duals, as in `eliminate`, not to either: a change of a price may be as small as their rounding.
    let pull = 0;
    for (let k = from; k < to; k++) pull += value[k]! * dy[row[k]!]!;
    dx[j] = θ[j]! * (pull - push);
  }
  if (isDualAlone(kind)) keepPrices(direction);
  else completePrices(here, upper, targets, direction);
  completeSecantPrices(block.secants, direction);
  const spared = Math.floor(trial.spared * (here.x.length + upper.length));
  const base = trial.base && mixedDirection(trial.base, block.directions);
  return {
    ...ratioTest(here, upper, base, direction, trial.shares, spared),
    ...(isPredictor(kind) ? productSlopesOf(here, upper, direction) : noProductSlopes),
  };
}
