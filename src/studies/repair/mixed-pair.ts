/**
 * A maximum and a change of the load together, where no maxima are enough: the least change with at most twice the size that
 * it takes with all of the change, and the least size with that. With less of either, as much of the other, no plan exists.
 */

import type { Scenario } from '../../scenario/scenario.ts';
import type { Engine } from '../engine.ts';
import { shortagesOf } from '../shortage.ts';
import { cheapestBeyond } from './cheapest.ts';
import type { Remedy, Repair } from './document.ts';
import { leastOf } from './least-of.ts';
import { amountsOf, type LoadChange, leastSteps } from './load-change.ts';
import type { Lifted } from './maxima.ts';

/** Each is a dispatch to find out whether it is enough at all. */
const MOST_PAIRS = 3;
/** A little less change may ask for a thousand times the size. */
const MOST_TIMES = 2;

export interface PairToFind {
  readonly scenario: Scenario;
  /** In which energy is missing. */
  readonly phases: readonly number[];
  readonly maxima: readonly Lifted[];
  readonly changes: readonly LoadChange[];
  /** What is known of each alone. */
  readonly remedies: readonly Remedy[];
}

/** The first that is enough of those that leave least by themselves. */
export async function mixedPairOf(asked: PairToFind, engine: Engine): Promise<Repair['mixedPair']> {
  for (const { lifted, change } of pairsOf(asked).slice(0, MOST_PAIRS)) {
    const { scenario, phases } = asked;
    const leftWith = (steps: number, to?: number) =>
      shortagesOf(change.take(lifted.lift(scenario, to), steps), phases, engine);
    if ((await leftWith(change.mostSteps)).length > 0) continue;
    const withAll = await leastOf(change.take(scenario, change.mostSteps), lifted, engine);
    if (withAll === undefined) continue;
    const most = MOST_TIMES * withAll.needed;
    const steps = await leastSteps(change, async (some) => (await leftWith(some, most)).length === 0);
    const changed = change.take(scenario, steps);
    const size = await leastOf(changed, lifted, engine);
    const cheapest = await cheapestBeyond(changed, [lifted], engine);
    if (size === undefined || typeof cheapest !== 'object') continue;
    const [beyond] = cheapest.beyond;
    const { name, quantity, present } = lifted;
    return {
      objective: cheapest.objective,
      remedies: [
        { name, quantity, present, ...size, inCheapest: Math.max(size.needed, beyond?.needed ?? 0) },
        { name: change.name, quantity: change.quantity, present: change.present, ...amountsOf(change, steps) },
      ],
    };
  }
  return undefined;
}

function pairsOf({ maxima, changes, remedies }: PairToFind) {
  const leftBy = ({ name, quantity }: Pick<Remedy, 'name' | 'quantity'>) => {
    const found = remedies.find((one) => one.name === name && one.quantity === quantity);
    return found?.verdict === 'notEnough' ? found.stillMissingMWh : undefined;
  };
  const pairs = maxima.flatMap((lifted) =>
    changes.flatMap((change) => {
      const [one, other] = [leftBy(lifted), leftBy(change)];
      return one === undefined || other === undefined ? [] : [{ lifted, change, left: one + other }];
    }),
  );
  return pairs.toSorted((a, b) => a.left - b.left);
}
