/** The hours of one phase in one weather year as a table. */

import { stampOfHour } from '../../time.ts';
import { HOURS_PER_DAY } from '../../units.ts';
import { type Said, say } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';
import { hardestWeek } from './hardest-week.ts';
import { cfeScoreOf } from './shares.ts';
import { type SiteHours, siteHours } from './site-hours.ts';

export interface HourTable {
  readonly title: Said;
  /** Beginnings of the hours. */
  readonly stamps: readonly Date[];
  readonly columns: readonly { readonly name: Said; readonly values: Float64Array }[];
}

/** Of the first phase, the weather year in which it is hardest; undefined where there is no schedule. */
function hardestSite({ scenario, schedule }: HoursOf): SiteHours | undefined {
  if (schedule === undefined || schedule.phases.length === 0) return undefined;
  const sites = scenario.weatherYears.map((_, y) => siteHours(scenario, schedule, 0, y));
  const [hardest] = sites
    .map((site) => ({ site, score: cfeScoreOf(site), week: hardestWeek(site).availableShare }))
    .sort((a, b) => a.score - b.score || a.week - b.week);
  return hardest?.site;
}

type HoursOf = Pick<ReportData, 'scenario' | 'schedule'>;

/** Of these hours the day on which most comes out of store, of equal ones the first. */
export function dayOfStorage(data: HoursOf) {
  const site = hardestSite(data);
  if (site === undefined) return undefined;
  const { flows, year, phase } = site;
  const days = Array.from({ length: Math.ceil(flows.loadMW.length / HOURS_PER_DAY) }, (_, day) =>
    flows.storages.reduce((sum, { dischargeMW }) => sum + sumOfDay(dischargeMW, day), 0),
  );
  const day = days.indexOf(Math.max(...days));
  const from = Date.parse(stampOfHour(year, day * HOURS_PER_DAY));
  return { phase: phase.name, weatherYear: flows.name, from, to: from + HOURS_PER_DAY * 3_600_000 };
}

const sumOfDay = (series: Float64Array, day: number): number =>
  series.subarray(day * HOURS_PER_DAY, (day + 1) * HOURS_PER_DAY).reduce((sum, value) => sum + value, 0);

/** @returns undefined where there is no schedule */
export function hourTable(data: HoursOf): HourTable | undefined {
  const hardest = hardestSite(data);
  if (hardest === undefined) return undefined;
  const { flows, year, phase } = hardest;
  const column = (name: Said, values: Float64Array) => ({ name, values });
  const named = (of: Said, name: string) => say('{quantity}: {name}', { quantity: of, name });
  return {
    title: say('Hours {phase} {year}', { phase: phase.name, year: flows.name }),
    stamps: Array.from(flows.loadMW, (_, h) => new Date(stampOfHour(year, h))),
    columns: [
      column('loadMW', flows.loadMW),
      ...flows.renewables.map(({ name, generationMW }) => column(named('generationMW', name), generationMW)),
      ...flows.storages.flatMap(({ name, chargeMW, dischargeMW, stateOfChargeMWh }) => [
        column(named('chargeMW', name), chargeMW),
        column(named('dischargeMW', name), dischargeMW),
        column(named('stateOfChargeMWh', name), stateOfChargeMWh),
      ]),
      ...flows.tiers.flatMap(({ name, servedMW, backlogMWh }) => [
        column(named('servedMW', name), servedMW),
        column(named('backlogMWh', name), backlogMWh),
      ]),
      column('importMW', flows.importMW),
      column('exportMW', flows.exportMW),
    ],
  };
}
