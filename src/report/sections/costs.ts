import { costChart } from '../charts/cost-by-phase.ts';
import { costKindNames, costKinds } from '../cost-kinds.ts';
import { moneyScale, percent, plainPercent } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { type Row, table } from '../table.ts';

/** Every item of the cost: a year of each phase, and its part of the discounted whole. */
export function costs({ document, scenario }: ReportData): Html | undefined {
  const { cost, phases } = document;
  if (cost === undefined || phases.length === 0) return undefined;
  const { currency } = document.scenario;
  const annual = moneyScale(
    currency,
    phases.map(({ annualCost }) => annualCost),
  );
  const whole = moneyScale(currency, [cost.objective]);
  const names = [...new Set(cost.items.map(({ name }) => name))];
  const rows = names.flatMap((name): Row[] =>
    costKinds.flatMap((kind): Row[] => {
      const items = cost.items.filter((item) => item.name === name && item.kind === kind);
      if (items.every(({ value, annualValue }) => value === 0 && annualValue === 0)) return [];
      const inPhases = phases.map((phase) =>
        items.filter((item) => item.phase === phase.name).reduce((sum, { annualValue }) => sum + annualValue, 0),
      );
      const discounted = items.reduce((sum, { value }) => sum + value, 0);
      const share = cost.objective > 0 ? percent(discounted / cost.objective) : '–';
      return [
        {
          name,
          cells: [costKindNames[kind], ...inPhases.map(annual.text), whole.text(discounted), share],
        },
      ];
    }),
  );
  const total: Row = {
    name: 'Total',
    isTotal: true,
    cells: ['', ...phases.map(({ annualCost }) => annual.text(annualCost)), whole.text(cost.objective), percent(1)],
  };
  return html`<section>
<h2>Costs</h2>
<div class="panels">${costChart(document)}</div>
${table({
  caption: `Cost items: phases in ${annual.unit} a year, all phases together in ${whole.unit}`,
  subject: 'Asset',
  columns: [
    { title: 'Kind', isText: true },
    ...phases.map(({ name }) => ({ title: name })),
    { title: 'All phases, discounted' },
    { title: 'Share' },
  ],
  rows: [...rows, total],
  note: `Real money, paid at the end of each year; discounted at ${plainPercent(scenario.discountRate)} a year to the beginning of the first phase. Capital is annualised over the lifetime of each plant, at the price of the year in which it was built or replaced; where that falls within a phase, the year of the phase shows the same amount in every year that is worth as much. Items that are 0 in every phase are left out.`,
})}</section>
`;
}
