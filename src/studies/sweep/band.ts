/** The band of a value that was not solved: what its neighbours prove of its cost, from below and from above. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { Proof } from '../answer.ts';
import { lowerBoundsOf } from './lower-bound.ts';
import { cheapestMixture, costOf, type Plan } from './mixed-plan.ts';

/** A neighbour that was solved. */
export interface Neighbour extends Plan {
  /** Where it stands in the sweep. */
  readonly at: number;
  /** What is varied there. */
  readonly value: number;
  /** Of a plan of all phases together; nothing is proven from below by others. */
  readonly proofs: readonly Proof[];
}

/** An end of a band, and whose plans or duals prove it: as much of the second of them as `share`. */
interface End {
  readonly cost: number;
  readonly by: readonly number[];
  readonly share: number;
}

export interface Band {
  /** No plan costs less [currency]. */
  readonly lower?: End;
  /** Some plan costs this [currency]. */
  readonly upper?: End;
  /** Value between the neighbours at which the band is widest, where their duals would prove a line each. */
  readonly widestAt?: number;
}

/**
 * Nothing is assumed of how the cost depends on what is varied: the duals of each neighbour, and as much of both as the
 * value asks for, prove a lower bound of the scenario as it is, and a mixture of the two plans that keeps all its laws is a
 * plan of it. Where amounts are varied the duals of one neighbour prove more, where prices are those of both.
 *
 * @param value of what is varied in the scenario, between those of two neighbours
 */
export function bandOf(scenario: Scenario, value: number, neighbours: readonly Neighbour[]): Band {
  const [first, second] = neighbours;
  if (first === undefined) return {};
  const share = second === undefined ? 0 : (value - first.value) / (second.value - first.value);
  const mixture = cheapestMixture(scenario, second === undefined ? [first] : [first, second], share);
  const bound = lowerBoundsOf(scenario);
  const cutoff = mixture?.cost ?? farAbove(neighbours);
  const lowers = proofsOf(neighbours, share).flatMap(({ proof, other, ...whose }): End[] => {
    const cost = bound(proof, cutoff, other && { proof: other, share });
    return cost === undefined ? [] : [{ cost, ...whose }];
  });
  const lower = lowers.toSorted((a, b) => b.cost - a.cost)[0];
  const widest = lower?.by.length === 1 && mixture ? widestShare(neighbours, lowers, mixture.cost, share) : undefined;
  return {
    ...(lower && { lower }),
    ...(widest !== undefined && { widestAt: first.value + widest * (second!.value - first.value) }),
    ...(mixture && { upper: { cost: mixture.cost, by: neighbours.map(({ at }) => at), share: mixture.share } }),
  };
}

/** Where two lines meet: each leaves the chord at a neighbour, and is so far below it at `share` of the way to the second. */
function widestShare(neighbours: readonly Neighbour[], lowers: readonly End[], chord: number, share: number) {
  const below = neighbours.map(
    ({ at }) => chord - (lowers.find(({ by }) => by.join() === `${at}`)?.cost ?? Number.NaN),
  );
  const [before, behind] = [below[0]! / share, below[1]! / (1 - share)];
  const met = behind / (before + behind);
  return met > 0 && met < 1 ? met : undefined;
}

/** Where no plan is known, a point is cheaper than this or this is a bound: either way duals prove more than without a cutoff. */
function farAbove(neighbours: readonly Neighbour[]): number {
  const cost = Math.max(...neighbours.map((plan) => costOf(plan.scenario, plan)));
  return cost > 0 ? MANY_TIMES * cost : Number.POSITIVE_INFINITY;
}

const MANY_TIMES = 4;

interface Proving extends Pick<End, 'by' | 'share'> {
  readonly proof: Proof;
  readonly other?: Proof;
}

function proofsOf(neighbours: readonly Neighbour[], share: number): Proving[] {
  const own = neighbours.flatMap(({ at, proofs }): Proving[] =>
    proofs.length === 1 ? [{ proof: proofs[0]!, by: [at], share: 0 }] : [],
  );
  const [first, second] = own;
  if (second === undefined || share <= 0 || share >= 1 || !isAlike(first!.proof, second.proof)) return own;
  return [...own, { proof: first!.proof, other: second.proof, by: [...first!.by, ...second.by], share }];
}

function isAlike(a: Proof, b: Proof): boolean {
  const rowsOf = (proof: Proof) =>
    proof.kind === 'whole'
      ? [proof.rowDual.length]
      : [proof.linkingDual.length, ...proof.partDuals.map((duals) => duals.length)];
  return a.kind === b.kind && rowsOf(a).join() === rowsOf(b).join();
}

/** How far the ends are apart, as a share of the upper one; Infinity where one is missing. */
export function widthOf({ lower, upper }: Band): number {
  if (lower === undefined || upper === undefined) return Number.POSITIVE_INFINITY;
  return upper.cost === lower.cost ? 0 : (upper.cost - lower.cost) / Math.abs(upper.cost);
}
