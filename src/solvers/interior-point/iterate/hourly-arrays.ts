/** Which arrays of a block code of an hour works on. */

import type { Arrays } from '../linalg/kernel/segments.ts';
import { otherSide, type Side } from './block.ts';
import { type NewtonRhs, slotOf } from './newton-system.ts';

/** Of the factor at a point: of the other one nothing is needed any more. */
export const factorArrays = (at: Side): Arrays => ({ point: [`point ${at}`], spread: [`point ${otherSide(at)}`] });

/** Of a direction from there. */
export const directionArrays = (at: Side, kind: NewtonRhs['kind']): Arrays => ({
  ...factorArrays(at),
  ...{ direction: [`direction ${slotOf[kind]}`], first: ['direction 0'], second: ['direction 1'], h: rhsOf(at, kind) },
});

/** Where the reduced right-hand side stands while a direction is made. */
export function rhsOf(at: Side, kind: NewtonRhs['kind']): readonly [region: string, part: string] {
  // Equations are closed by the predictor alone.
  if (kind === 'centrality-corrector') return [`point ${at}`, 'residual'];
  return [`direction ${restingSlotOf[kind]}`, 'dy'];
}

/** Whose duals nothing is needed of: of a direction that is made later, or again. */
const restingSlotOf: { readonly [Kind in Exclude<NewtonRhs['kind'], 'centrality-corrector'>]: 0 | 1 | 2 } = {
  primal: 1,
  'least-squares-duals': 0,
  dual: 0,
  'settling-duals': 0,
  predictor: 1,
  'secant-predictor': 1,
  corrector: 2,
};
