/** The hours of one phase in one weather year as a table. */

import { stampOfHour } from '../../time.ts';
import { type Said, say } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';
import { hardestWeek } from './hardest-week.ts';
import { cfeScoreOf } from './shares.ts';
import { siteHours } from './site-hours.ts';

export interface HourTable {
  readonly title: Said;
  /** Beginnings of the hours. */
  readonly stamps: readonly Date[];
  readonly columns: readonly { readonly name: Said; readonly values: Float64Array }[];
}

/** Of the first phase, in the weather year in which it is hardest; undefined where there is no schedule. */
export function hourTable({ scenario, schedule }: ReportData): HourTable | undefined {
  if (schedule === undefined || schedule.phases.length === 0) return undefined;
  const sites = scenario.weatherYears.map((_, y) => siteHours(scenario, schedule, 0, y));
  const [hardest] = sites
    .map((site) => ({ site, score: cfeScoreOf(site), week: hardestWeek(site).availableShare }))
    .sort((a, b) => a.score - b.score || a.week - b.week);
  if (hardest === undefined) return undefined;
  const { flows, year, phase } = hardest.site;
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
