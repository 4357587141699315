/** What running a phase costs in an expected year: each weather year brought to 8,760 hours, weighted by probability. */

import type { CostByYear, Link, Renewable, Scenario } from '../scenario/scenario.ts';
import { effectiveMW } from '../schedule/effective.ts';
import type { PhaseSchedule, Schedule, WeatherYearSchedule } from '../schedule/schedule.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import type { AnnualCost } from './annual-cost.ts';
import { costInYear, meanOverYears, yearsOf } from './annuity.ts';
import { contractEnd, standingFrom } from './sizes.ts';

/** Cost of one weather year as it stands, from its flows and its position in the scenario. */
type YearlyCost = (flows: WeatherYearSchedule, year: number) => number;

/** All costs of phase `p` that follow from its hours, and the subscribed power. */
export function operationCosts(scenario: Scenario, schedule: Schedule, p: number): AnnualCost[] {
  const phase = schedule.phases[p]!;
  const mean = (price: CostByYear) => meanOverYears(scenario.discountRate, scenario.phases, scenario.phases[p]!, price);
  const { grid, renewables, storages, links, load } = scenario;
  const item = (name: string, kind: AnnualCost['kind'], cost: YearlyCost): AnnualCost => ({
    name,
    kind,
    annualValue: expected(scenario, phase, cost),
  });
  return [
    ...renewables.flatMap((asset, i) => [
      item(
        asset.name,
        'variableOpex',
        ({ renewables: g }) => mean(asset.variableOpexPerMWh) * total(g[i]!.generationMW),
      ),
      ...purchases(asset, scenario, p).map(({ pricePerMWh, pays }) =>
        item(asset.name, 'energyPurchase', ({ renewables: g }, year) =>
          pays === 'used'
            ? pricePerMWh * total(g[i]!.generationMW)
            : pricePerMWh * total(asset.capacityFactor[year]!) * effectiveMW(phase.capacities.renewables[i]!),
        ),
      ),
      ...paidAnyway(asset, scenario, p).map(({ pricePerMWh, leastMWh }) =>
        item(asset.name, 'shortfall', ({ renewables: g, loadMW: { length: hours } }) => {
          const leastInYear = leastMWh * (hours / HOURS_PER_YEAR);
          return pricePerMWh * Math.max(0, leastInYear - total(g[i]!.generationMW));
        }),
      ),
    ]),
    ...renewables.flatMap((plant, i) =>
      wheeling(plant, mean, ({ renewables: g }) => g[i]!.generationMW).map((cost) =>
        item(plant.name, 'wheeling', cost),
      ),
    ),
    ...links.flatMap((link) =>
      wheeling(link, mean, (flows) => sentOver(link.name, scenario, flows)).map((cost) =>
        item(link.name, 'wheeling', cost),
      ),
    ),
    ...storages.map(({ name, wearPerMWh }, s) =>
      item(name, 'wear', (flows) => mean(wearPerMWh) * total(flows.storages[s]!.dischargeMW)),
    ),
    ...load.tiers.flatMap(({ name, shed }, k) =>
      shed === undefined
        ? []
        : [item(name, 'lostCompute', ({ tiers }) => mean(shed.lostComputePerMWh) * total(tiers[k]!.shedMW))],
    ),
    item(
      'grid',
      'import',
      ({ importMW }, year) =>
        paid(grid.importPricePerMWh[year]!, importMW) + mean(grid.importPricePerMWhByYear ?? 0) * total(importMW),
    ),
    ...carbon(scenario, p).map((pricePerMWh) =>
      item('grid', 'carbon', ({ importMW }) => pricePerMWh * total(importMW)),
    ),
    item('grid', 'export', ({ exportMW }, year) => 0 - paid(grid.exportPricePerMWh[year]!, exportMW)),
    {
      name: 'grid',
      kind: 'subscribedPower',
      annualValue: mean(grid.subscribedPowerCostPerMWYear) * phase.capacities.grid.subscribedPowerMW,
    },
  ];
}

