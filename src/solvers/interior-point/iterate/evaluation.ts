/** A block at its point: how far it is from the optimum, and the factor with which it finds its way. */

import { addLinks, linkedDualOf } from '../form/linking-matrix.ts';
import type { Regularisation } from '../parameters.ts';
import { type Block, type BlockEvaluation, otherSide, type PricedDirection, type Side } from './block.ts';
import { clearSecants, weighSecants } from './bound-secants.ts';
import { evaluateHourly, takeStepHourly, weighHourly } from './hourly-evaluation.ts';
import { factoriseEquations } from './normal-equations.ts';
import { advance, productsOf, type Step, weigh, weightedDirection, weightedSum } from './point.ts';

/** A block by lists, or the linking columns. */
interface Moving extends Pick<Block, 'points'> {
  readonly directions: readonly PricedDirection[];
  readonly form: { readonly upper: Float64Array };
}

/** Comes to the point at `at` from the other one. */
export function takeStep(
  { form, points, directions }: Moving,
  at: Side,
  { weights, lengths, clampedTo, boundDualsRest }: Step,
): void {
  const [from, into] = [points[otherSide(at)], points[at]];
  const moving = boundDualsRest ? { ...weights, dual: [] } : weights;
  advance(from, form.upper, weightedDirection(moving, directions), lengths, into, clampedTo);
  const dy = weightedSum(
    'dy',
    weights.dual,
    directions.map((direction) => direction.dy),
  );
  for (let r = 0; r < into.y.length; r++) into.y[r] = from.y[r]! + lengths.dual * dy[r]!;
}

/**
 * The same for a block, by code of an hour where there is some.
 *
 * @param number no other step of the block has it; where this one was taken already, nothing is done
 */
export function takeBlockStep(block: Block, at: Side, step: Step, number: number): void {
  const { equations, stepTaken } = block;
  if (stepTaken[0] === number) return;
  if (equations.kind === 'repeating') takeStepHourly(equations, block, at, step);
  else takeStep({ ...block, directions: equations.directions }, at, step);
  stepTaken[0] = number;
}

/** Looks at a point. Directions from it are made once it is factorised there. */
export function evaluate(block: Block, at: Side, links: Float64Array): BlockEvaluation {
  const { residuals, equations } = block;
  const residual = residuals[at];
  clearSecants(block.secants);
  if (equations.kind === 'repeating') return evaluateHourly(equations, block, at, links);
  const { form } = equations;
  const here = block.points[at];
  const { x, lowerDual, upperDual, y } = here;
  const { start, row, value, cost, upper, rhs } = form;
  residual.set(rhs);
  addLinks(form, links, -1, residual);
  let objective = form.fixedCost;
  let dualObjective = form.fixedCost;
  let dualResidual = 0;
  let [excess, open, size] = [0, 0, 0];
  let [least, unpaid, largest] = [form.fixedCost, 0, 0];
  for (let j = 0; j < x.length; j++) {
    const [from, to, amount] = [start[j]!, start[j + 1]!, x[j]!];
    let priced = 0;
    for (let k = from; k < to; k++) {
      priced += value[k]! * y[row[k]!]!;
      residual[row[k]!]! -= value[k]! * amount;
    }
    const worth = Math.min(0, cost[j]! - priced);
    let reduced = cost[j]! - priced - lowerDual[j]!;
    if (j < upper.length) {
      reduced += upperDual[j]!;
      dualObjective -= upper[j]! * upperDual[j]!;
      least += upper[j]! * worth;
      if (priced > 0) {
        excess -= priced * upper[j]!;
        size += priced * upper[j]!;
      }
    } else {
      if (priced > open) open = priced;
      unpaid += worth;
      if (amount > largest) largest = amount;
    }
    if (Math.abs(reduced) > dualResidual) dualResidual = Math.abs(reduced);
    objective += cost[j]! * amount;
  }
  let primalResidual = 0;
  for (let r = 0; r < residual.length; r++) {
    if (Math.abs(residual[r]!) > primalResidual) primalResidual = Math.abs(residual[r]!);
    const term = rhs[r]! * y[r]!;
    dualObjective += term;
    least += term;
    excess += term;
    size += Math.abs(term);
  }
  return {
    objective,
    dualObjective,
    provable: least + unpaid * largest,
    primalResidual,
    dualResidual,
    products: productsOf(here, upper),
    farkas: { excess, open, size },
    linkedDual: linkedDualOf(form, y),
  };
}

/** Factorises at a point, with bounds bent where they are; gives Tᵀ·(A·Θ·Aᵀ)⁻¹·T, row by row. */
export function factoriseBlock(block: Block, at: Side, { primal: ρ, dual: δ }: Regularisation): Float64Array {
  const { form, points, θ, secants, equations } = block;
  if (equations.kind === 'repeating') weighHourly(equations, at, ρ);
  else weigh(points[at], form.upper, ρ, θ);
  weighSecants(secants, points[at], form.upper, θ);
  block.isWeightSpent[0] = 0;
  return factoriseEquations(block, at, δ);
}
