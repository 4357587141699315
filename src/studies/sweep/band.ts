/** The band of a value that was not solved: what its neighbours prove of its cost, from below and from above. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { Proof } from '../answer.ts';
import { lowerBoundBy } from './lower-bound.ts';
import { cheapestMixture, type Plan } from './mixed-plan.ts';

/** A neighbour that was solved. */
export interface Neighbour extends Plan {
  /** Where it stands in the sweep. */
  readonly at: number;
  /** What is varied there. */
  readonly value: number;
  /** Of a plan of all phases together; nothing is proven from below by others. */
  readonly proofs: readonly Proof[];
}

export interface Band {
  /** No plan costs less [currency]. */
  readonly lower?: { readonly cost: number; readonly by: number };
  /** Some plan costs this [currency]: it is between those of `by`, as much of the second as `share`. */
  readonly upper?: { readonly cost: number; readonly by: readonly number[]; readonly share: number };
}

/**
 * Nothing is assumed of how the cost depends on what is varied: the duals of each neighbour prove a lower bound of the
 * scenario as it is, and a mixture of the two plans that keeps all its laws is a plan of it.
 *
 * @param value of what is varied in the scenario, between those of two neighbours
 */
export function bandOf(scenario: Scenario, value: number, neighbours: readonly Neighbour[]): Band {
  const [first, second] = neighbours;
  if (first === undefined) return {};
  const share = second === undefined ? 0 : (value - first.value) / (second.value - first.value);
  const mixture = cheapestMixture(scenario, second === undefined ? [first] : [first, second], share);
  const lowers = neighbours.flatMap(({ at, proofs }) => {
    const cost = lowerBoundBy(scenario, proofs, mixture?.cost ?? Number.POSITIVE_INFINITY);
    return cost === undefined ? [] : [{ cost, by: at }];
  });
  const lower = lowers.toSorted((a, b) => b.cost - a.cost)[0];
  return {
    ...(lower && { lower }),
    ...(mixture && { upper: { cost: mixture.cost, by: neighbours.map(({ at }) => at), share: mixture.share } }),
  };
}

/** How far the ends are apart, as a share of the upper one; Infinity where one is missing. */
export function widthOf({ lower, upper }: Band): number {
  if (lower === undefined || upper === undefined) return Number.POSITIVE_INFINITY;
  return upper.cost === lower.cost ? 0 : (upper.cost - lower.cost) / Math.abs(upper.cost);
}
