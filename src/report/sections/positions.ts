import type { Block, Section, Table } from '../content/content.ts';
import { number, type Said, say, year } from '../content/words.ts';
import { positionsOf } from '../hours/positions.ts';
import type { ReportData } from '../report-data.ts';

/** When is there too little, and how much: the mean alone would hide the bad days. */
export function positions({ document, scenario, schedule }: ReportData): Section | undefined {
  if (schedule === undefined || schedule.phases.length === 0) return undefined;
  const last = schedule.phases.length - 1;
  return {
    id: 'positions',
    title: say('Net open position'),
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
        const isShort = shortage.flat().some((mw = 0) => mw >= LEAST_SHOWN_MW);
        return [
          ...(isShown ? [{ kind: 'heading', text: name } as const] : []),
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
