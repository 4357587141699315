/** Hour by hour: a sheet for each phase in its hardest weather year, and the other weather years of the first and last. */

import { hardestWeek, type Week } from '../hours/hardest-week.ts';
import { cfeScoreOf } from '../hours/shares.ts';
import { type SiteHours, siteHours } from '../hours/site-hours.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { hourMaps } from './hour-maps.ts';
import { storageYear } from './storage-year.ts';
import { weekFigure } from './week.ts';

interface Sheet {
  readonly site: SiteHours;
  readonly week: Week;
}

export function hours({ document, scenario, schedule }: ReportData): Html | undefined {
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
  const hasYears = scenario.weatherYears.length > 1;
  return html`<section>
<h2>Hour by hour${document.synthetic ? html` <span class="tag">SYNTHETIC WEATHER</span>` : undefined}</h2>
<p>${hasYears ? 'Each phase in its hardest weather year: the lowest CFE score, and among equals the hardest week. ' : ''}All hours are UTC.</p>
${sheets.map(({ hardest, others }) =>
  hardest === undefined
    ? undefined
    : html`<section class="sheet">
<h3>${hardest.site.phase.name}, weather year ${hardest.site.flows.name}</h3>
${hourMaps(scenario, hardest.site)}${weekFigure(scenario, hardest)}${storageYear(scenario, hardest.site)}${others.length === 0 ? undefined : otherYears(scenario, others)}</section>
`,
)}</section>
`;
}

function otherYears(scenario: ReportData['scenario'], others: readonly Sheet[]): Html {
  return html`<details><summary>The other weather years of ${others[0]?.site.phase.name}</summary>
${others.map(({ site }) => html`<h4>Weather year ${site.flows.name}</h4>\n${hourMaps(scenario, site)}`)}</details>
`;
}

function harderFirst(a: Sheet, b: Sheet): number {
  return cfeScoreOf(a.site) - cfeScoreOf(b.site) || a.week.availableShare - b.week.availableShare;
}
