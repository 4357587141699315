/** What may be asked of the load in place of more plant, in whole steps: hours of deadline, points of work that may wait. */

import type { LoadTier, Scenario } from '../../scenario/scenario.ts';
import type { Remedy } from './document.ts';

export interface LoadChange {
  /** Of the tier. */
  readonly name: string;
  readonly quantity: Extract<Remedy['quantity'], 'deadlineHours' | 'flexibleShare'>;
  readonly present: number;
  /** Of one step [hours or 1]. */
  readonly step: number;
  readonly mostSteps: number;
  /** The scenario with so many of them. */
  take(scenario: Scenario, steps: number): Scenario;
}

const LONGEST_DEADLINE = 168;
/** A hundredth of all work. */
const POINT = 0.01;

export function loadChangesOf(scenario: Scenario): LoadChange[] {
  const { tiers } = scenario.load;
  const longest = Math.min(LONGEST_DEADLINE, ...scenario.weatherYears.map(({ hours }) => hours - 1));
  const later = tiers.flatMap(({ name, deadlineHours: present }, k): LoadChange[] => {
    if (present === 0) return [];
    const take = (given: Scenario, steps: number) =>
      withTiers(given, (tier, at) => (at === k ? { ...tier, deadlineHours: present + steps } : tier));
    return [{ name, quantity: 'deadlineHours', present, step: 1, mostSteps: Math.max(0, longest - present), take }];
  });
  return [...later, ...moreThatWaits(tiers)];
}

/** Of the tier that may wait longest: work of firm ones becomes its work, in proportion to them. Something of each stays. */
function moreThatWaits(tiers: readonly LoadTier[]): LoadChange[] {
  const last = tiers.reduce((one, other) => (other.deadlineHours > one.deadlineHours ? other : one));
  const firm = tiers.reduce((sum, { share, deadlineHours }) => (deadlineHours === 0 ? sum + share : sum), 0);
  const mostSteps = Math.ceil(firm / POINT - 1e-9) - 1;
  if (last.deadlineHours === 0 || mostSteps < 1) return [];
  const take = (given: Scenario, steps: number) =>
    withTiers(given, (tier) => {
      if (tier.name === last.name) return { ...tier, share: last.share + steps * POINT };
      return tier.deadlineHours > 0 ? tier : { ...tier, share: tier.share * (1 - (steps * POINT) / firm) };
    });
  return [{ name: last.name, quantity: 'flexibleShare', present: last.share, step: POINT, mostSteps, take }];
}

const withTiers = (scenario: Scenario, change: (tier: LoadTier, at: number) => LoadTier): Scenario => ({
  ...scenario,
  load: { ...scenario.load, tiers: scenario.load.tiers.map(change) },
});

/** By halving. @param isEnough with the most steps it is, with none it is not */
export async function leastSteps(
  { mostSteps }: LoadChange,
  isEnough: (steps: number) => Promise<boolean>,
): Promise<number> {
  let [below, enough] = [0, mostSteps];
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (await isEnough(middle)) enough = middle;
    else below = middle;
  }
  return enough;
}

/** So many steps, and what is proven to be too little: less than a whole hour is no deadline. */
export function amountsOf({ quantity, present, step }: LoadChange, steps: number) {
  const needed = present + steps * step;
  return { needed, infeasibleBelow: quantity === 'deadlineHours' ? needed : needed - step };
}
