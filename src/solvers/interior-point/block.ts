/** One block of the programme while it is solved: its numbers on shared memory, and what a thread does with them. */

import type { Point, Reach, Step } from './columns.ts';
import * as columns from './columns.ts';
import { type Factor, factorise, solveLower, solveLowerAll, solveUpper } from './factor.ts';
import { sharedFloats } from './shared-arrays.ts';
import type { StandardForm } from './standard-form.ts';
import type { Structure } from './structure.ts';

export interface BlockPoint extends Point {
  /** Duals of the rows. */
  readonly y: Float64Array;
}

export interface BlockStep extends Step {
  readonly dy: Float64Array;
}

/**
 * Everything of a block. What a task reads it does not write, so that a task whose thread died is simply repeated: the
 * next point goes beside the present one, a new step beside the last.
 */
export interface Block {
  readonly form: StandardForm;
  readonly factor: Factor;
  readonly points: readonly [BlockPoint, BlockPoint];
  readonly steps: readonly [BlockStep, BlockStep];
  readonly θ: Float64Array;
  /** b − A·x − T·z */
  readonly residual: Float64Array;
  /** L⁻¹·T, row by row. */
  readonly reducedLinks: Float64Array;
  /** L⁻¹ of the right-hand side of the step that is being made. */
  readonly reducedRhs: Float64Array;
}

/** Regularisation: of columns, and of rows. */
export interface Damping {
  readonly ρ: number;
  readonly δ: number;
}

/** What the other blocks and the linking columns need to know of a block at its point. */
export interface BlockView {
  readonly objective: number;
  readonly dualObjective: number;
  readonly primalResidual: number;
  readonly dualResidual: number;
  readonly products: { readonly sum: number; readonly count: number };
  /** Tᵀ·y */
  readonly linkedDual: Float64Array;
  /** Tᵀ·(A·Θ·Aᵀ)⁻¹·T, row by row. */
  readonly curvature: Float64Array;
}

export type Side = 0 | 1;

export function newBlock(form: StandardForm, structure: Structure): Block {
  const { rowCount, columnCount, boundedCount, linkedCount } = form;
  const point = (): BlockPoint => ({
    x: sharedFloats(columnCount),
    lowerPrice: sharedFloats(columnCount),
    upperPrice: sharedFloats(boundedCount),
    y: sharedFloats(rowCount),
  });
  const step = (): BlockStep => ({
    dx: sharedFloats(columnCount),
    lowerAim: sharedFloats(columnCount),
    upperAim: sharedFloats(boundedCount),
    dy: sharedFloats(rowCount),
  });
  return {
    form,
    factor: { structure, lower: sharedFloats(structure.factorRow.length), diagonal: sharedFloats(rowCount) },
    points: [point(), point()],
    steps: [step(), step()],
    θ: sharedFloats(columnCount),
    residual: sharedFloats(rowCount),
    reducedLinks: sharedFloats(rowCount * linkedCount),
    reducedRhs: sharedFloats(rowCount),
  };
}

/** Takes the step `by` from the point at `at` to the other one. */
export function advance(block: Block, at: Side, by: Side, lengths: { readonly primal: number; readonly dual: number }) {
  const [from, into, step] = [block.points[at], block.points[at === 0 ? 1 : 0], block.steps[by]];
  columns.advance(from, block.form.upper, step, lengths, into);
  for (let r = 0; r < into.y.length; r++) into.y[r] = from.y[r]! + lengths.dual * step.dy[r]!;
}

/** Looks at a point, and factorises there. */
export function evaluate(block: Block, at: Side, links: Float64Array, damping: Damping): BlockView {
  const { form, θ, residual, factor, reducedLinks } = block;
  const point = block.points[at];
  const { x, lowerPrice, upperPrice, y } = point;
  const { start, row, value, cost, upper, rhs, linkStart, linkRow, linkValue, linkedCount } = form;
  residual.set(rhs);
  let objective = form.fixedCost;
  let dualObjective = form.fixedCost;
  let dualResidual = 0;
  for (let j = 0; j < x.length; j++) {
    const [from, to, amount] = [start[j]!, start[j + 1]!, x[j]!];
    let reduced = cost[j]!;
    for (let k = from; k < to; k++) {
      reduced -= value[k]! * y[row[k]!]!;
      residual[row[k]!]! -= value[k]! * amount;
    }
    reduced -= lowerPrice[j]!;
    if (j < upper.length) {
      reduced += upperPrice[j]!;
      dualObjective -= upper[j]! * upperPrice[j]!;
    }
    if (Math.abs(reduced) > dualResidual) dualResidual = Math.abs(reduced);
    objective += cost[j]! * amount;
  }
  const linkedDual = new Float64Array(linkedCount);
  reducedLinks.fill(0);
  for (let l = 0; l < linkedCount; l++) {
    for (let k = linkStart[l]!; k < linkStart[l + 1]!; k++) {
      const r = linkRow[k]!;
      residual[r]! -= linkValue[k]! * links[l]!;
      linkedDual[l]! += linkValue[k]! * y[r]!;
      reducedLinks[r * linkedCount + l]! += linkValue[k]!;
    }
  }
  let primalResidual = 0;
  for (let r = 0; r < residual.length; r++) {
    if (Math.abs(residual[r]!) > primalResidual) primalResidual = Math.abs(residual[r]!);
    dualObjective += rhs[r]! * y[r]!;
  }
  columns.weigh(point, upper, damping.ρ, θ);
  factorise(factor, value, θ, damping.δ);
  return {
    objective,
    dualObjective,
    primalResidual,
    dualResidual,
    products: columns.productsOf(point, upper),
    linkedDual,
    curvature: solveLowerAll(factor, reducedLinks, linkedCount),
  };
}

