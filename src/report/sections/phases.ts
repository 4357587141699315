import { capacityCharts } from '../charts/capacities.ts';
import { costOfEnergySentences } from '../cost-sentences.ts';
import { emissionsSentences, gridScoreSentences } from '../emissions-text.ts';
import { type Html, html } from '../html.ts';
import { phaseQuantities } from '../phase-quantities.ts';
import type { Quantity } from '../quantity.ts';
import type { ReportData } from '../report-data.ts';
import { type Row, table } from '../table.ts';

/** What stands in each phase, what it costs and what it reaches. */
export function phases({ document, scenario, schedule }: ReportData): Html | undefined {
  if (document.phases.length === 0) return undefined;
  const quantities = phaseQuantities(document);
  const groups = [...new Set(quantities.map(({ group }) => group))];
  const rowOf = ({ name, unit, values }: Quantity): Row => ({ name, cells: values, ...(unit === '' ? {} : { unit }) });
  return html`<section>
<h2>Phases</h2>
${table({
  caption: 'What stands, what it costs, what it reaches',
  subject: 'Quantity',
  columns: document.phases.map(({ name }) => ({ title: name })),
  rows: groups.flatMap((group): Row[] => [
    { name: group, cells: [], isGroup: true },
    ...quantities.filter((quantity) => quantity.group === group).map(rowOf),
  ]),
  note: `Storage has power (MW) and energy (MWh).${quantities.some(({ name }) => name === 'of which at work') ? ' At work: what age and outages leave, on average over the years of the phase.' : ''} CFE score: share of the load served without grid energy, hour by hour, the lowest of all weather years, rounded down. Curtailed share: of what the plants would have given in all weather years together. Cost: real money of ${document.scenario.currency}, expected over the weather years, not discounted.${[
    ...costOfEnergySentences(document),
    ...emissionsSentences(document),
    ...gridScoreSentences(document),
  ]
    .map((sentence) => ` ${sentence}`)
    .join('')}`,
})}
${schedule === undefined ? undefined : capacityCharts(scenario, schedule)}</section>
`;
}
