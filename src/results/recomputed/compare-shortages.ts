/**
 * Energy that is said to be missing whatever is built, beside the scenario and itself. That no portfolio would bring it is
 * not shown: no proof of it is kept.
 */

import { importWithinEmissions } from '../../metrics/emissions-tonnes.ts';
import type { LoadTier, Scenario } from '../../scenario/scenario.ts';
import { cornersOf, powerShareFor } from '../../scenario/throughput-curve.ts';
import type { Disagreement } from '../../studies/compare-claims.ts';
import { stampOfHour } from '../../time.ts';
import { tolerance } from '../../units.ts';
import { WORST_HOURS_SHOWN } from '../document/make-document.ts';
import type { ShortageResult } from '../document/result-document.ts';

/** What no shortage of this scenario can say: load and permitted energy out of bounds, hours that do not add up. */
export function compareShortages(scenario: Scenario, shortages: readonly ShortageResult[]): Disagreement[] {
  return shortages.flatMap((shortage, at) => {
    const where = `shortages[${at}]`;
    const before = shortages.slice(0, at);
    const isTwice = before.some(
      ({ phase, weatherYear }) => phase === shortage.phase && weatherYear === shortage.weatherYear,
    );
    const bounds = boundsOf(scenario, shortage);
    if (bounds === undefined || isTwice) {
      return [{ where, problem: isTwice ? 'its phase and weather year stand twice' : 'the scenario has no such year' }];
    }
    const faults = [...energyFaults(shortage, bounds), ...hourFaults(shortage, bounds)];
    return faults.map(([field, problem]) => ({ where: `${where}.${field}`, problem }));
  });
}

type Fault = readonly [field: keyof ShortageResult, problem: string];

interface Bounds {
  readonly year: number;
  readonly hours: number;
  /** Of the year: work is moved to hours of other PUE, or given up. */
  readonly leastLoadMWh: number;
  readonly mostLoadMWh: number;
  /** Share of the load that may be unmatched, and what emissions let be imported [MWh]. */
  readonly permitted: number;
  readonly mostImportMWh: number;
}

function boundsOf(
  { phases, weatherYears, load, matching, grid }: Scenario,
  shortage: ShortageResult,
): Bounds | undefined {
  const y = weatherYears.findIndex(({ name }) => name === shortage.weatherYear);
  const phase = phases.find(({ name }) => name === shortage.phase);
  const weatherYear = weatherYears[y];
  if (phase === undefined || weatherYear === undefined) return undefined;
  const { year, hours } = weatherYear;
  const capacityMWh = phase.itCapacityMW * hours;
  const staysMWh = (load.facility?.fixedShare ?? 0) * capacityMWh;
  const energyOf = (shareOf: (tier: LoadTier) => number) =>
    capacityMWh * load.tiers.reduce((sum, tier) => sum + tier.share * shareOf(tier), 0);
  const pue = load.pue[y]!;
  const runsMWh = (load.campaigns ?? []).reduce((sum, run) => (run.phase === phase.name ? sum + run.workMWh : sum), 0);
  return {
    year,
    hours,
    leastLoadMWh:
      staysMWh +
      (runsMWh + energyOf((tier) => leastShare(tier, load.utilisation))) * pue.reduce((a, b) => Math.min(a, b)),
    mostLoadMWh:
      staysMWh +
      (runsMWh + energyOf(({ throughput }) => (throughput ? 1 : load.utilisation))) *
        pue.reduce((a, b) => Math.max(a, b)),
    permitted: matching.kind === 'none' ? 1 : 1 - matching.target,
    mostImportMWh: importWithinEmissions(grid, phase, hours),
  };
}

/** Of its installed power, what a tier needs at least on average for the work it may not give up: bent down, its curve is best at its mean. */
function leastShare({ throughput, shed }: LoadTier, utilisation: number): number {
  const work = utilisation * (1 - (shed?.maximumShare ?? 0));
  return throughput ? powerShareFor(cornersOf(throughput), work) : work;
}

function energyFaults(
  { unmatchedMWh, permittedMWh }: ShortageResult,
  { leastLoadMWh, mostLoadMWh, permitted, mostImportMWh }: Bounds,
): Fault[] {
  const room = tolerance.yearlyShare * mostLoadMWh;
  const [least, most] = [leastLoadMWh, mostLoadMWh].map((mwh) => Math.min(permitted * mwh, mostImportMWh)) as [
    number,
    number,
  ];
  const faults: Fault[] = [];
  if (permittedMWh < least - room || permittedMWh > most + room) {
    faults.push(['permittedMWh', `${permittedMWh} is claimed, the load lets it be from ${least} to ${most}`]);
  }
  if (unmatchedMWh <= permittedMWh) faults.push(['unmatchedMWh', `${unmatchedMWh} are permitted`]);
  if (unmatchedMWh > mostLoadMWh + room) {
    faults.push(['unmatchedMWh', `${unmatchedMWh} is claimed, more than the load of ${mostLoadMWh}`]);
  }
  return faults;
}

function hourFaults(
  { unmatchedMWh, unmatchedHours, worstHours }: ShortageResult,
  { year, hours, mostLoadMWh }: Bounds,
): Fault[] {
  const faults: Fault[] = [];
  const say = (problem: string) => faults.push(['worstHours', problem]);
  if (!Number.isInteger(unmatchedHours) || unmatchedHours < 1 || unmatchedHours > hours) {
    faults.push(['unmatchedHours', `${unmatchedHours} is claimed, the year has ${hours}`]);
  }
  const shown = Math.min(WORST_HOURS_SHOWN, unmatchedHours);
  if (worstHours.length !== shown) say(`${worstHours.length} are told, not ${shown}`);
  if (new Set(worstHours.map(({ hour }) => hour)).size < worstHours.length) say('an hour stands twice');
  for (const [at, { hour, stamp, unmatchedMWh: mwh }] of worstHours.entries()) {
    if (!Number.isInteger(hour) || hour < 0 || hour >= hours) say(`${hour} is no hour of the year`);
    else if (stamp !== stampOfHour(year, hour)) say(`${stamp} is claimed for hour ${hour}`);
    if (mwh > (worstHours[at - 1]?.unmatchedMWh ?? Number.POSITIVE_INFINITY)) say('they are not in order');
  }
  const told = worstHours.reduce((sum, { unmatchedMWh: mwh }) => sum + mwh, 0);
  const most = told + Math.max(0, unmatchedHours - shown) * (worstHours.at(-1)?.unmatchedMWh ?? 0);
  // Hours below the threshold are not counted, but what they import is.
  const uncounted = tolerance.unmatchedShare * mostLoadMWh;
  const room = tolerance.claimedShare * unmatchedMWh;
  if (unmatchedMWh < told - room || unmatchedMWh > most + uncounted + room) {
    faults.push(['unmatchedMWh', `${unmatchedMWh} is claimed, its hours add up to ${told} … ${most + uncounted}`]);
  }
  return faults;
}
