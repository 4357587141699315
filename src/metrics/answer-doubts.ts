/** What an answer shows to have been asked for other than it was meant: the maxima of sites, or what export earns. */

import type { Warning } from '../errors.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import { sitesOf } from '../scenario/sites.ts';
import type { PhaseSchedule, Schedule } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import { burntMWh } from './burnt-mwh.ts';
import { expectedAnnual } from './levelised-cost.ts';

/** Undiscounted [currency per year]. */
interface AnnualCost {
  readonly phase: string;
  readonly kind: string;
  readonly annualValue: number;
}

/** Of what a phase costs before export: less is surplus that happens to be sold. */
const PAYING_SHARE = 0.5;

/** Of a tier's energy: less is what a solver leaves in its last digits. */
const BURNT_SHARE = 0.001;

/** Schedule and scenario name the same things in the same order. */
export function answerDoubts(scenario: Scenario, schedule: Schedule, costs: readonly AnnualCost[]): Warning[] {
  return [...exportDoubts(scenario, schedule, costs), ...burntDoubts(scenario, schedule)];
}

/** At most one for a phase. */
function exportDoubts(scenario: Scenario, schedule: Schedule, costs: readonly AnnualCost[]): Warning[] {
  return scenario.phases.flatMap((phase, p): Warning[] => {
    const problem = problemOf(scenario, phase, schedule.phases[p]!, costs);
    if (problem === undefined) return [];
    const expected =
      'Did you mean a plan for the load alone? Set grid.exportPricePerMWh to what surplus really earns (0 for nothing), or grid.exportLimitMW to what the connection takes.';
    return [{ code: 'answer.unlikely', where: `phases[${p}]`, problem, expected }];
  });
}

function problemOf(
  scenario: Scenario,
  { name }: Phase,
  phase: PhaseSchedule,
  costs: readonly AnnualCost[],
): string | undefined {
  const own = costs.filter((cost) => cost.phase === name);
  const total = sum(own.map(({ annualValue }) => annualValue));
  const earned = 0 - sum(own.map(({ kind, annualValue }) => (kind === 'export' ? annualValue : 0)));
  const gross = total + earned;
  const yearly = (flow: 'loadMW' | 'exportMW') =>
    expectedAnnual(
      scenario.weatherYears,
      phase.weatherYears.map((year) => sum([...year[flow]])),
    );
  const [loadMWh, exportMWh] = [yearly('loadMW'), yearly('exportMW')];
  const full = fullSites(scenario, phase);
  const isSold = exportMWh > loadMWh && earned > PAYING_SHARE * gross && full.length > 0;
  const isPaid = total < 0 && loadMWh > 0;
  if (!isSold && !isPaid) return undefined;
  const sites = full.length === 0 ? '' : `; ${full.join(', ')} at the site maximum, which decides how much is built`;
  const cost = isPaid
    ? `costs ${figure(total / loadMWh)} ${scenario.currency} for each MWh of load, below zero`
    : 'pays by export';
  return `${name} ${cost}: ${figure(exportMWh)} MWh a year are exported beside a load of ${figure(loadMWh)} MWh and earn ${figure(earned)} ${scenario.currency} of the ${figure(gross)} that the phase costs${sites}`;
}

/** Tiers that draw more than their work takes: where a promise is a share of the load, or import is paid for, that can pay. */
function burntDoubts({ phases, load }: Scenario, schedule: Schedule): Warning[] {
  return phases.flatMap(({ name: phase, itCapacityMW }, p) =>
    load.tiers.flatMap((tier, k): Warning[] => {
      const years = schedule.phases[p]!.weatherYears.map(({ tiers }) => tiers[k]!);
      const installedMW = tier.share * itCapacityMW;
      const floorMW = tier.floorShare * load.utilisation * installedMW;
      const burnt = sum(
        years.map(({ servedMW, workMWh = servedMW }) => burntMWh(tier, installedMW, floorMW, servedMW, workMWh)),
      );
      const energy = sum(years.map(({ servedMW }) => sum([...servedMW])));
      if (burnt <= BURNT_SHARE * energy) return [];
      const problem = `${tier.name} draws ${figure((100 * burnt) / energy)} % of its energy in ${phase} for no work: more load leaves more to be imported by a target below 1, or exported by a share of it, and earns in hours that pay for import`;
      const expected =
        'Did you mean the work? A target of 1, or none, and no grid.exportShare count no load; a rampSharePerHour holds power up as well.';
      return [{ code: 'answer.unlikely', where: `load.tiers[${k}].throughput`, problem, expected }];
    }),
  );
}

/** Sites that were built as far as they may be; what is committed was not chosen. */
function fullSites({ renewables }: Scenario, { capacities }: PhaseSchedule): string[] {
  return sitesOf(renewables).flatMap(({ name, plants, maximumMW }) => {
    const committedMW = sum(plants.map((i) => renewables[i]!.committedMW));
    const capacityMW = sum(plants.map((i) => capacities.renewables[i]!.capacityMW));
    const isFull = maximumMW > committedMW && capacityMW >= maximumMW * (1 - tolerance.relative);
    return isFull ? [`${name} stands with ${figure(capacityMW)} MW`] : [];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function figure(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
}
