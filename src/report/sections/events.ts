import { stampOfHour } from '../../time.ts';
import type { Block, Section } from '../content/content.ts';
import { number, say, share } from '../content/words.ts';
import { dearestStretches } from '../hours/dearest.ts';
import { eventsOf, type UnmatchedEvent } from '../hours/events.ts';
import { type SiteHours, siteHours } from '../hours/site-hours.ts';
import type { ReportData } from '../report-data.ts';

const MOST_EVENTS = 20;
const WEEK_HOURS = 168;

/** In which hours not, how deep, and what would have covered them; and which hours decide the plan. */
export function events(data: ReportData): Section | undefined {
  const { document, scenario, schedule } = data;
  if (schedule === undefined || schedule.phases.length === 0) return undefined;
  const binding = bindingTable(data);
  return {
    id: 'events',
    title: say('Unmatched hours, and hours that decide'),
    isSynthetic: document.synthetic,
    blocks: [...unmatchedBlocks(scenario, schedule), ...binding],
  };
}

type Scenario = ReportData['scenario'];
type Schedule = NonNullable<ReportData['schedule']>;

function unmatchedBlocks(scenario: Scenario, schedule: Schedule): Block[] {
  const all = eventsOf(scenario, schedule);
  if (all.length === 0)
    return [{ kind: 'paragraph', text: say('No hour is unmatched in any phase and weather year.') }];
  const shown = all.toSorted((a, b) => b.unmatchedMWh - a.unmatchedMWh).slice(0, MOST_EVENTS);
  // The largest lie in few years, and for one of them all of its hours are gone through.
  const sites = new Map<string, SiteHours>();
  const siteOf = ({ phase, weatherYear }: UnmatchedEvent) => {
    const key = JSON.stringify([phase, weatherYear]);
    const p = schedule.phases.findIndex(({ name }) => name === phase);
    const y = scenario.weatherYears.findIndex(({ name }) => name === weatherYear);
    const site = sites.get(key) ?? siteHours(scenario, schedule, p, y);
    sites.set(key, site);
    return site;
  };
  return [
    {
      kind: 'paragraph',
      text: say('{count} stretches of unmatched hours in all phases and weather years, {mwh} MWh together.', {
        count: number(all.length),
        mwh: number(all.reduce((sum, { unmatchedMWh }) => sum + unmatchedMWh, 0)),
      }),
    },
    {
      kind: 'table',
      caption: say('The largest unmatched events'),
      subject: say('Phase'),
      columns: [
        { title: say('Weather year'), holds: 'text' },
        { title: say('From (UTC)'), holds: 'text' },
        { title: say('To (UTC)'), holds: 'text' },
        { title: say('Hours') },
        { title: say('Unmatched'), unit: 'MWh' },
        { title: say('Deepest'), unit: 'MW' },
        { title: say('Curtailed in the week before'), unit: 'MWh' },
      ],
      rows: shown.map((event) => ({
        name: event.phase,
        cells: [
          event.weatherYear,
          { stamp: event.from },
          { stamp: event.to },
          number(event.hours),
          number(event.unmatchedMWh, 1),
          number(event.deepestMW, 1),
          number(curtailedBefore(siteOf(event), event), 0),
        ],
      })),
      note: say(
        'At most 20, largest first; matched hours between two that are not belong to the stretch while they are at most six. A storage that gives the deepest MW and holds the MWh would have covered it, as far as it could be filled from what was curtailed before.',
      ),
    },
  ];
}

/** At the site [MWh], in the 168 hours before the event, as far as they lie in its year. */
function curtailedBefore({ availableMW, arrivingMW, year }: SiteHours, event: UnmatchedEvent): number {
  const first = Math.round((Date.parse(event.from) - Date.parse(stampOfHour(year, 0))) / 3_600_000);
  let curtailed = 0;
  for (let h = Math.max(0, first - WEEK_HOURS); h < first; h++) {
    curtailed += availableMW[h]! - arrivingMW.reduce((sum, series) => sum + series[h]!, 0);
  }
  return Math.max(0, curtailed);
}

function bindingTable({ scenario, schedule }: ReportData): Block[] {
  const stretches = schedule === undefined ? [] : dearestStretches(scenario, schedule);
  if (stretches.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('Hours that decide: the dearest stretches of each phase'),
      subject: say('Phase'),
      columns: [
        { title: say('Weather year'), holds: 'text' },
        { title: say('From (UTC)'), holds: 'text' },
        { title: say('To (UTC)'), holds: 'text' },
        { title: say('Hours') },
        { title: say('Price of load'), unit: `${scenario.currency}/MWh` },
        { title: say('Share of the year’s value') },
      ],
      rows: stretches.map(({ phase, weatherYear, from, to, hours, pricePerMWh, shareOfValue }) => ({
        name: phase,
        cells: [
          weatherYear,
          { stamp: from },
          { stamp: to },
          number(hours),
          number(pricePerMWh, 2),
          share(shareOfValue),
        ],
      })),
      note: say(
        'By the shadow price of load, which says what one more MWh in the hour would cost: stretches above three times the mean of the year, the three that weigh most of each phase and weather year.',
      ),
    },
  ];
}
