/** Hour by hour: a sheet for each phase in its hardest weather year, and the other weather years of the first and last. */

import type { Block, Section } from '../content/content.ts';
import { say } from '../content/words.ts';
import { hardestWeek, type Week } from '../hours/hardest-week.ts';
import { cfeScoreOf } from '../hours/shares.ts';
import { type SiteHours, siteHours } from '../hours/site-hours.ts';
import type { ReportData } from '../report-data.ts';
import { hourMaps } from './hour-maps.ts';
import { storageYear } from './storage-year.ts';
import { weekFigure } from './week.ts';

interface Sheet {
  readonly site: SiteHours;
  readonly week: Week;
}

export function hours({ document, scenario, schedule }: ReportData): Section | undefined {
  if (schedule === undefined || schedule.phases.length === 0) return undefined;
  const last = schedule.phases.length - 1;
  const sheets = schedule.phases.map(({ weatherYears }, p) => {
    const years = weatherYears.map((_, y): Sheet => {
      const site = siteHours(scenario, schedule, p, y);
      return { site, week: hardestWeek(site) };
    });
    const [hardest, ...others] = years.sort(harderFirst);
    return { hardest, others: p === 0 || p === last ? others : [] };
  });
  const isOne = scenario.weatherYears.length === 1;
  return {
    id: 'hours',
    title: say('Hour by hour'),
    isSynthetic: document.synthetic,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          isOne
            ? ''
            : say('Each phase in its hardest weather year: the lowest CFE score, and among equals the hardest week.'),
          say('All hours are UTC.'),
        ],
      },
      ...sheets.flatMap(({ hardest, others }): Block[] =>
        hardest === undefined
          ? []
          : [
              {
                kind: 'heading',
                text: say('{phase}, weather year {year}', {
                  phase: hardest.site.phase.name,
                  year: hardest.site.flows.name,
                }),
              },
              hourMaps(scenario, hardest.site),
              weekFigure(scenario, hardest),
              ...storageYear(scenario, hardest.site),
              ...(others.length === 0 ? [] : [otherYears(scenario, others)]),
            ],
      ),
    ],
  };
}

function otherYears(scenario: ReportData['scenario'], others: readonly Sheet[]): Block {
  return {
    kind: 'group',
    title: say('The other weather years of {phase}', { phase: others[0]!.site.phase.name }),
    blocks: others.flatMap(({ site }): Block[] => [
      { kind: 'subheading', text: say('Weather year {year}', { year: site.flows.name }) },
      hourMaps(scenario, site),
    ]),
  };
}

function harderFirst(a: Sheet, b: Sheet): number {
  return cfeScoreOf(a.site) - cfeScoreOf(b.site) || a.week.availableShare - b.week.availableShare;
}
