/** What a scenario asks for that is possible but hardly meant. Nothing is refused here: each doubt names the likely slip. */

import type { Doubt, Path } from '../faults/fault.ts';
import type { ByYear, FromYear, HourlySeries, Link, Renewable, Scenario, Storage } from '../scenario.ts';
import { figure, rangeDoubts, unlikely } from './doubt.ts';
import { comparableCurrencies, type PlausibleRange, plausible, sizeShare } from './plausible.ts';

/** In the order of the document; the scenario is without faults. */
export function plausibilityDoubts(scenario: Scenario): Doubt[] {
  const { discountRate, phases, load, grid, matching } = scenario;
  const price = comparableCurrencies.has(scenario.currency) ? plausible.comparablePricePerMWh : plausible.pricePerMWh;
  const target = matching.kind === 'none' ? 0 : matching.target;
  return [
    ...rangeDoubts(['discountRate'], discountRate, plausible.discountRate),
    ...phases.flatMap(({ itCapacityMW }, at) =>
      rangeDoubts(['phases', at, 'itCapacityMW'], itCapacityMW, plausible.itCapacityMW),
    ),
    ...rangeDoubts(['load', load.facility ? 'facility' : 'pue'], meanPue(scenario), plausible.pue),
    ...rangeDoubts(['load', 'utilisation'], load.utilisation, plausible.utilisation),
    ...load.tiers.flatMap(({ shed }, at) =>
      byYearDoubts(['load', 'tiers', at, 'shed', 'lostComputePerMWh'], shed?.lostComputePerMWh ?? 0, price),
    ),
    ...scenario.renewables.flatMap((asset, at) => renewableDoubts(scenario, asset, ['renewables', at], price)),
    ...scenario.storages.flatMap((asset, at) => storageDoubts(scenario, asset, ['storages', at])),
    ...scenario.links.flatMap((asset, at) => linkDoubts(scenario, asset, ['links', at])),
    ...gridDoubts(scenario, price),
    ...sizeDoubts(scenario, ['grid', 'importLimitMW'], grid.importLimitMW),
    ...sizeDoubts(scenario, ['grid', 'exportLimitMW'], grid.exportLimitMW),
    ...rangeDoubts(['matching', 'target'], target, plausible.target),
  ];
}

/** With what stays of a facility, spread over the power that its machines have on average. */
function meanPue(scenario: Scenario): number {
  const { pue, facility, utilisation } = scenario.load;
  return mean(scenario, pue) + (facility?.fixedShare ?? 0) / utilisation;
}

function renewableDoubts(scenario: Scenario, asset: Renewable, path: Path, price: PlausibleRange): Doubt[] {
  const { siteMaximumMW, capacityFactor, loss, link, lifetimeYears, purchase } = asset;
  return [
    ...sizeDoubts(scenario, [...path, 'siteMaximumMW'], siteMaximumMW),
    ...rangeDoubts([...path, 'capacityFactor'], mean(scenario, capacityFactor), plausible.meanCapacityFactor),
    ...rangeDoubts([...path, 'loss'], link === undefined ? loss : 0, plausible.loss),
    ...rangeDoubts([...path, 'lifetimeYears'], lifetimeYears, plausible.lifetimeYears),
    ...byYearDoubts([...path, 'purchase', 'pricePerMWh'], purchase.kind === 'ppa' ? purchase.pricePerMWh : 0, price),
    ...wheelingDoubts(scenario, asset, path),
  ];
}

function storageDoubts(scenario: Scenario, asset: Storage, path: Path): Doubt[] {
  return [
    ...sizeDoubts(scenario, [...path, 'maximumMW'], asset.maximumMW),
    ...sizeDoubts(scenario, [...path, 'committedMW'], asset.committedMW),
    ...longEnergyDoubts(asset, path),
    ...rangeDoubts([...path, 'lifetimeYears'], asset.lifetimeYears, plausible.lifetimeYears),
    ...rangeDoubts([...path, 'powerLifetimeYears'], asset.powerLifetimeYears, plausible.lifetimeYears),
    ...rangeDoubts([...path, 'chargeEfficiency'], asset.chargeEfficiency, plausible.efficiency),
    ...rangeDoubts([...path, 'dischargeEfficiency'], asset.dischargeEfficiency, plausible.efficiency),
    ...rangeDoubts([...path, 'selfDischargePerHour'], asset.selfDischargePerHour, plausible.selfDischargePerHour),
  ];
}

/** Committed energy that committed power takes longer to empty than the storage is built for. */
function longEnergyDoubts({ committedMW, committedMWh, durationHours }: Storage, path: Path): Doubt[] {
  const most = committedMW * durationHours.max;
  if (committedMWh <= most) return [];
  const hours = committedMW === 0 ? 'no hours at all' : `${figure(committedMWh / committedMW)} h`;
  const kilowattHours = committedMWh / 1000;
  const isCure = kilowattHours >= committedMW * durationHours.min && kilowattHours <= most;
  return [
    unlikely(
      [...path, 'committedMWh'],
      `${figure(committedMWh)} MWh for ${figure(committedMW)} MW is ${hours}, beyond the longest duration of ${figure(durationHours.max)} h`,
      isCure
        ? `Did you mean ${figure(kilowattHours)}? It looks like kWh written as MWh.`
        : `Expected at most ${figure(most)} MWh, or more committedMW: with so little power the energy is of little use.`,
    ),
  ];
}

