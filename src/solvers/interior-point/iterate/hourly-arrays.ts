/** Which arrays of a block code of an hour works on. */

import type { Arrays } from '../linalg/kernel/segments.ts';
import { otherSide, type Side } from './block.ts';
import { type Purpose, slotOf } from './newton-system.ts';

/** Of the factor at a point: of the other one nothing is needed any more. */
export const factorArrays = (at: Side): Arrays => ({ point: [`point ${at}`], spread: [`point ${otherSide(at)}`] });

/** Of a direction from there. */
export const directionArrays = (at: Side, kind: Purpose['kind']): Arrays => ({
  ...factorArrays(at),
  ...{ direction: [`direction ${slotOf[kind]}`], first: ['direction 0'], second: ['direction 1'], h: rhsOf[kind] },
});

/** Where the reduced right-hand side stands while a direction is made: in place of duals of one that is made later, or again. */
export const rhsOf: { readonly [Kind in Purpose['kind']]: readonly [region: string, part?: string] } = {
  primal: ['direction 1', 'dy'],
  'least-squares-duals': ['direction 0', 'dy'],
  dual: ['direction 0', 'dy'],
  'settling-duals': ['direction 0', 'dy'],
  predictor: ['direction 1', 'dy'],
  'secant-predictor': ['direction 1', 'dy'],
  corrector: ['direction 2', 'dy'],
  // Equations are closed by the predictor alone.
  'centrality-corrector': ['residual'],
};
