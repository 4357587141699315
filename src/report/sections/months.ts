import type { Block, Row, Section } from '../content/content.ts';
import { number, type Said, say, share } from '../content/words.ts';
import { type Month, monthQuantities, monthsOf } from '../hours/months.ts';
import type { ReportData } from '../report-data.ts';

/** Month by month, of an expected year of each phase. */
export function months({ document, scenario, schedule }: ReportData): Section | undefined {
  if (schedule === undefined || schedule.phases.length === 0) return undefined;
  const last = schedule.phases.length - 1;
  return {
    id: 'months',
    title: say('Month by month'),
    isSynthetic: document.synthetic,
    blocks: schedule.phases.map(({ name }, p): Block => {
      const own = monthsOf(scenario, schedule, p);
      const whole = Object.fromEntries(
        monthQuantities.map((quantity) => [quantity, own.reduce((sum, month) => sum + month[quantity], 0)]),
      ) as Month;
      return {
        kind: 'table',
        caption: say('Months of an expected year of {phase}', { phase: name }),
        subject: say('Month'),
        columns: [
          { title: say('Load'), unit: 'MWh' },
          { title: say('Delivered'), unit: 'MWh' },
          { title: say('Curtailed'), unit: 'MWh' },
          { title: say('Charged'), unit: 'MWh' },
          { title: say('Discharged'), unit: 'MWh' },
          { title: say('Import'), unit: 'MWh' },
          { title: say('Export'), unit: 'MWh' },
          { title: say('Unmatched'), unit: 'h' },
          { title: say('Hourly score') },
        ],
        rows: [
          ...own.map((month, at) => rowOf({ month: at }, month)),
          { ...rowOf(say('Whole year'), whole), role: 'total' as const },
        ],
        ...(p === 0 || p === last ? {} : { isDataOnly: true }),
      };
    }),
  };
}

function rowOf(name: Said, month: Month): Row {
  const { loadMWh, importMWh } = month;
  const score = loadMWh > 0 ? share(1 - importMWh / loadMWh, 2) : undefined;
  return {
    name,
    cells: [
      ...monthQuantities.map((quantity) => number(month[quantity], quantity === 'unmatchedHours' ? 1 : 0)),
      score,
    ],
  };
}
