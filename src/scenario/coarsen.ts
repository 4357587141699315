import type { CostByYear, HourlySeries, Scenario } from './scenario.ts';

/**
 * The same scenario in longer steps: every `hours` hours become one, at their mean. Powers keep their unit; a step of
 * storage or backlog counts `hours` MWh, so energy capacities come out divided by `hours`, their prices multiplied.
 * Coarse answers are cheap and near the fine ones: a place to start from, never an answer.
 *
 * @returns undefined where the weather years do not divide, or the promise counts by calendar months
 */
export function coarsen(scenario: Scenario, hours: number): Scenario | undefined {
  const { weatherYears, load, renewables, storages, grid, matching } = scenario;
  if (matching.kind === 'monthly' || weatherYears.some((year) => year.hours % hours !== 0)) return undefined;
  const means = (series: HourlySeries) => series.map((values) => meansOf(values, hours));
  return {
    ...scenario,
    weatherYears: weatherYears.map((year) => ({ ...year, hours: year.hours / hours })),
    load: {
      ...load,
      pue: means(load.pue),
      tiers: load.tiers.map((tier) => ({
        ...tier,
        deadlineHours: Math.floor(tier.deadlineHours / hours),
        arrivalShape: means(tier.arrivalShape),
        ...(tier.rampSharePerHour !== undefined && { rampSharePerHour: tier.rampSharePerHour * hours }),
      })),
    },
    renewables: renewables.map((asset) => ({ ...asset, capacityFactor: means(asset.capacityFactor) })),
    storages: storages.map((storage) => ({
      ...storage,
      durationHours: { min: storage.durationHours.min / hours, max: storage.durationHours.max / hours },
      committedMWh: storage.committedMWh / hours,
      selfDischargePerHour: 1 - (1 - storage.selfDischargePerHour) ** hours,
      capexPerMWh: times(storage.capexPerMWh, hours),
      fixedOpexPerMWhYear: times(storage.fixedOpexPerMWhYear, hours),
    })),
    grid: {
      ...grid,
      importPricePerMWh: means(grid.importPricePerMWh),
      exportPricePerMWh: means(grid.exportPricePerMWh),
    },
  };
}

function meansOf(values: Float64Array, hours: number): Float64Array {
  return Float64Array.from({ length: values.length / hours }, (_, step) => {
    const start = step * hours;
    return values.subarray(start, start + hours).reduce((sum, value) => sum + value, 0) / hours;
  });
}

function times(cost: CostByYear, factor: number): CostByYear {
  if (typeof cost === 'number') return cost * factor;
  return cost.map(({ year, value }) => ({ year, value: value * factor }));
}
