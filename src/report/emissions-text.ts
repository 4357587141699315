import type { ResultDocument } from '../results/document/result-document.ts';
import { counted, given, number, type Said, say, year as yearOf } from './content/words.ts';

/** What the second score counts, where it is told. */
export function gridScoreSentences({ phases }: ResultDocument): Said[] {
  const isCounted = phases.some(({ weatherYears }) => weatherYears.some((year) => year.cfeScoreWithGrid !== undefined));
  return isCounted
    ? [
        say(
          'CFE score with the grid counted: what the grid itself has of carbon-free energy in an hour counts as matched, as in the method of Google; the score above counts nothing of the grid.',
        ),
      ]
    : [];
}

/** Emissions of imported energy over the plan, with what the factor is; none where nothing is told of them. */
export function emissionsSentences({ emissions, phases }: ResultDocument): Said[] {
  if (emissions === undefined) return [];
  const { tonnes, carbonIntensityKgPerMWh, kind, year, source } = emissions;
  if (tonnes === 0) return [say('Emissions of imported energy: none.')];
  const factor = {
    tonnes: number(tonnes),
    phases: counted(phases.length, '{count} phase', '{count} phases'),
    factor: given(carbonIntensityKgPerMWh),
  };
  if (kind === undefined || year === undefined || source === undefined) {
    return [
      say(
        'Emissions of imported energy: {tonnes} t CO₂e over {phases}, at {factor} kg/MWh, of a kind and year that the scenario does not state.',
        factor,
      ),
    ];
  }
  const stated = { ...factor, year: yearOf(year), source };
  return [
    kind === 'direct'
      ? say(
          'Emissions of imported energy: {tonnes} t CO₂e over {phases}, at {factor} kg/MWh, direct, at the power stations alone, as scope 2 counts ({year}, {source}).',
          stated,
        )
      : say(
          'Emissions of imported energy: {tonnes} t CO₂e over {phases}, at {factor} kg/MWh, of the life-cycle kind, fuel and plant included: above what scope 2 counts ({year}, {source}).',
          stated,
        ),
  ];
}
