/** What the sizes of a plan do in other weather, in words and tables. */

import type { Outsample } from '../../studies/outsample/document.ts';
import { amount, counted, givenShare, number, type Said, say, scored, share } from '../content/words.ts';
import { recognised } from '../language/recognised.ts';
import type { Sheet, SheetPart } from './sheet.ts';

type PhaseResult = Outsample['phases'][number];

export function outsampleSheet(document: Outsample): Sheet {
  const { scenario, synthetic, tested, phases, folds, grown } = document;
  const misses = phases.some(({ summary }) => (summary?.missed ?? 0) > 0);
  return {
    title: say('{name}: its sizes in other weather', { name: scenario.name }),
    headline: headlineOf(document),
    tone: misses ? 'bad' : 'good',
    synthetic,
    parts: [
      ...phases.map((phase) => phasePart(document, phase)),
      ...(folds ? [foldPart(folds, scenario.currency)] : []),
      ...(grown ? [grownPart(grown, scenario.currency)] : []),
      {
        title: say('Years made harder than they were: made, not measured'),
        sentences: tested.flatMap(({ name, what }) =>
          what === undefined ? [] : [say('{name}. {what}', { name: recognised(name), what: recognised(what) })],
        ),
      },
      {
        title: say('How it was found'),
        sentences: [
          say(
            'Sizes as planned, every hour of a year known ahead, the grid for whatever is missing: the least energy that is, whatever else it costs. Stretches and hours are those of the dispatch that was found; others may spread the same energy otherwise.',
          ),
          say('Proven year by year: no dispatch leaves less, by more than {mwh} MWh in any of them.', {
            mwh: number(widest(phases), 2),
          }),
        ],
      },
    ],
  };
}

function headlineOf({ phases, target, tested }: Outsample): Said {
  const rows = phases.flatMap(({ name, years }) =>
    years.flatMap((year, y) => (tested[y]!.kind === 'weather' ? [{ phase: name, ...year }] : [])),
  );
  const [worst] = rows.toSorted((a, b) => a.cfeScore - b.cfeScore);
  if (worst === undefined) return say('Tested in years made harder alone: --years names others.');
  const years = tested.filter(({ kind }) => kind === 'weather').length;
  const most = say('Lowest score {score}, {phase} in {year}: {mwh} MWh unmatched.', {
    score: scored(worst.cfeScore),
    phase: worst.phase,
    year: worst.name,
    mwh: number(worst.unmatchedMWh),
  });
  if (target === undefined) return most;
  const missed = new Set(rows.filter(({ meetsTarget }) => meetsTarget === false).map(({ name }) => name)).size;
  const gaps = { target: givenShare(target), years: yearsOf(years) };
  return [
    missed === 0
      ? say('The target of {target} is kept in all {years} it was not sized on.', gaps)
      : say('The target of {target} is missed in {missed} of {years} it was not sized on.', {
          ...gaps,
          missed: number(missed),
        }),
    most,
  ];
}

const yearsOf = (count: number) => counted(count, '{count} year', '{count} years');

function phasePart({ tested }: Outsample, { name, years, summary }: PhaseResult): SheetPart {
  const windows = years[0]?.worst.map(({ hours }) => say('worst {hours} h', { hours: number(hours) })) ?? [];
  return {
    title: say('{phase}: least unmatched energy, in MWh', { phase: name }),
    sentences: summary === undefined ? [] : [summarySentence(summary)],
    table: {
      subject: say('Weather year'),
      columns: [say('score'), say('unmatched'), say('hours'), ...windows],
      rows: years.map((year, y) => ({
        name: tested[y]!.kind === 'sized' ? say('{year} (sized on)', { year: year.name }) : recognised(year.name),
        unit: '',
        cells: [
          scored(year.cfeScore),
          number(year.unmatchedMWh),
          number(year.unmatchedHours),
          ...year.worst.map(({ unmatchedMWh }) => number(unmatchedMWh)),
        ],
      })),
    },
  };
}

function foldPart(folds: NonNullable<Outsample['folds']>, currency: string): SheetPart {
  return {
    title: say('Every year tested once, with sizes of all years but those of its part'),
    table: {
      subject: say('Tested in'),
      columns: [say('sized on'), say('cost'), say('missed'), say('lowest score'), say('unmatched, MWh')],
      rows: folds.map(({ testedIn, sizedOn, objective, phases }) => {
        const years = phases.flatMap((phase) => phase.years);
        const lowest = years.reduce((least, { cfeScore }) => Math.min(least, cfeScore), 1);
        const missed = testedIn.filter((_, y) => phases.some((phase) => phase.years[y]!.meetsTarget === false)).length;
        const mwh = years.reduce((sum, { unmatchedMWh }) => sum + unmatchedMWh, 0);
        const found = objective === undefined ? [say('no plan')] : [amount(currency, objective)];
        const told = objective === undefined ? ['', '', ''] : [number(missed), scored(lowest), number(mwh)];
        return { name: { names: testedIn }, unit: '', cells: [yearsOf(sizedOn.length), ...found, ...told] };
      }),
    },
  };
}

function grownPart(
  { steps, sizedOn, objective, status }: NonNullable<Outsample['grown']>,
  currency: string,
): SheetPart {
  const years = { years: yearsOf(sizedOn.length) };
  return {
    title: say('The worst missed year added, until none is missed'),
    sentences: [
      objective === undefined
        ? status === 'limit'
          ? say('With {years} no plan was found in time.', years)
          : say('With {years} there is no plan.', years)
        : say('A plan that knows {years} misses none of them all, for {cost}.', {
            ...years,
            cost: amount(currency, objective),
          }),
    ],
    table: {
      subject: say('Added'),
      columns: [say('cost before'), say('missed'), say('unmatched, MWh')],
      rows: steps.map(({ added, objective: before, missed, unmatchedMWh }) => ({
        name: added,
        unit: '',
        cells: [amount(currency, before), number(missed), number(unmatchedMWh)],
      })),
    },
  };
}

function summarySentence({ n, quantiles, conditionalValueAtRisk }: NonNullable<PhaseResult['summary']>): Said {
  const ranks = quantiles
    .filter((quantile) => quantile.share < 1)
    .map((quantile) =>
      say('{mwh} in {share} of them', { mwh: number(quantile.unmatchedMWh), share: share(quantile.share, 0) }),
    );
  const { share: worst, unmatchedMWh } = conditionalValueAtRisk;
  return say('Of {years} it was not sized on: at most {ranks}; the mean of the worst {share} (CVaR) is {mwh}.', {
    years: yearsOf(n),
    ranks: { names: ranks },
    share: share(worst, 0),
    mwh: number(unmatchedMWh),
  });
}

function widest(phases: Outsample['phases']): number {
  const gaps = phases.flatMap(({ years }) => years.map(({ unmatchedMWh, atLeastMWh }) => unmatchedMWh - atLeastMWh));
  return Math.max(0, ...gaps);
}
