import { averageDaysChart } from '../charts/average-days.ts';
import type { Block, Section, Table } from '../content/content.ts';
import { number, type Said, say, year } from '../content/words.ts';
import { familyNames } from '../family.ts';
import { type AverageDays, averageDaysOf } from '../hours/average-days.ts';
import { positionsOf } from '../hours/positions.ts';
import type { ReportData } from '../report-data.ts';

/** When is there too little, and how much: the mean alone would hide the bad days. */
export function positions({ document, scenario, schedule }: ReportData): Section | undefined {
  if (schedule === undefined || schedule.phases.length === 0) return undefined;
  const last = schedule.phases.length - 1;
  return {
    id: 'positions',
    title: say('Average days and net open position'),
    isSynthetic: document.synthetic,
    blocks: [
      {
        kind: 'paragraph',
        text: say(
          'What plants could give at the site before anything is curtailed, plus what storages give, less what they take, less the load, by hour of the day (UTC) and month. The mean of a month may be nothing although days are short, so the shortage that one hour in ten exceeds stands beside it.',
        ),
      },
      ...schedule.phases.flatMap(({ name }, p): Block[] => {
        const { mean, shortage } = positionsOf(scenario, schedule, p);
        const isShown = p === 0 || p === last;
        const days = averageDaysOf(scenario, schedule, p);
        const isShort = shortage.flat().some((mw = 0) => mw >= LEAST_SHOWN_MW);
        return [
          ...(isShown ? [{ kind: 'heading', text: name } as const, daysFigure(days, p, name)] : []),
          daysTable(days, name),
          tableOf(say('Mean position, {phase} [MW]', { phase: name }), mean, isShown),
          ...(isShown && !isShort ? [{ kind: 'paragraph', text: nobodyShort(name) } as const] : []),
          tableOf(
            say('Shortage that one hour in ten exceeds, {phase} [MW]', { phase: name }),
            shortage,
            isShown && isShort,
          ),
        ];
      }),
    ],
  };
}

function daysFigure(days: AverageDays, p: number, phase: string): Block {
  return {
    kind: 'chart',
    title: say('The average day of each month'),
    detail: say('What reaches the site by kind of source, and the load; what stands above it is stored or exported.'),
    ...averageDaysChart(days, { id: `days-${p}`, phase }),
  };
}

function daysTable({ supply, loadMW }: AverageDays, phase: string): Block {
  const sources = [...supply].map(([source, series]) => ({
    title: source === 'import' ? say('Grid import (unmatched)') : say(familyNames[source]),
    series,
  }));
  const columns = [...sources, { title: say('Load'), series: loadMW }];
  return {
    kind: 'table',
    caption: say('Average day of each month, {phase}', { phase }),
    subject: say('Month'),
    columns: [{ title: say('Hour, UTC') }, ...columns.map(({ title }) => ({ title, unit: 'MW' }))],
    rows: Array.from(loadMW, (_, at) => ({
      name: { month: Math.floor(at / 24) },
      cells: [year(at % 24), ...columns.map(({ series }) => number(series[at]!, 1))],
    })),
    isDataOnly: true,
  };
}

/** Less is 0 in a table of whole MW. */
const LEAST_SHOWN_MW = 0.5;

const nobodyShort = (phase: string): Said =>
  say('In no month and hour of the day is one hour in ten short, {phase}.', { phase });

function tableOf(caption: Said, cells: readonly (readonly (number | undefined)[])[], isShown: boolean): Block {
  const table: Table = {
    caption,
    subject: say('Hour, UTC'),
    columns: Array.from({ length: 12 }, (_, month) => ({ title: { month } })),
    rows: cells.map((months, hour) => ({
      name: year(hour),
      cells: months.map((mw) => (mw === undefined ? undefined : number(mw))),
    })),
  };
  return { kind: 'table', ...table, ...(isShown ? {} : { isDataOnly: true }) };
}
