import { expectedAnnual } from '../../metrics/levelised-cost.ts';
import type { Section } from '../content/content.ts';
import { number, say, scored, share } from '../content/words.ts';
import { emissionsSentences } from '../emissions-text.ts';
import { lowestCfeScore } from '../phase-quantities.ts';
import type { ReportData } from '../report-data.ts';
import { hoursOf } from '../verdict.ts';

/** What imported energy emits, and how far a claim by the year is from one by the hour. */
export function carbon({ document, scenario }: ReportData): Section | undefined {
  if (document.phases.length === 0) return undefined;
  const rows = document.phases.map((phase) => {
    const expected = (of: (year: (typeof phase.weatherYears)[number]) => number) =>
      expectedAnnual(scenario.weatherYears, phase.weatherYears.map(of));
    const load = expected(({ loadMWh }) => loadMWh);
    const location = (load * scenario.grid.carbonIntensityKgPerMWh) / 1000;
    return {
      phase,
      load,
      imported: expected(({ importMWh }) => importMWh),
      // What a claim by the year says beyond the hours: what they lack, less what neither matches.
      claimedBeyond: expected((year) => year.importMWh - Math.max(0, 1 - year.annualMatchShare) * year.loadMWh),
      location,
      hours: expected(({ unmatchedHours }) => unmatchedHours),
    };
  });
  return {
    id: 'carbon',
    title: say('Carbon'),
    blocks: [
      {
        kind: 'list',
        items: rows.map(({ phase, imported, claimedBeyond, hours }) =>
          say(
            '{phase}: by the year {annual} of the load may be claimed, hour by hour {hourly}: the difference is {mwh} MWh of an expected year. Unmatched by the hour are {imported} MWh in {hours}.',
            {
              phase: phase.name,
              annual: share(Math.min(...phase.weatherYears.map(({ annualMatchShare }) => annualMatchShare))),
              hourly: scored(lowestCfeScore(phase)),
              mwh: number(Math.max(0, claimedBeyond)),
              imported: number(imported),
              hours: hoursOf(Math.round(hours)),
            },
          ),
        ),
      },
      {
        kind: 'table',
        caption: say('Emissions in a year of each phase'),
        subject: say('Phase'),
        columns: [
          { title: say('Load'), unit: 'MWh' },
          { title: say('Import'), unit: 'MWh' },
          { title: say('Of import'), unit: 't CO₂e' },
          { title: say('For each MWh of load'), unit: 'kg/MWh' },
          { title: say('If all came from the grid'), unit: 't CO₂e' },
        ],
        rows: rows.map(({ phase, load, imported, location }) => ({
          name: phase.name,
          cells: [
            number(load),
            number(imported),
            number(phase.annualEmissionsTonnes, 1),
            load > 0 ? number((1000 * phase.annualEmissionsTonnes) / load, 1) : undefined,
            number(location, 1),
          ],
        })),
        note: [
          say(
            'Expected over the weather years, of 8,760 hours each; by the factor of the scenario for imported energy. If all came from the grid: load × factor, the location-based figure where the factor is that of the grid.',
          ),
          ...emissionsSentences(document),
        ],
      },
    ],
  };
}
