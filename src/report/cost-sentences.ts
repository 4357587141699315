import type { ResultDocument } from '../results/document/result-document.ts';
import { type Said, say } from './content/words.ts';
import { hasSpentCapital } from './phase-quantities.ts';

/** What the cost of a MWh holds and what it leaves out, where something was committed; nothing where all is new. */
export function costOfEnergySentences({ phases, cost }: ResultDocument): Said[] {
  const without = cost?.withoutPrice ?? [];
  const names = { names: without };
  if (!hasSpentCapital(phases)) {
    return without.length === 0
      ? []
      : [
          say('Levelised cost leaves out the capital of {names}: committed, and without a price in the scenario.', {
            names,
          }),
        ];
  }
  return [
    say('Levelised cost is what this plan still spends: the capital of committed plant is spent and not in it.'),
    without.length === 0
      ? say('Full cost counts that capital too, as annuities at the prices of the scenario.')
      : say(
          'Full cost counts that capital too, as annuities at the prices of the scenario, but not that of {names}, which has no price there.',
          { names },
        ),
  ];
}
