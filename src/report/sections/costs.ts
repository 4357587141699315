import { costChart } from '../charts/cost-by-phase.ts';
import type { Row, Section } from '../content/content.ts';
import { givenShare, moneyScaleOf, say, share } from '../content/words.ts';
import { costKindNames, costKinds } from '../cost-kinds.ts';
import type { ReportData } from '../report-data.ts';

/** Every item of the cost: a year of each phase, and its part of the discounted whole. */
export function costs({ document, scenario }: ReportData): Section | undefined {
  const { cost, phases } = document;
  if (cost === undefined || phases.length === 0) return undefined;
  const { currency } = document.scenario;
  const annual = moneyScaleOf(
    currency,
    phases.map(({ annualCost }) => annualCost),
  );
  const whole = moneyScaleOf(currency, [cost.objective]);
  const names = [...new Set(cost.items.map(({ name }) => name))];
  const rows = names.flatMap((name): Row[] =>
    costKinds.flatMap((kind): Row[] => {
      const items = cost.items.filter((item) => item.name === name && item.kind === kind);
      if (items.every(({ value, annualValue }) => value === 0 && annualValue === 0)) return [];
      const inPhases = phases.map((phase) =>
        items.filter((item) => item.phase === phase.name).reduce((sum, { annualValue }) => sum + annualValue, 0),
      );
      const discounted = items.reduce((sum, { value }) => sum + value, 0);
      const part = cost.objective > 0 ? share(discounted / cost.objective) : undefined;
      return [{ name, cells: [say(costKindNames[kind]), ...inPhases.map(annual.of), whole.of(discounted), part] }];
    }),
  );
  const total: Row = {
    name: say('Total'),
    role: 'total',
    cells: ['', ...phases.map(({ annualCost }) => annual.of(annualCost)), whole.of(cost.objective), share(1)],
  };
  return {
    id: 'costs',
    title: say('Costs'),
    blocks: [
      { kind: 'group', blocks: [costChart(document)] },
      {
        kind: 'table',
        caption: say('Cost items: phases in {annual} a year, all phases together in {whole}', {
          annual: annual.unit,
          whole: whole.unit,
        }),
        subject: say('Asset'),
        columns: [
          { title: say('Kind'), holds: 'text' },
          ...phases.map(({ name }) => ({ title: name })),
          { title: say('All phases, discounted') },
          { title: say('Share') },
        ],
        rows: [...rows, total],
        note: say(
          'Real money, paid at the end of each year; discounted at {rate} a year to the beginning of the first phase. Capital is annualised over the lifetime of each plant, at the price of the year in which it was built or replaced; where that falls within a phase, the year of the phase shows the same amount in every year that is worth as much. Items that are 0 in every phase are left out.',
          { rate: givenShare(scenario.discountRate) },
        ),
      },
    ],
  };
}
