/** What running a phase costs in an expected year: each weather year brought to 8,760 hours, weighted by probability. */

import type { Renewable, Scenario } from '../scenario/scenario.ts';
import { effectiveMW } from '../schedule/effective.ts';
import type { PhaseSchedule, Schedule, WeatherYearSchedule } from '../schedule/schedule.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import type { AnnualCost } from './annual-cost.ts';
import { meanOverYears } from './annuity.ts';

/** Cost of one weather year as it stands, from its flows and its position in the scenario. */
type YearlyCost = (flows: WeatherYearSchedule, year: number) => number;

/** All costs of phase `p` that follow from its hours, and the subscribed power. */
export function operationCosts(scenario: Scenario, schedule: Schedule, p: number): AnnualCost[] {
  const phase = schedule.phases[p]!;
  const { grid, renewables, storages, links, load } = scenario;
  const item = (name: string, kind: AnnualCost['kind'], cost: YearlyCost): AnnualCost => ({
    name,
    kind,
    annualValue: expected(scenario, phase, cost),
  });
  return [
    ...renewables.flatMap((asset, i) => [
      item(asset.name, 'variableOpex', ({ renewables: g }) => asset.variableOpexPerMWh * total(g[i]!.generationMW)),
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
    ...renewables.flatMap(({ name, wheelingPerMWh }, i) =>
      wheelingPerMWh === 0
        ? []
        : [item(name, 'wheeling', ({ renewables: g }) => wheelingPerMWh * total(g[i]!.generationMW))],
    ),
    ...links.flatMap(({ name, wheelingPerMWh }) =>
      wheelingPerMWh === 0 ? [] : [item(name, 'wheeling', (flows) => wheelingPerMWh * sentOver(name, scenario, flows))],
    ),
    ...storages.map(({ name, wearPerMWh }, s) =>
      item(name, 'wear', (flows) => wearPerMWh * total(flows.storages[s]!.dischargeMW)),
    ),
    ...load.tiers.flatMap(({ name, shed }, k) =>
      shed === undefined
        ? []
        : [item(name, 'lostCompute', ({ tiers }) => shed.lostComputePerMWh * total(tiers[k]!.shedMW))],
    ),
    item('grid', 'import', ({ importMW }, year) => paid(grid.importPricePerMWh[year]!, importMW)),
    ...carbon(scenario, p).map((pricePerMWh) =>
      item('grid', 'carbon', ({ importMW }) => pricePerMWh * total(importMW)),
    ),
    item('grid', 'export', ({ exportMW }, year) => 0 - paid(grid.exportPricePerMWh[year]!, exportMW)),
    {
      name: 'grid',
      kind: 'subscribedPower',
      annualValue: grid.subscribedPowerCostPerMWYear * phase.capacities.grid.subscribedPowerMW,
    },
  ];
}

/** The contract of a plant, at the mean price of the years of a phase. */
function purchases({ purchase }: Renewable, { discountRate, phases }: Scenario, p: number) {
  if (purchase.kind !== 'ppa') return [];
  return [{ ...purchase, pricePerMWh: meanOverYears(discountRate, phases, phases[p]!, purchase.pricePerMWh) }];
}

/** What of a contract is paid for in any case, from the first phase on in which the plant can deliver. */
function paidAnyway(asset: Renewable, scenario: Scenario, p: number) {
  const { firstYear } = scenario.phases[p]!;
  const way = scenario.links.filter(({ name }) => name === asset.link);
  const canDeliver =
    asset.siteMaximumMW > 0 &&
    firstYear >= asset.availableFrom &&
    way.every(({ maximumMW, availableFrom }) => maximumMW > 0 && firstYear >= availableFrom);
  return purchases(asset, scenario, p).flatMap(({ pricePerMWh, takeOrPayMWhPerYear: leastMWh }) =>
    leastMWh === undefined || !canDeliver ? [] : [{ pricePerMWh, leastMWh }],
  );
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

/** What enters a link in a weather year as it stands [MWh]. */
function sentOver(link: string, { renewables }: Scenario, flows: WeatherYearSchedule): number {
  return renewables.reduce(
    (sum, asset, i) => (asset.link === link ? sum + total(flows.renewables[i]!.generationMW) : sum),
    0,
  );
}

function total(series: Float64Array): number {
  return series.reduce((sum, value) => sum + value, 0);
}

function paid(price: Float64Array, flow: Float64Array): number {
  return flow.reduce((sum, value, hour) => sum + price[hour]! * value, 0);
}
