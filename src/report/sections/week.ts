import type { Scenario } from '../../scenario/scenario.ts';
import { stampOfHour } from '../../time.ts';
import { weekChart } from '../charts/week.ts';
import { percent } from '../figures.ts';
import type { Week } from '../hours/hardest-week.ts';
import type { SiteHours } from '../hours/site-hours.ts';
import { type Html, html } from '../html.ts';

export function weekFigure(
  scenario: Scenario,
  { site, week }: { readonly site: SiteHours; readonly week: Week },
): Html {
  const from = stampOfHour(site.year, week.firstHour).replace('T', ' ');
  const to = stampOfHour(site.year, week.firstHour + week.hours).replace('T', ' ');
  return html`<figure><figcaption>The hardest week: ${from} to ${to} <small>The ${week.hours} hours with the least renewable energy available for the work that arrives: ${percent(week.availableShare)} of the load before anything is stored, shifted or curtailed. Above zero: what reaches the site; below zero: what is stored${site.flows.exportMW.some((mw) => mw > 0) ? ' or exported' : ''}.</small></figcaption>
${weekChart(scenario, site, week)}</figure>
`;
}
