/** Every weather year of every phase: the ones a plan was sized on are not told apart by their mean. */

import type { Section } from '../content/content.ts';
import { number, say, scored, share } from '../content/words.ts';
import { eventsOf } from '../hours/events.ts';
import type { ReportData } from '../report-data.ts';

export function weatherYears({ document, scenario, schedule }: ReportData): Section | undefined {
  if (document.phases.length === 0) return undefined;
  const events = schedule === undefined ? [] : eventsOf(scenario, schedule);
  return {
    id: 'weather-years',
    title: say('Every weather year'),
    isSynthetic: document.synthetic,
    blocks: [
      {
        kind: 'table',
        caption: say('Scores and energy of each phase in each weather year'),
        subject: say('Phase'),
        columns: [
          { title: say('Weather year'), holds: 'text' },
          { title: say('Hourly score') },
          { title: say('Annual match') },
          { title: say('Load'), unit: 'MWh' },
          { title: say('Import'), unit: 'MWh' },
          { title: say('Unmatched'), unit: 'h' },
          { title: say('Curtailed'), unit: 'MWh' },
          { title: say('Worst event from'), holds: 'text' },
          { title: say('Worst event'), unit: 'MWh' },
        ],
        rows: document.phases.flatMap((phase) =>
          phase.weatherYears.map((year) => {
            const worst = events
              .filter((event) => event.phase === phase.name && event.weatherYear === year.name)
              .reduce<(typeof events)[number] | undefined>(
                (most, event) => (most === undefined || event.unmatchedMWh > most.unmatchedMWh ? event : most),
                undefined,
              );
            return {
              name: phase.name,
              cells: [
                year.name,
                scored(year.cfeScore),
                share(year.annualMatchShare, 1),
                number(year.loadMWh),
                number(year.importMWh),
                number(year.unmatchedHours),
                number(year.curtailedMWh),
                worst && { stamp: worst.from },
                worst && number(worst.unmatchedMWh, 1),
              ],
            };
          }),
        ),
        note: say(
          'Hourly score: 1 − import ÷ load, hour by hour. Annual match: what can be claimed by volume over the year ÷ load; it may be above 100 %. An hour is unmatched from a ten-thousandth of the year’s mean load on.',
        ),
      },
    ],
  };
}