/** The contract of a plant, at the mean price of the years of a phase. */
function purchases({ purchase }: Renewable, { discountRate, phases }: Scenario, p: number) {
  if (purchase.kind !== 'ppa') return [];
  return [{ ...purchase, pricePerMWh: meanOverYears(discountRate, phases, phases[p]!, purchase.pricePerMWh) }];
}

/** What of a contract is paid for in any case while it runs, from the first phase on in which the plant can deliver. */
function paidAnyway(asset: Renewable, scenario: Scenario, p: number) {
  const { firstYear } = scenario.phases[p]!;
  const way = scenario.links.filter(({ name }) => name === asset.link);
  const canDeliver =
    asset.siteMaximumMW > 0 &&
    asset.availableFrom <= firstYear &&
    firstYear <= contractEnd(asset) &&
    way.every(({ maximumMW, availableFrom }) => standingFrom(maximumMW, firstYear) > 0 && firstYear >= availableFrom);
  const { purchase } = asset;
  if (purchase.kind !== 'ppa' || purchase.takeOrPayMWhPerYear === undefined || !canDeliver) return [];
  const lastYear = purchase.term?.lastYear ?? Number.POSITIVE_INFINITY;
  if (firstYear > lastYear) return [];
  // Years of the phase after the contract ask for nothing, so its price counts for the others alone.
  const years = yearsOf(scenario.discountRate, scenario.phases, scenario.phases[p]!);
  const paid = years.filter(({ year }) => year <= lastYear);
  const pricePerMWh =
    paid.reduce((sum, { year, worth }) => sum + worth * costInYear(purchase.pricePerMWh, year), 0) /
    years.reduce((sum, { worth }) => sum + worth, 0);
  return [{ pricePerMWh, leastMWh: purchase.takeOrPayMWhPerYear }];
}

/**
 * What emissions cost for each imported MWh, where they have a price: the same in every year of the phase, worth as much
 * as the prices of its years.
 *
 * @equation intensity·Σ_t δ_t·price_t / Σ_t δ_t
 */
function carbon({ grid, phases, discountRate }: Scenario, p: number): number[] {
  const { carbonPricePerTonne, carbonIntensityKgPerMWh } = grid;
  if (carbonPricePerTonne === undefined) return [];
  return [(carbonIntensityKgPerMWh / 1000) * meanOverYears(discountRate, phases, phases[p]!, carbonPricePerTonne)];
}

/** @equation Σ_y π_y·(8760/H_y)·cost_y */
function expected({ weatherYears }: Scenario, phase: PhaseSchedule, cost: YearlyCost): number {
  return weatherYears.reduce(
    (sum, { weight, hours }, year) => sum + ((weight * HOURS_PER_YEAR) / hours) * cost(phase.weatherYears[year]!, year),
    0,
  );
}

/** What a plant pays to the public grid, or a link asks for, where it is anything: the same in every hour, or by the hour. */
function wheeling(
  { wheelingPerMWh, wheelingPerMWhByHour: byHour }: Renewable | Link,
  mean: (price: CostByYear) => number,
  sentMW: (flows: WeatherYearSchedule) => Float64Array,
): YearlyCost[] {
  if (wheelingPerMWh === 0 && byHour === undefined) return [];
  return [
    (flows, year) => {
      const sent = sentMW(flows);
      return mean(wheelingPerMWh) * total(sent) + (byHour === undefined ? 0 : paid(byHour[year]!, sent));
    },
  ];
}

/** What enters a link in each hour of a weather year [MW]. */
function sentOver(link: string, { renewables }: Scenario, { loadMW, ...flows }: WeatherYearSchedule): Float64Array {
  const senders = flows.renewables.filter((_, i) => renewables[i]!.link === link);
  return loadMW.map((_, h) => senders.reduce((sum, { generationMW }) => sum + generationMW[h]!, 0));
}

function total(series: Float64Array): number {
  let sum = 0;
  for (let hour = 0; hour < series.length; hour++) sum += series[hour]!;
  return sum;
}

function paid(price: Float64Array, flow: Float64Array): number {
  let sum = 0;
  for (let hour = 0; hour < flow.length; hour++) sum += price[hour]! * flow[hour]!;
  return sum;
}