function linkDoubts(scenario: Scenario, link: Link, path: Path): Doubt[] {
  const { capacityMW, maximumMW, loss, lifetimeYears } = link;
  return [
    ...sizeDoubts(scenario, [...path, 'capacityMW'], largest(capacityMW)),
    ...sizeDoubts(scenario, [...path, 'maximumMW'], maximumMW === capacityMW ? 0 : largest(maximumMW)),
    ...rangeDoubts([...path, 'loss'], loss, plausible.loss),
    ...rangeDoubts([...path, 'lifetimeYears'], lifetimeYears, plausible.lifetimeYears),
    ...wheelingDoubts(scenario, link, path),
  ];
}

const largest = (sizeMW: FromYear): number =>
  typeof sizeMW === 'number' ? sizeMW : Math.max(0, ...sizeMW.map(({ value }) => value));

function wheelingDoubts(scenario: Scenario, { wheelingPerMWh, ...way }: Link | Renewable, path: Path): Doubt[] {
  if (!comparableCurrencies.has(scenario.currency)) return [];
  const { wheelingPerMWhByHour: byHour } = way;
  const charge = byHour === undefined ? wheelingPerMWh : mean(scenario, byHour);
  return byYearDoubts([...path, 'wheelingPerMWh'], charge, plausible.wheelingPerMWh);
}

function gridDoubts(scenario: Scenario, price: PlausibleRange): Doubt[] {
  const { grid, currency } = scenario;
  const isComparable = comparableCurrencies.has(currency);
  return [
    ...byYearDoubts(
      ['grid', 'importPricePerMWh'],
      grid.importPricePerMWhByYear ?? mean(scenario, grid.importPricePerMWh),
      price,
    ),
    ...rangeDoubts(['grid', 'exportPricePerMWh'], mean(scenario, grid.exportPricePerMWh), price),
    ...byYearDoubts(
      ['grid', 'subscribedPowerCostPerMWYear'],
      isComparable ? grid.subscribedPowerCostPerMWYear : 0,
      plausible.subscribedPowerCostPerMWYear,
    ),
    ...carbonPriceDoubts(scenario),
    ...rangeDoubts(
      ['grid', 'carbonIntensityKgPerMWh'],
      grid.carbonIntensityKgPerMWh,
      plausible.carbonIntensityKgPerMWh,
    ),
    ...rangeDoubts(
      ['grid', 'residualMixKgPerMWh', 'value'],
      grid.residualMixKgPerMWh?.value ?? 0,
      plausible.carbonIntensityKgPerMWh,
    ),
  ];
}

function carbonPriceDoubts({ grid: { carbonPricePerTonne = 0 }, currency }: Scenario): Doubt[] {
  if (!comparableCurrencies.has(currency)) return [];
  return byYearDoubts(['grid', 'carbonPricePerTonne'], carbonPricePerTonne, plausible.carbonPricePerTonne);
}

/** Of a number, or of each value of a table. */
function byYearDoubts(path: Path, value: ByYear, range: PlausibleRange): Doubt[] {
  if (typeof value === 'number') return rangeDoubts(path, value, range);
  return value.flatMap((point, at) => rangeDoubts([...path, at, 'value'], point.value, range));
}

/** By itself, and beside the load that it is for. */
function sizeDoubts({ phases }: Scenario, path: Path, sizeMW: number): Doubt[] {
  const largest = Math.max(...phases.map(({ itCapacityMW }) => itCapacityMW));
  const isUsual = sizeMW <= Math.min(plausible.sizeMW.most, sizeShare * largest);
  if (isUsual || !Number.isFinite(sizeMW)) return [];
  const problem = `${figure(sizeMW)} MW for ${figure(largest)} MW of IT: ${figure(sizeMW / largest)} times as much, or more than any plant has`;
  const meant = sizeMW / 1000;
  const expected =
    meant <= plausible.sizeMW.most && meant <= sizeShare * largest
      ? `Did you mean ${figure(meant)}? It looks like kW written as MW.`
      : 'It looks like “no limit”: give what could be built there, or leave out what may be left out.';
  return [unlikely(path, problem, expected)];
}

function mean({ weatherYears }: Scenario, series: HourlySeries): number {
  return weatherYears.reduce((sum, { weight }, year) => sum + weight * meanOf(series[year]!), 0);
}

/** Plants of a scenario, and all scenarios of a batch, may read the same file: each of its columns is added up once. */
const means = new WeakMap<Float64Array, number>();

function meanOf(hours: Float64Array): number {
  const known = means.get(hours);
  if (known !== undefined) return known;
  const found = hours.reduce((all, value) => all + value, 0) / hours.length;
  means.set(hours, found);
  return found;
}
