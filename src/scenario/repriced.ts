/** A scenario with the prices of another: what its plan would cost there, sizes and hours as they are. */

import type { HourlySeries, Purchase, Renewable, Scenario, Storage, Tolling, WeatherYear } from './scenario.ts';

/**
 * Prices are what multiplies a size or a flow: the discount rate, capital, operation, energy, charges. Lifetimes and terms of
 * contracts are not, for they say what stands, nor energy that a contract promises. What the other does not have keeps its own
 * prices, and so does a price by the hour where the weather years are not the same.
 */
export function repriced(scenario: Scenario, other: Scenario): Scenario {
  const { carbonPricePerTonne: _carbon, importPricePerMWhByYear: _byYear, ...grid } = scenario.grid;
  const { carbonPricePerTonne, importPricePerMWhByYear, subscribedPowerCostPerMWYear } = other.grid;
  const { salvage: _salvage, ...rest } = scenario;
  return {
    ...rest,
    discountRate: other.discountRate,
    ...(other.salvage && { salvage: other.salvage }),
    renewables: scenario.renewables.map((asset) => {
      const theirs = named(other.renewables, asset);
      if (theirs === undefined) return asset;
      const { wheelingPerMWhByHour: _charges, interestDuringConstruction: _interest, ...own } = asset;
      return {
        ...own,
        ...interestOf(theirs),
        purchase: pricedAs(asset.purchase, theirs.purchase),
        variableOpexPerMWh: theirs.variableOpexPerMWh,
        ...chargesOf(scenario, other, asset, theirs),
      };
    }),
    storages: scenario.storages.map((asset) => {
      const theirs = named(other.storages, asset);
      if (theirs === undefined) return asset;
      const { purchase: rented, interestDuringConstruction: _interest, ...own } = asset;
      const { capexPerMW, capexPerMWh, fixedOpexPerMWYear, fixedOpexPerMWhYear, wearPerMWh, purchase } = theirs;
      const prices = { capexPerMW, capexPerMWh, fixedOpexPerMWYear, fixedOpexPerMWhYear, wearPerMWh };
      return { ...own, ...prices, ...interestOf(theirs), ...(purchase && { purchase: pricedAs(rented, purchase) }) };
    }),
    links: scenario.links.map((asset) => {
      const theirs = named(other.links, asset);
      if (theirs === undefined) return asset;
      const { wheelingPerMWhByHour: _charges, interestDuringConstruction: _interest, ...own } = asset;
      const { capexPerMW, fixedOpexPerMWYear } = theirs;
      return {
        ...own,
        ...interestOf(theirs),
        capexPerMW,
        fixedOpexPerMWYear,
        ...chargesOf(scenario, other, asset, theirs),
      };
    }),
    load: {
      ...scenario.load,
      tiers: scenario.load.tiers.map((tier) => {
        const theirs = named(other.load.tiers, tier)?.shed;
        if (tier.shed === undefined || theirs === undefined) return tier;
        return { ...tier, shed: { ...tier.shed, lostComputePerMWh: theirs.lostComputePerMWh } };
      }),
    },
    grid: {
      ...grid,
      ...(carbonPricePerTonne !== undefined && { carbonPricePerTonne }),
      ...(importPricePerMWhByYear !== undefined && { importPricePerMWhByYear }),
      importPricePerMWh: ofOther(scenario, other, grid.importPricePerMWh, other.grid.importPricePerMWh),
      exportPricePerMWh: ofOther(scenario, other, grid.exportPricePerMWh, other.grid.exportPricePerMWh),
      subscribedPowerCostPerMWYear,
    },
  };
}

/** What a contract promises, beside its prices. */
const promises: ReadonlySet<string> = new Set(['takeOrPayMWhPerYear', 'mostMWhPerYear', 'term']);

/** Paid for as theirs is, with what ours promises; what is all paid for promises no energy beside it. */
function pricedAs<T extends Purchase | Tolling>(ours: Purchase | Tolling | undefined, theirs: T): T {
  if (theirs.kind === 'own') return theirs;
  const isPaidWhole = theirs.kind === 'ppa' && theirs.pays === 'produced';
  const kept = Object.entries(ours ?? {}).filter(([field]) => promises.has(field));
  return Object.fromEntries([
    ...Object.entries(theirs).filter(([field]) => !promises.has(field)),
    ...kept.filter(([field]) => !(isPaidWhole && field === 'takeOrPayMWhPerYear')),
  ]) as unknown as T;
}

type Financed = Pick<Storage, 'interestDuringConstruction'>;

const interestOf = ({ interestDuringConstruction: share }: Financed): Financed =>
  share === undefined ? {} : { interestDuringConstruction: share };

function named<T extends { readonly name: string }>(list: readonly T[], { name }: { readonly name: string }) {
  return list.find((one) => one.name === name);
}

type Way = Pick<Renewable, 'wheelingPerMWh' | 'wheelingPerMWhByHour'>;

/** What the way charges there; by the hour nothing, where the other has such charges of other weather years alone. */
function chargesOf(scenario: Scenario, other: Scenario, own: Way, theirs: Way): Way {
  const { wheelingPerMWh, wheelingPerMWhByHour: byHour } = theirs;
  if (byHour === undefined) return { wheelingPerMWh };
  const ours = own.wheelingPerMWhByHour ?? scenario.weatherYears.map(({ hours }) => new Float64Array(hours));
  return { wheelingPerMWh, wheelingPerMWhByHour: ofOther(scenario, other, ours, byHour) };
}

/** By weather year of the same name and length; a flat price is one of every year. */
function ofOther(scenario: Scenario, other: Scenario, own: HourlySeries, theirs: HourlySeries): HourlySeries {
  const first = theirs[0]?.[0];
  const isFlat = first !== undefined && theirs.every((year) => year.every((price) => price === first));
  return scenario.weatherYears.map((year, y) => {
    if (isFlat) return new Float64Array(year.hours).fill(first);
    const at = other.weatherYears.findIndex((one) => isSameYear(one, year));
    return at < 0 ? own[y]! : theirs[at]!;
  });
}

/** Whether hours of one stand beside those of the other. */
export function isSameYear(a: WeatherYear, b: WeatherYear): boolean {
  return a.name === b.name && a.hours === b.hours;
}
