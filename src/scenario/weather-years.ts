/** Weather years of a scenario by themselves, and those of several scenarios in one. */

import type { HourlySeries, Scenario } from './scenario.ts';

/** The scenario in one of its weather years. */
export function onlyYear(scenario: Scenario, y: number): Scenario {
  return {
    ...withSeries(scenario, (series) => [series[y]!]),
    weatherYears: [{ ...scenario.weatherYears[y]!, weight: 1 }],
  };
}

/** The first of them in the weather years of all, each as likely as another; they have to be alike but for their series. */
export function joinedYears(scenarios: readonly Scenario[]): Scenario {
  const [first] = scenarios as readonly [Scenario, ...Scenario[]];
  const all = scenarios.map(seriesOf);
  const joined = withSeries(first, (_, at) => all.flatMap((series) => [...series[at]!]));
  const years = scenarios.flatMap(({ weatherYears }) => weatherYears);
  return { ...joined, weatherYears: years.map((year) => ({ ...year, weight: 1 / years.length })) };
}

/** The scenario with each of its series made anew. @param change hears each series and its place among them */
function withSeries(scenario: Scenario, change: (series: HourlySeries, at: number) => HourlySeries): Scenario {
  let at = 0;
  const next = (series: HourlySeries) => change(series, at++);
  const { load, renewables, grid } = scenario;
  const { facility } = load;
  return {
    ...scenario,
    load: {
      ...load,
      pue: next(load.pue),
      ...(facility && { facility: { ...facility, temperatureC: next(facility.temperatureC) } }),
      tiers: load.tiers.map((tier) => ({ ...tier, arrivalShape: next(tier.arrivalShape) })),
    },
    renewables: renewables.map((asset) => ({ ...asset, capacityFactor: next(asset.capacityFactor) })),
    grid: {
      ...grid,
      importPricePerMWh: next(grid.importPricePerMWh),
      exportPricePerMWh: next(grid.exportPricePerMWh),
      ...(grid.carbonFreeShare && { carbonFreeShare: next(grid.carbonFreeShare) }),
    },
  };
}

function seriesOf(scenario: Scenario): HourlySeries[] {
  const found: HourlySeries[] = [];
  withSeries(scenario, (series) => {
    found.push(series);
    return series;
  });
  return found;
}
