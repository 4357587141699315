import type { Scenario } from '../../scenario/scenario.ts';
import { stampOfHour } from '../../time.ts';
import { weekChart } from '../charts/week.ts';
import type { Block } from '../content/content.ts';
import { number, say, share } from '../content/words.ts';
import type { Week } from '../hours/hardest-week.ts';
import type { SiteHours } from '../hours/site-hours.ts';

export function weekFigure(
  scenario: Scenario,
  { site, week }: { readonly site: SiteHours; readonly week: Week },
): Block {
  const at = (hour: number) => stampOfHour(site.year, hour).replace('T', ' ');
  const isExporting = site.flows.exportMW.some((mw) => mw > 0);
  return {
    kind: 'chart',
    title: say('The hardest week: {from} to {to}', {
      from: at(week.firstHour),
      to: at(week.firstHour + week.hours),
    }),
    detail: [
      say(
        'The {hours} hours with the least renewable energy available for the work that arrives: {share} of the load before anything is stored, shifted or curtailed.',
        { hours: number(week.hours), share: share(week.availableShare) },
      ),
      isExporting
        ? say('Above zero: what reaches the site; below zero: what is stored or exported.')
        : say('Above zero: what reaches the site; below zero: what is stored.'),
    ],
    ...weekChart(scenario, site, week),
  };
}
