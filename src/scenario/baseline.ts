/** Twins of a scenario: the same campus and weather with one thing changed, to tell what that one thing is worth. */

import type { LoadTier, Scenario } from './scenario.ts';
import { cornersOf, powerShareFor } from './throughput-curve.ts';

/**
 * The same target met by volume over the year instead of hour by hour. Volumes presume that surplus may leave and gaps
 * be filled at any time, so the grid's limits go, those on emissions and on what is sold with them. What leaves earns no more than what comes costs: the scenario did not
 * say what export is worth beside an import it does not have, or when import is paid for. Undefined without a target.
 */
export function annualMatchingTwin(scenario: Scenario): Scenario | undefined {
  const { matching, grid: limited } = scenario;
  const { emissionsLimitTonnesPerYear: _emissions, exportShare: _sold, ...grid } = limited;
  if (matching.kind === 'none') return undefined;
  const { importPricePerMWhByYear: byYear = 0 } = limited;
  const least = typeof byYear === 'number' ? byYear : Math.min(...byYear.map(({ value }) => value));
  return {
    ...scenario,
    name: `${scenario.name}, annual matching`,
    matching: { kind: 'annual', target: matching.target, over: matching.over },
    grid: {
      ...grid,
      exportPricePerMWh: grid.exportPricePerMWh.map((year, y) =>
        year.map((price, h) => Math.min(price, grid.importPricePerMWh[y]![h]! + least)),
      ),
      importLimitMW: Number.POSITIVE_INFINITY,
      exportLimitMW: Number.POSITIVE_INFINITY,
    },
  };
}

/**
 * Every tier served in the hour its work arrives. Arrivals keep their shape; floors and ramps go, since firm power
 * follows the arrivals and cannot obey them; nothing is shed or held
 * back, and large runs take one power from beginning to end. Machines do at each power what they did. Infeasible where arrivals exceed a tier's installed power.
 */
export function inflexibleTwin(scenario: Scenario): Scenario {
  const tiers = scenario.load.tiers.map(({ name, share, arrivalShape, throughput }) => ({
    name,
    share,
    arrivalShape,
    deadlineHours: 0,
    floorShare: 0,
    ...(throughput === undefined ? {} : { throughput }),
  }));
  const campaigns = scenario.load.campaigns?.map((run) => ({ ...run, isSteady: true }));
  const load = { ...scenario.load, tiers, ...(campaigns && { campaigns }) };
  return { ...scenario, name: `${scenario.name}, inflexible load`, load };
}

/**
 * All overhead of the site in proportion to its machines, as a PUE has it, and as much of it where no work waits. Undefined
 * where none stays.
 */
export function proportionalOverheadTwin(scenario: Scenario): Scenario | undefined {
  const { facility, ...load } = scenario.load;
  if (facility === undefined || facility.fixedShare === 0) return undefined;
  const meanShare = load.tiers.reduce((sum, tier) => sum + tier.share * powerShareOf(tier, load.utilisation), 0);
  const pue = load.pue.map((year) => year.map((following) => following + facility.fixedShare / meanShare));
  return { ...scenario, name: `${scenario.name}, overhead in proportion`, load: { ...load, pue } };
}

function powerShareOf({ throughput }: LoadTier, workRate: number): number {
  return throughput === undefined ? workRate : powerShareFor(cornersOf(throughput), workRate);
}

/** No storage, committed ones included, and so no reserve in store. */
export function withoutStorageTwin({ security, ...scenario }: Scenario): Scenario {
  const { reserveHours: _, ...left } = security ?? {};
  return {
    ...scenario,
    name: `${scenario.name}, without storage`,
    storages: [],
    ...(security && { security: left }),
  };
}

/** No reserve in store, and all output of plants counted. Undefined where nothing of the kind is asked. */
export function withoutSecurityTwin({ security, ...scenario }: Scenario): Scenario | undefined {
  return security && { ...scenario, name: `${scenario.name}, without security` };
}
