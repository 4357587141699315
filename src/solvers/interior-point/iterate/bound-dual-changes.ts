/**
 * Where hours repeat, directions keep columns and duals of rows alone, for how duals of bounds change follows from them: to
 * the bit as code of an hour has it (`linalg/kernel/bound-dual-changes.ts`), but for bounds that are bent.
 */

import { type OwnParameter, parameterAt } from '../linalg/kernel/factor.ts';
import { type RepeatingEquations, regionOf } from '../linalg/kernel/kernels.ts';
import { floatWorkspace } from '../linalg/workspace.ts';
import { CENTRALITY_RANGE } from '../parameters.ts';
import type { Block, Side } from './block.ts';
import { completeSecantDuals, forEachSecant } from './bound-secants.ts';
import { isPredictor, type NewtonRhs, slotOf } from './newton-system.ts';
import type { Direction } from './point.ts';

/** Slope by column. */
type Slopes = ReadonlyMap<number, number>;

const noSecants: Slopes = new Map();

const parametersOfDuals = [
  ...(['sigma mu', 'second-order cap', 'second order', 'centrality sigma mu', 'tried primal', 'tried dual'] as const),
  ...(['mixed first primal', 'mixed second primal', 'mixed first dual', 'mixed second dual'] as const),
] satisfies OwnParameter[];

export class BoundDualChanges {
  private readonly block: Block;
  private readonly at: Side;
  private readonly known: Readonly<Record<(typeof parametersOfDuals)[number], number>>;
  private readonly secantLower: Slopes;
  private readonly secantUpper: Slopes;

  /** @param followsSecants whether bounds that are bent are taken as such */
  constructor(equations: RepeatingEquations, block: Block, at: Side, followsSecants = true) {
    const parameters = regionOf(equations, 'parameters');
    this.block = block;
    this.at = at;
    // The cast: every name has its number.
    this.known = Object.fromEntries(
      parametersOfDuals.map((name) => [name, parameters[parameterAt(equations.kernels.template, name)]!]),
    ) as typeof this.known;
    [this.secantLower, this.secantUpper] = followsSecants ? slopesOf(block) : [noSecants, noSecants];
  }

  /** Of the lower bound of a column, by the direction for a right-hand side. */
  lower(kind: NewtonRhs['kind'], j: number): number {
    const { points, directions } = this.block;
    const { x, lowerDual } = points[this.at];
    const slope = this.secantLower.get(j);
    if (slope !== undefined) return -slope * directions[slotOf[kind]].dx[j]!;
    return this.change(kind, x[j]!, lowerDual[j]!, (slot) => directions[slot].dx[j]!);
  }

  /** Of its upper bound. */
  upper(kind: NewtonRhs['kind'], j: number): number {
    const { form, points, directions } = this.block;
    const { x, upperDual } = points[this.at];
    const slope = this.secantUpper.get(j);
    if (slope !== undefined) return slope * directions[slotOf[kind]].dx[j]!;
    return this.change(kind, form.upper[j]! - x[j]!, upperDual[j]!, (slot) => -directions[slot].dx[j]!);
  }

  private change(kind: NewtonRhs['kind'], left: number, dual: number, dLeft: (slot: 0 | 1 | 2) => number): number {
    const { known } = this;
    const inverse = 1 / left;
    if (isPredictor(kind)) return toBounds(dual, dLeft(slotOf[kind]) * inverse);
    const toTarget = (slot: 0 | 1 | 2, target: number) => (target - dual * dLeft(slot)) * inverse;
    const first = toBounds(dual, dLeft(0) * inverse);
    const cap = known['second-order cap'];
    const beyond = Math.max(dLeft(0), -(cap * left)) * Math.max(first, -(cap * dual));
    const second = toTarget(1, known['sigma mu'] - known['second order'] * beyond);
    if (kind === 'corrector') return second;
    const dMixed = known['mixed first primal'] * dLeft(0) + known['mixed second primal'] * dLeft(1);
    const mixed = known['mixed first dual'] * first + known['mixed second dual'] * second;
    const product = (left + known['tried primal'] * dMixed) * (dual + known['tried dual'] * mixed);
    const sigmaMu = known['centrality sigma mu'];
    const [least, most] = [CENTRALITY_RANGE.least * sigmaMu, CENTRALITY_RANGE.most * sigmaMu];
    const pulled = product > most ? Math.max(most - product, -most) : 0;
    return toTarget(2, least > product ? least - product : pulled);
  }
}

/** The direction to the bounds with the changes of all duals, in a workspace: good until it is asked for again. */
export function predictorWithBoundDuals(block: Block, at: Side, kind: 'predictor' | 'secant-predictor'): Direction {
  const { form, points, directions, secants, equations } = block;
  if (equations.kind === 'sparse') return equations.directions[slotOf[kind]];
  const { upper } = form;
  const { x, lowerDual, upperDual } = points[at];
  const { dx } = directions[slotOf[kind]];
  const [dLowerDual, dUpperDual] = [
    floatWorkspace('changes of lower duals', x.length),
    floatWorkspace('changes of upper duals', upper.length),
  ];
  for (let j = 0; j < x.length; j++) dLowerDual[j] = toBounds(lowerDual[j]!, dx[j]! * (1 / x[j]!));
  for (let j = 0; j < upper.length; j++) {
    dUpperDual[j] = toBounds(upperDual[j]!, -dx[j]! * (1 / (upper[j]! - x[j]!)));
  }
  completeSecantDuals(secants, { dx, dLowerDual, dUpperDual });
  return { dx, dLowerDual, dUpperDual };
}

/** @param share that what is left until the bound grows by */
const toBounds = (dual: number, share: number): number => -(dual + dual * share);

function slopesOf({ form, secants }: Block): readonly [Slopes, Slopes] {
  const [lower, upper] = [new Map<number, number>(), new Map<number, number>()];
  forEachSecant(secants, form.columnCount, (j, isUpper, slope) => {
    (isUpper ? upper : lower).set(j, slope);
  });
  return [lower, upper];
}
