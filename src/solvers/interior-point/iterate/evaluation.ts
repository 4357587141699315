/** A block at its point: how far it is from the optimum, and the factor with which it finds its way. */

import { addLinks, linkedDualOf } from '../form/linking-matrix.ts';
import { factorise, solveLowerAll } from '../linalg/ldl-factorisation.ts';
import { floatWorkspace } from '../linalg/workspace.ts';
import type { Regularisation } from '../parameters.ts';
import { type Block, otherSide, type Side } from './block.ts';
import { clearSecants, weighSecants } from './bound-secants.ts';
import type { Mix } from './point.ts';
import { advance, mixed, mixedDirection, productsOf, weigh } from './point.ts';

/** What the other blocks and the linking columns need to know of a block at its point. */
export interface BlockEvaluation {
  readonly objective: number;
  readonly dualObjective: number;
  /**
   * What the duals alone prove of the cost, about: prices of bounds that do not fit the costs are left out, and no column
   * without an upper bound is taken to exceed the largest one.
   */
  readonly provable: number;
  readonly primalResidual: number;
  readonly dualResidual: number;
  readonly products: { readonly sum: number; readonly count: number };
  readonly contradiction: Contradiction;
  /** Tᵀ·y */
  readonly linkedDual: Float64Array;
}

/**
 * Duals that prove that the equations have no solution within the bounds: bᵀy is more than any x can make of Aᵀy.
 * Shares of blocks and linking columns add up.
 */
export interface Contradiction {
  /** bᵀy − the most that bounded columns make of Aᵀy. */
  readonly excess: number;
  /** Largest Aᵀy of a column without an upper bound; above zero there is no proof. */
  readonly open: number;
  /** Σ |terms| of the excess. */
  readonly size: number;
}

interface Lengths {
  readonly primal: number;
  readonly dual: number;
}

/** How a point was reached: the directions taken from the point before, and how far. */
export interface Step {
  readonly mix: Mix;
  readonly lengths: Lengths;
  /** What is kept of what would be lost altogether, where that is not as usual. */
  readonly kept?: number;
}

/** A block, or the linking columns. */
interface Moving extends Pick<Block, 'points' | 'directions'> {
  readonly form: { readonly upper: Float64Array };
}

/** Comes to the point at `at` from the other one. */
export function takeStep({ form, points, directions }: Moving, at: Side, { mix, lengths, kept }: Step): void {
  const [from, into] = [points[otherSide(at)], points[at]];
  advance(from, form.upper, mixedDirection(mix, directions), lengths, into, kept);
  const dy = mixed(
    'dy',
    mix.dual,
    directions.map((direction) => direction.dy),
  );
  for (let r = 0; r < into.y.length; r++) into.y[r] = from.y[r]! + lengths.dual * dy[r]!;
}

/** Looks at a point. Directions from it are made once it is factorised there. */
export function evaluate(block: Block, at: Side, links: Float64Array): BlockEvaluation {
  const { form, residual } = block;
  const here = block.points[at];
  const { x, lowerPrice, upperPrice, y } = here;
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
    let reduced = cost[j]! - priced - lowerPrice[j]!;
    if (j < upper.length) {
      reduced += upperPrice[j]!;
      dualObjective -= upper[j]! * upperPrice[j]!;
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
  clearSecants(block.secants);
  return {
    objective,
    dualObjective,
    provable: least + unpaid * largest,
    primalResidual,
    dualResidual,
    products: productsOf(here, upper),
    contradiction: { excess, open, size },
    linkedDual: linkedDualOf(form, y),
  };
}

/** Factorises at a point, with bounds bent where they are; gives Tᵀ·(A·Θ·Aᵀ)⁻¹·T, row by row. */
export function factoriseBlock(
  { form, points, θ, factor, secants, reducedLinks }: Block,
  at: Side,
  regularisation: Regularisation,
) {
  const { rowCount, linkedCount, linkStart, linkRow, linkValue, upper } = form;
  weigh(points[at], upper, regularisation.ρ, θ);
  weighSecants(secants, points[at], upper, θ);
  factorise(factor, form.value, θ, regularisation.δ);
  const links = reducedLinks.length > 0 ? reducedLinks : floatWorkspace('reducedLinks', rowCount * linkedCount);
  links.fill(0);
  for (let l = 0; l < linkedCount; l++) {
    for (let k = linkStart[l]!; k < linkStart[l + 1]!; k++) links[linkRow[k]! * linkedCount + l]! += linkValue[k]!;
  }
  return solveLowerAll(factor, links, linkedCount);
}
