import type { ResultDocument } from '../results/result-document.ts';
import { hasSpentCapital } from './phase-quantities.ts';

/** What the cost of a MWh holds and what it leaves out, where something was committed; nothing where all is new. */
export function costOfEnergySentences({ phases, cost }: ResultDocument): string[] {
  const withoutPrice = cost?.withoutPrice ?? [];
  const none = withoutPrice.length === 0;
  const names = withoutPrice.join(', ');
  if (!hasSpentCapital(phases)) {
    return none
      ? []
      : [`Levelised cost leaves out the capital of ${names}: committed, and without a price in the scenario.`];
  }
  return [
    'Levelised cost is what this plan still spends: the capital of committed plant is spent and not in it.',
    `Full cost counts that capital too, as annuities at the prices of the scenario${none ? '' : `, but not that of ${names}, which has no price there`}.`,
  ];
}
