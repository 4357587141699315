/** Blocks that lag. All take one step, and a few bounds of a few of twenty blocks would keep it short for all of them. */

import { linkedDualOf } from '../form/linking-matrix.ts';
import { LAGGING_BELOW, LAGGING_SHARE, type Regularisation, SECANT_PASSES } from '../parameters.ts';
import type { Block, Side } from './block.ts';
import { predictorWithBoundDuals } from './bound-dual-changes.ts';
import { clearSecants, takeSecants } from './bound-secants.ts';
import { factoriseBlock } from './evaluation.ts';
import { backSubstitute, eliminate } from './newton-direction.ts';
import { slotOf } from './newton-system.ts';
import { directionOf } from './normal-equations.ts';
import type { RatioTest, StepLengths } from './ratio-test.ts';

/** The length that lagging blocks are to reach: what the next best one does. Undefined where no block lags. */
export function lengthToReach(reached: readonly RatioTest[]): number | undefined {
  const lengths = reached.map(stepLengthOf).sort((a, b) => a - b);
  const length = Math.min(LAGGING_BELOW, lengths[Math.floor(LAGGING_SHARE * lengths.length)] ?? 0);
  return lengths[0]! < length ? length : undefined;
}

export const stepLengthOf = ({ primal, dual }: StepLengths): number => Math.min(primal[0]!, dual[0]!);

export interface SecantDirection {
  readonly reached: RatioTest;
  readonly schurComplement: Float64Array;
  /** What the linking columns were told that duals of the block would do for them, less what they do now: Tᵀ·(dy − dy'). */
  readonly linkedDualChange: Float64Array;
}

export interface SecantDirectionInput {
  /** How the linking columns are going to move. */
  readonly dz: Float64Array;
  readonly length: number;
  /** Share of the bounds that do not count. */
  readonly ignoredShare: number;
  readonly regularisation: Regularisation;
}

/** Makes the direction to the bounds once more, round those that it overshoots; beside the first one, until that is adopted. */
export function secantDirection(
  block: Block,
  at: Side,
  { dz, length, ignoredShare, regularisation }: SecantDirectionInput,
): SecantDirection {
  const { form, points, directions, secants } = block;
  const [first] = directions;
  const round = directionOf(block, at, 'secant-predictor');
  const before = linkedDualOf(form, first.dy);
  clearSecants(secants);
  for (let pass = 1; ; pass++) {
    const overshooting = predictorWithBoundDuals(block, at, pass === 1 ? 'predictor' : 'secant-predictor');
    takeSecants(secants, points[at], form.upper, overshooting);
    const schurComplement = factoriseBlock(block, at, regularisation);
    eliminate(block, at, { kind: 'secant-predictor' });
    const reached = backSubstitute(block, at, { kind: 'secant-predictor' }, dz, { shares: [1], ignoredShare });
    if (pass < SECANT_PASSES && stepLengthOf(reached) < length) continue;
    const after = linkedDualOf(form, round.dy);
    return { reached, schurComplement, linkedDualChange: before.map((dual, l) => dual - after[l]!) };
  }
}

/** Puts the direction round the bounds where the one to the bounds was. */
export function replacePredictor({ directions, equations }: Block): void {
  const [to, from] = [slotOf.predictor, slotOf['secant-predictor']];
  directions[to].dx.set(directions[from].dx);
  directions[to].dy.set(directions[from].dy);
  if (equations.kind === 'repeating') return;
  equations.directions[to].dLowerDual.set(equations.directions[from].dLowerDual);
  equations.directions[to].dUpperDual.set(equations.directions[from].dUpperDual);
}
