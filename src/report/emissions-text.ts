import type { ResultDocument } from '../results/result-document.ts';
import { counted, figure, plainFigure } from './figures.ts';

const kinds = {
  direct: 'direct, at the power stations alone, as scope 2 counts',
  lifeCycle: 'of the life-cycle kind, fuel and plant included: above what scope 2 counts',
};

/** What the second score counts, where it is told. */
export function gridScoreSentences({ phases }: ResultDocument): string[] {
  const isCounted = phases.some(({ weatherYears }) => weatherYears.some((year) => year.cfeScoreWithGrid !== undefined));
  return isCounted
    ? [
        'CFE score with the grid counted: what the grid itself has of carbon-free energy in an hour counts as matched, as in the method of Google; the score above counts nothing of the grid.',
      ]
    : [];
}

/** Emissions of imported energy over the plan, with what the factor is; none where nothing is told of them. */
export function emissionsSentences({ emissions, phases }: ResultDocument): string[] {
  if (emissions === undefined) return [];
  const { tonnes, carbonIntensityKgPerMWh, kind, year, source } = emissions;
  if (tonnes === 0) return ['Emissions of imported energy: none.'];
  const about =
    kind === undefined ? 'of a kind and year that the scenario does not state' : `${kinds[kind]} (${year}, ${source})`;
  return [
    `Emissions of imported energy: ${figure(tonnes)} t CO₂e over ${counted(phases.length, 'phase')}, at ${plainFigure(carbonIntensityKgPerMWh)} kg/MWh, ${about}.`,
  ];
}
