/** What the sizes of a plan do in other weather, in words and tables. */

import type { Outsample } from '../../studies/outsample/document.ts';
import { counted, figure, percent, plainPercent, score } from '../figures.ts';
import type { Sheet, SheetPart } from './sheet.ts';

type PhaseResult = Outsample['phases'][number];

export function outsampleSheet(document: Outsample): Sheet {
  const { scenario, synthetic, tested, phases } = document;
  const misses = phases.some(({ summary }) => (summary?.missed ?? 0) > 0);
  return {
    title: `${scenario.name}: its sizes in other weather`,
    headline: headlineOf(document),
    tone: misses ? 'bad' : 'good',
    synthetic,
    parts: [
      ...phases.map((phase) => phasePart(document, phase)),
      {
        title: 'Years made harder than they were: made, not measured',
        sentences: tested.flatMap(({ name, what }) => (what === undefined ? [] : [`${name}. ${what}`])),
      },
      {
        title: 'How it was found',
        sentences: [
          'Sizes as planned, every hour of a year known ahead, the grid for whatever is missing: the least energy that is, whatever else it costs. Stretches and hours are those of the dispatch that was found; others may spread the same energy otherwise.',
          `Proven year by year: no dispatch leaves less, by more than ${figure(widest(phases), 2)} MWh in any of them.`,
        ],
      },
    ],
  };
}

function headlineOf({ phases, target, tested }: Outsample): string {
  const rows = phases.flatMap(({ name, years }) =>
    years.flatMap((year, y) => (tested[y]!.kind === 'weather' ? [{ phase: name, ...year }] : [])),
  );
  const [worst] = rows.toSorted((a, b) => a.cfeScore - b.cfeScore);
  if (worst === undefined) return 'Tested in years made harder alone: --years names others.';
  const years = tested.filter(({ kind }) => kind === 'weather').length;
  const most = `Lowest score ${score(worst.cfeScore)}, ${worst.phase} in ${worst.name}: ${figure(worst.unmatchedMWh)} MWh unmatched.`;
  if (target === undefined) return most;
  const missed = new Set(rows.filter(({ meetsTarget }) => meetsTarget === false).map(({ name }) => name)).size;
  const which = missed === 0 ? 'kept in' : 'missed in';
  const count = missed === 0 ? `all ${counted(years, 'year')}` : `${missed} of ${counted(years, 'year')}`;
  return `The target of ${plainPercent(target)} is ${which} ${count} it was not sized on. ${most}`;
}

function phasePart({ tested }: Outsample, { name, years, summary }: PhaseResult): SheetPart {
  const windows = years[0]?.worst.map(({ hours }) => `worst ${hours} h`) ?? [];
  return {
    title: `${name}: least unmatched energy, in MWh`,
    sentences: summary === undefined ? [] : [summarySentence(summary)],
    table: {
      subject: 'Weather year',
      columns: ['score', 'unmatched', 'hours', ...windows],
      rows: years.map((year, y) => ({
        name: tested[y]!.kind === 'sized' ? `${year.name} (sized on)` : year.name,
        unit: '',
        cells: [
          score(year.cfeScore),
          figure(year.unmatchedMWh),
          figure(year.unmatchedHours),
          ...year.worst.map(({ unmatchedMWh }) => figure(unmatchedMWh)),
        ],
      })),
    },
  };
}

function summarySentence({ n, quantiles, conditionalValueAtRisk }: NonNullable<PhaseResult['summary']>): string {
  const ranks = quantiles
    .filter(({ share }) => share < 1)
    .map(({ share, unmatchedMWh }) => `${figure(unmatchedMWh)} in ${percent(share, 0)} of them`);
  const { share, unmatchedMWh } = conditionalValueAtRisk;
  return `Of ${counted(n, 'year')} it was not sized on: at most ${ranks.join(', ')}; the mean of the worst ${percent(share, 0)} (CVaR) is ${figure(unmatchedMWh)}.`;
}

function widest(phases: Outsample['phases']): number {
  const gaps = phases.flatMap(({ years }) => years.map(({ unmatchedMWh, atLeastMWh }) => unmatchedMWh - atLeastMWh));
  return Math.max(0, ...gaps);
}
