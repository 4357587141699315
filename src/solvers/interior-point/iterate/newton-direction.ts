/** Directions of a block: pointed with the linking columns at rest, completed once these are known. */

import { floatWorkspace } from '../linalg/workspace.ts';
import { type Block, type BlockPoint, type PricedDirection, type Side, wholeFormOf } from './block.ts';
import { completeSecantDuals, zeroSecantTargets } from './bound-secants.ts';
import { eliminateHourly, hourlyCodeFor, setRhsParameters, substituteHourly } from './hourly-directions.ts';
import {
  closesEquations,
  columnRhsOf,
  completeBoundDuals,
  isPredictor,
  keepBoundDuals,
  type NewtonRhs,
  type ProductTargets,
  setProductTargets,
  slotOf,
  startsFromDuals,
  type Trial,
} from './newton-system.ts';
import { directionOf, eliminateRows, reducedRhsOf, substituteRows } from './normal-equations.ts';
import { weightedDirection } from './point.ts';
import { noProductSlopes, productSlopesOf, type RatioTest, ratioTest } from './ratio-test.ts';

/** Forward elimination for a direction, with the linking columns at rest; gives Tᵀ·(A·Θ·Aᵀ)⁻¹ of its right-hand side. */
export function eliminate(block: Block, at: Side, newtonRhs: NewtonRhs): Float64Array {
  const hourly = hourlyCodeFor(block, newtonRhs.kind, false);
  if (hourly) return eliminateHourly(hourly, block, at, newtonRhs);
  const { θ, residuals, equations } = block;
  if (equations.kind === 'repeating') setRhsParameters(equations, newtonRhs);
  const h = reducedRhsOf(block, at, newtonRhs.kind);
  const here = block.points[at];
  const targets = productTargetsOf(block, here, newtonRhs);
  const { start, row, value, cost, upper } = wholeFormOf(block);
  const isFromHere = startsFromDuals(newtonRhs.kind);
  if (closesEquations(newtonRhs.kind)) h.set(residuals[at]);
  else h.fill(0);
  if (newtonRhs.kind !== 'primal') {
    for (let j = 0; j < θ.length; j++) {
      const [from, to] = [start[j]!, start[j + 1]!];
      let columnRhs = columnRhsOf(newtonRhs.kind, j, cost[j]!, here, upper, targets);
      if (isFromHere) for (let k = from; k < to; k++) columnRhs -= value[k]! * here.y[row[k]!]!;
      const moved = θ[j]! * columnRhs;
      for (let k = from; k < to; k++) h[row[k]!]! += value[k]! * moved;
    }
  }
  return eliminateRows(block, at, newtonRhs.kind);
}

/** Made twice for each direction, in a workspace: kept in every block they would be a twentieth of its memory. */
function productTargetsOf({ form, equations, secants }: Block, here: BlockPoint, newtonRhs: NewtonRhs): ProductTargets {
  const { columnCount, boundedCount } = form;
  const targets = {
    lower: floatWorkspace('lower targets', columnCount),
    upper: floatWorkspace('upper targets', boundedCount),
  };
  const directions = equations.kind === 'sparse' ? equations.directions : [];
  setProductTargets({ form, directions, targets }, here, newtonRhs);
  zeroSecantTargets(secants, targets);
  return targets;
}

/** Completes a direction now that the linking columns move by `dz`. */
export function backSubstitute(
  block: Block,
  at: Side,
  newtonRhs: NewtonRhs,
  dz: Float64Array,
  trial: Trial,
): RatioTest {
  const { kind } = newtonRhs;
  const hourly = hourlyCodeFor(block, kind, trial.shares.length > 0);
  if (hourly) return substituteHourly(hourly, block, at, newtonRhs, dz, trial);
  const { θ } = block;
  const here = block.points[at];
  const targets = productTargetsOf(block, here, newtonRhs);
  const direction = pricedDirection(block, at, kind);
  const { dx, dy } = direction;
  const { start, row, value, cost, upper } = wholeFormOf(block);
  const isFromHere = startsFromDuals(kind);
  substituteRows(block, at, kind, dz);
  for (let j = 0; j < dx.length; j++) {
    const [from, to] = [start[j]!, start[j + 1]!];
    let columnRhs = columnRhsOf(kind, j, cost[j]!, here, upper, targets);
    if (isFromHere) for (let k = from; k < to; k++) columnRhs -= value[k]! * here.y[row[k]!]!;
    // Added to what is left of costs and duals, as in `eliminate`, not to either: a change of a price may be as small as their rounding.
    let transposed = 0;
    for (let k = from; k < to; k++) transposed += value[k]! * dy[row[k]!]!;
    dx[j] = θ[j]! * (transposed - columnRhs);
  }
  if (kind === 'dual') keepBoundDuals(direction);
  else completeBoundDuals(here, upper, targets, direction);
  completeSecantDuals(block.secants, direction);
  const ignored = Math.floor(trial.ignoredShare * (here.x.length + upper.length));
  const base =
    trial.base && block.equations.kind === 'sparse' && weightedDirection(trial.base, block.equations.directions);
  return {
    ...ratioTest(here, upper, base || undefined, direction, trial.shares, ignored),
    ...(isPredictor(kind) ? productSlopesOf(here, upper, direction) : noProductSlopes),
  };
}

/** With changes of prices: where the block keeps none, in a workspace. */
function pricedDirection(block: Block, at: Side, kind: NewtonRhs['kind']): PricedDirection {
  const { form, equations } = block;
  if (equations.kind === 'sparse') return equations.directions[slotOf[kind]];
  return {
    ...directionOf(block, at, kind),
    dLowerDual: floatWorkspace('changes of lower duals', form.columnCount),
    dUpperDual: floatWorkspace('changes of upper duals', form.boundedCount),
  };
}
