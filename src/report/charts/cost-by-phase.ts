/** What a year of each phase costs, by kind. */

import type { ResultDocument } from '../../results/result-document.ts';
import { costKindNames, costKinds } from '../cost-kinds.ts';
import { type Html, html } from '../html.ts';
import { costColours } from './colours.ts';
import { legend } from './legend.ts';
import { stackedBars } from './stacked-bars.ts';

export function costChart({ phases, cost, scenario: { currency } }: ResultDocument): Html {
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
  const unit = `${currency} million/year`;
  return html`<figure><figcaption>Annual cost by kind</figcaption>${stackedBars({
    id: 'cost',
    label: `Annual cost of each phase by kind of cost, ${unit}; the numbers are in the table of costs.`,
    unit,
    categories: phases.map(({ name }) => name),
    stacks: byKind.map(({ kind, values }) => ({ colour: costColours[kind], values })),
  })}${legend(byKind.map(({ kind }) => ({ name: costKindNames[kind], colour: costColours[kind] })))}</figure>\n`;
}
