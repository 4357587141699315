/** Which months of a year operated by forecasts stay unmatched, beside the plan that knows them. */

import type { Operation } from '../../studies/operate/document.ts';
import { unmatchedByMonth } from '../charts/unmatched-by-month.ts';
import { number, say } from '../content/words.ts';
import type { SheetPart } from './sheet.ts';

type Month = Operation['months'][number];

export function monthsPart({ months }: Operation): SheetPart {
  const told = months.filter(({ perfectMWh, planMWh, forecastMWh = 0 }) => perfectMWh + planMWh + forecastMWh >= 0.5);
  const ways = [
    { name: say('the plan'), of: (month: Month) => month.planMWh },
    { name: say('perfect'), of: (month: Month) => month.perfectMWh },
    ...(told.some(({ forecastMWh }) => forecastMWh !== undefined)
      ? [{ name: say('forecast'), of: (month: Month) => month.forecastMWh ?? 0 }]
      : []),
  ];
  if (told.length === 0) return { title: say('Unmatched by month, in MWh') };
  const reached = ways.at(-1)!.of;
  const worst = told.reduce((most, month) => (reached(month) > reached(most) ? month : most));
  return {
    title: say('Unmatched by month, in MWh'),
    sentences: [
      say('Most in {month}: {mwh} MWh; the plan, which knows the year, leaves {plan} MWh in it.', {
        month: { month: worst.month - 1 },
        mwh: number(reached(worst)),
        plan: number(worst.planMWh),
      }),
    ],
    chart: unmatchedByMonth({
      ways: ways.map(({ name, of }) => ({ name, unmatchedMWh: months.map(of) })),
      months: months.map(({ month }) => month),
    }),
    table: {
      subject: say('Month'),
      columns: ways.map(({ name }) => name),
      rows: told.map((month) => ({
        ...{ name: { month: month.month - 1 }, unit: '' },
        cells: ways.map(({ of }) => number(of(month))),
      })),
    },
  };
}
