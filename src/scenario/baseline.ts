/** Twins of a scenario: the same campus and weather with one thing changed, to tell what that one thing is worth. */

import type { Scenario } from './scenario.ts';

/**
 * The same target met by volume over the year instead of hour by hour. Volumes presume that surplus may leave and gaps
 * be filled at any time, so the grid's limits go, those on emissions and on what is sold with them. What leaves earns no more than what comes costs: the scenario did not
 * say what export is worth beside an import it does not have, or when import is paid for. Undefined without a target.
 */
export function annualMatchingTwin(scenario: Scenario): Scenario | undefined {
  const { matching, grid: limited } = scenario;
  const { emissionsLimitTonnesPerYear: _emissions, exportShare: _sold, ...grid } = limited;
  if (matching.kind === 'none') return undefined;
  return {
    ...scenario,
    name: `${scenario.name}, annual matching`,
    matching: { kind: 'annual', target: matching.target, over: matching.over },
    grid: {
      ...grid,
      exportPricePerMWh: grid.exportPricePerMWh.map((year, y) =>
        year.map((price, h) => Math.min(price, grid.importPricePerMWh[y]![h]!)),
      ),
      importLimitMW: Number.POSITIVE_INFINITY,
      exportLimitMW: Number.POSITIVE_INFINITY,
    },
  };
}

/**
 * Every tier served in the hour its work arrives. Arrivals keep their shape; floors and ramps go, since firm power
 * follows the arrivals and cannot obey them; nothing is shed or held
 * back. Machines do at each power what they did. Infeasible where arrivals exceed a tier's installed power.
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
  return { ...scenario, name: `${scenario.name}, inflexible load`, load: { ...scenario.load, tiers } };
}

/** No storage, committed ones included. */
export function withoutStorageTwin(scenario: Scenario): Scenario {
  return { ...scenario, name: `${scenario.name}, without storage`, storages: [] };
}
