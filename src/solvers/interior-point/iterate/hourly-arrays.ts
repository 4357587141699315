/** Which arrays of a block code of an hour works on. */

import type { Arrays, Place } from '../linalg/kernel/segments.ts';
import { otherSide, type Side } from './block.ts';
import { type NewtonRhs, slotOf } from './newton-system.ts';

/** Of the factor at a point: of the other one nothing is needed any more. */
export const factorArrays = (at: Side): Arrays => ({ point: [`point ${at}`], spread: [`point ${otherSide(at)}`] });

/** Of a direction from there. */
export function directionArrays(at: Side, kind: NewtonRhs['kind']): Arrays {
  const [direction, dy] = placesOf(slotOf[kind], at);
  return {
    ...factorArrays(at),
    ...{ direction, dy, first: ['direction 0'], second: ['direction 1'], h: rhsOf(at, kind) },
  };
}

/** Of the directions from there. */
export const stepArrays = (at: Side): Arrays => ({
  ...{ point: [`point ${at}`], into: [`point ${otherSide(at)}`] },
  ...{ first: ['direction 0'], second: ['direction 1'], third: placesOf(2, at)[0] },
});

/** The last direction from a point takes the place of what it is made of, hour by hour: Θ, and its right-hand side. */
const placesOf = (slot: 0 | 1 | 2, at: Side): readonly [dx: Place, dy: Place] =>
  slot === 2
    ? [['θ'], rhsOf(at, 'centrality-corrector')]
    : [
        [`direction ${slot}`, 'dx'],
        [`direction ${slot}`, 'dy'],
      ];

/** Where the reduced right-hand side stands while a direction is made. */
export function rhsOf(at: Side, kind: NewtonRhs['kind']): Place {
  const slot = restingSlotOf[kind];
  return slot === undefined ? [`point ${at}`, 'residual'] : [`direction ${slot}`, 'dy'];
}

/**
 * Whose duals nothing is needed of: of a direction that is made later, or again; the one round bends is made by one task.
 * Correctors need no residual, for the predictor alone closes equations.
 */
const restingSlotOf: { readonly [Kind in NewtonRhs['kind']]?: 0 | 1 } = {
  primal: 1,
  'least-squares-duals': 0,
  dual: 0,
  'settling-duals': 0,
  predictor: 1,
  'secant-predictor': 1,
};
