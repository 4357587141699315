/** Weather years of a scenario by themselves, and those of several scenarios in one. */

import type { Link, Renewable, Scenario } from './scenario.ts';

/** The scenario in one of its weather years. */
export function onlyYear(scenario: Scenario, y: number): Scenario {
  return {
    ...byWeatherYear(scenario, (values) => [values[y]!]),
    weatherYears: [{ ...scenario.weatherYears[y]!, weight: 1 }],
  };
}

/** Hours `from` to `to` of a weather year, as a year of their own; windows of campaigns stay where they are. */
export function onlyHours(scenario: Scenario, y: number, from: number, to: number): Scenario {
  const year = scenario.weatherYears[y]!;
  const cut = <T>(value: T): T => (value instanceof Float64Array ? (value.subarray(from, to) as T) : value);
  return {
    ...byWeatherYear(scenario, (values) => [cut(values[y]!)]),
    weatherYears: [{ ...year, weight: 1, hours: to - from }],
  };
}

/** The first of them in the weather years of all, each as likely as another; they have to be alike but for their series. */
export function joinedYears(scenarios: readonly Scenario[]): Scenario {
  const [first] = scenarios as readonly [Scenario, ...Scenario[]];
  const all = scenarios.map(valuesOf);
  // Alike but for their values, so what stands at a place is of one kind.
  const joined = byWeatherYear(first, <T>(_: readonly T[], at: number) =>
    all.flatMap((values) => values[at] as readonly T[]),
  );
  const years = scenarios.flatMap(({ weatherYears }) => weatherYears);
  return { ...joined, weatherYears: years.map((year) => ({ ...year, weight: 1 / years.length })) };
}

type Change = <T>(values: readonly T[], at: number) => readonly T[];

/** The scenario with all it has one of for each weather year made anew. @param change hears the values and their place */
function byWeatherYear(scenario: Scenario, change: Change): Scenario {
  let at = 0;
  const next = <T>(values: readonly T[]) => change(values, at++);
  const { load, renewables, links, grid } = scenario;
  const { facility, campaigns } = load;
  const charges = ({ wheelingPerMWhByHour: byHour }: Renewable | Link) =>
    byHour && { wheelingPerMWhByHour: next(byHour) };
  return {
    ...scenario,
    load: {
      ...load,
      pue: next(load.pue),
      ...(facility && { facility: { ...facility, temperatureC: next(facility.temperatureC) } }),
      tiers: load.tiers.map((tier) => ({ ...tier, arrivalShape: next(tier.arrivalShape) })),
      ...(campaigns && { campaigns: campaigns.map((run) => ({ ...run, windows: next(run.windows) })) }),
    },
    renewables: renewables.map((asset) => ({
      ...asset,
      capacityFactor: next(asset.capacityFactor),
      ...charges(asset),
    })),
    links: links.map((link) => ({ ...link, ...charges(link) })),
    grid: {
      ...grid,
      importPricePerMWh: next(grid.importPricePerMWh),
      exportPricePerMWh: next(grid.exportPricePerMWh),
      ...(grid.carbonFreeShare && { carbonFreeShare: next(grid.carbonFreeShare) }),
    },
  };
}

function valuesOf(scenario: Scenario): (readonly unknown[])[] {
  const found: (readonly unknown[])[] = [];
  byWeatherYear(scenario, (values) => {
    found.push(values);
    return values;
  });
  return found;
}