/** What a step aims at: the bounds; the centre after what step `after` did; or step `after` with its products pulled in. */
export type Aim =
  /** Columns alone, to the nearest solution of the equations. */
  | { readonly kind: 'equations' }
  /** Duals alone, from zero to those nearest to the costs; `dx` is minus the reduced costs. */
  | { readonly kind: 'costs' }
  | { readonly kind: 'bounds' }
  | { readonly kind: 'centre'; readonly after: Side; readonly target: number }
  | {
      readonly kind: 'closer';
      readonly after: Side;
      readonly target: number;
      readonly primal: number;
      readonly dual: number;
    };

/** Points the given step at its aim with the linking columns at rest; gives Tᵀ·(A·Θ·Aᵀ)⁻¹ of its right-hand side. */
export function aim(block: Block, at: Side, into: Side, towards: Aim): Float64Array {
  const { form, θ, residual, factor, reducedLinks, reducedRhs: h } = block;
  const point = block.points[at];
  const { x, lowerPrice, upperPrice, y } = point;
  const step = block.steps[into];
  aimColumns(block, at, step, towards);
  const { start, row, value, cost, upper, linkedCount } = form;
  if (towards.kind === 'costs') h.fill(0);
  else h.set(residual);
  for (let j = 0; j < x.length && towards.kind !== 'equations'; j++) {
    const [from, to] = [start[j]!, start[j + 1]!];
    let push = cost[j]!;
    if (towards.kind !== 'costs') {
      // c − Aᵀy − prices, and what the aim adds to them.
      push -= lowerPrice[j]! + step.lowerAim[j]! / x[j]!;
      if (j < upper.length) push += upperPrice[j]! + step.upperAim[j]! / (upper[j]! - x[j]!);
      for (let k = from; k < to; k++) push -= value[k]! * y[row[k]!]!;
    }
    const moved = θ[j]! * push;
    for (let k = from; k < to; k++) h[row[k]!]! += value[k]! * moved;
  }
  solveLower(factor, h);
  const pull = new Float64Array(linkedCount);
  for (let r = 0; r < h.length; r++) {
    const weighted = h[r]! / factor.diagonal[r]!;
    if (weighted === 0) continue;
    for (let l = 0; l < linkedCount; l++) pull[l]! += reducedLinks[r * linkedCount + l]! * weighted;
  }
  return pull;
}

export function aimColumns(
  { points, steps, form: { upper } }: Pick<Block, 'points' | 'steps'> & { form: { upper: Float64Array } },
  at: Side,
  into: Step,
  towards: Aim,
): void {
  const point = points[at];
  if (towards.kind === 'equations' || towards.kind === 'costs') columns.aimAside(into);
  else if (towards.kind === 'bounds') columns.aimAtBounds(point, upper, into);
  else if (towards.kind === 'centre') columns.aimAtCentre(point, upper, steps[towards.after], towards.target, into);
  else columns.aimCloser(point, upper, steps[towards.after], towards, into);
}

/** Completes a step now that the linking columns move by `dz`. */
export function complete(block: Block, at: Side, into: Side, towards: Aim['kind'], dz: Float64Array): Reach {
  const { form, θ, factor, reducedLinks, reducedRhs } = block;
  const point = block.points[at];
  const { x, lowerPrice, upperPrice, y } = point;
  const step = block.steps[into];
  const { dx, dy, lowerAim, upperAim } = step;
  const { start, row, value, cost, upper, linkedCount } = form;
  for (let r = 0; r < dy.length; r++) {
    let sum = reducedRhs[r]!;
    for (let l = 0; l < linkedCount; l++) sum -= reducedLinks[r * linkedCount + l]! * dz[l]!;
    dy[r] = sum;
  }
  solveUpper(factor, dy);
  for (let j = 0; j < x.length; j++) {
    const to = start[j + 1]!;
    let push = towards === 'equations' ? 0 : -cost[j]!;
    for (let k = start[j]!; k < to; k++) push += value[k]! * dy[row[k]!]!;
    if (towards !== 'equations' && towards !== 'costs') {
      push += lowerPrice[j]! + lowerAim[j]! / x[j]!;
      if (j < upper.length) push -= upperPrice[j]! + upperAim[j]! / (upper[j]! - x[j]!);
      for (let k = start[j]!; k < to; k++) push += value[k]! * y[row[k]!]!;
    }
    dx[j] = θ[j]! * push;
  }
  return columns.reachOf(point, upper, step);
}
