/** What a year of each phase costs, by kind. */

import type { ResultDocument } from '../../results/document/result-document.ts';
import type { Block } from '../content/content.ts';
import { say } from '../content/words.ts';
import { costKindNames, costKinds } from '../cost-kinds.ts';
import { costColours } from './colours.ts';
import { stackedBars } from './stacked-bars.ts';

export function costChart({ phases, cost, scenario: { currency } }: ResultDocument): Block {
  const items = cost?.items ?? [];
  const byKind = costKinds
    .map((kind) => ({
      kind,
      values: phases.map(({ name }) =>
        items
          .filter((item) => item.kind === kind && item.phase === name)
          .reduce((sum, { annualValue }) => sum + annualValue / 1e6, 0),
      ),
    }))
    .filter(({ values }) => values.some((value) => value !== 0));
  const unit = say('{amount}/year', { amount: say('{currency} million', { currency }) });
  return {
    kind: 'chart',
    title: say('Annual cost by kind'),
    legend: byKind.map(({ kind }) => ({ name: say(costKindNames[kind]), colour: costColours[kind] })),
    draw: (language) =>
      stackedBars(
        {
          id: 'cost',
          label: say('Annual cost of each phase by kind of cost, {unit}; the numbers are in the table of costs.', {
            unit,
          }),
          unit,
          categories: phases.map(({ name }) => name),
          stacks: byKind.map(({ kind, values }) => ({ colour: costColours[kind], values })),
        },
        language,
      ),
  };
}
