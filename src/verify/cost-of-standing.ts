/**
 * What standing plant costs a year, used or not. Committed plant was paid for before: its capital is sunk, its fixed
 * operation is not. Whatever wears out and is replaced is paid for at the price of that year, committed or not.
 */

import type { CostByYear, Scenario, Tolling } from '../scenario/scenario.ts';
import type { BuildOut } from '../schedule/schedule.ts';
import type { AnnualCost } from './annual-cost.ts';
import { capitalRecoveryFactor, costInYear, yearsOf } from './annuity.ts';
import { type Commitment, commitmentsOf, contractEnd, standsIn } from './sizes.ts';

/** One kind of size of an asset, with what a unit of it costs. */
interface Holding {
  readonly name: string;
  readonly commitments: readonly Commitment[];
  /** By phase in which it was built. */
  readonly built: readonly number[];
  readonly lifetimeYears: number;
  /** Last year of a contract with which it is gone. */
  readonly goneAfter: number;
  /** Years after which this part of the asset is replaced while the asset stands. */
  readonly partYears: number;
  /** Interest during construction left out. */
  readonly capex: CostByYear;
  readonly interestShare: number;
  readonly fixedOpex: CostByYear;
  /** Whether what is paid each year is the price of that year, not of the year of purchase. */
  readonly isRented: boolean;
}

/** Some MW or MWh of one age. */
interface Vintage {
  readonly size: number;
  readonly builtYear: number;
  /** Its capital was spent before the plan: what stands at the beginning, not what replaces it. */
  readonly isCommitted: boolean;
}

/**
 * Capital and fixed operation of everything that stands in phase `p`, one item of each per asset. Where they change within
 * the phase, the same amount in every year that is worth as much.
 */
export function standingCosts(scenario: Scenario, buildOut: readonly BuildOut[], p: number): AnnualCost[] {
  const holdings = Map.groupBy(holdingsOf(scenario, buildOut), ({ name }) => name);
  const rented = new Set(scenario.storages.flatMap(({ name, purchase }) => (purchase === undefined ? [] : [name])));
  return [...holdings].flatMap(([name, parts]): AnnualCost[] => {
    const yearlyFixed = sum(parts, (part) => yearly(scenario, part, p, fixedOpex));
    if (rented.has(name)) return [{ name, kind: 'tolling', annualValue: yearlyFixed }];
    return [
      { name, kind: 'capital', annualValue: sum(parts, (part) => yearly(scenario, part, p, capital)) },
      { name, kind: 'fixedOpex', annualValue: yearlyFixed },
      ...(scenario.salvage === undefined || p < scenario.phases.length - 1
        ? []
        : [{ name, kind: 'salvage' as const, annualValue: sum(parts, (part) => owedAtEnd(scenario, part)) }]),
    ];
  });
}

/**
 * What the capital of committed plant would cost a year of phase `p` at the scenario's own prices, from when it is new until
 * it is replaced. It was spent before, so it is no part of the cost of a plan [currency per year].
 */
export function committedCapital(scenario: Scenario, p: number): number {
  return sum(holdingsOf(scenario, []), (holding) => yearly(scenario, holding, p, spentCapital));
}

/** Committed plant of which the scenario says no price, so that its capital is counted nowhere: names of assets. */
export function committedWithoutPrice(scenario: Scenario): string[] {
  const { phases } = scenario;
  const committed = holdingsOf(scenario, []).filter((holding) =>
    phases.some((_, p) => standing(phases, holding, p).length > 0),
  );
  const rented = new Set(scenario.storages.flatMap(({ name, purchase }) => (purchase === undefined ? [] : [name])));
  const isFree = ({ name, capex, commitments }: Holding) =>
    !rented.has(name) && commitments.every(({ from }) => costInYear(capex, from) === 0);
  return [...Map.groupBy(committed, ({ name }) => name)].flatMap(([name, parts]) =>
    parts.every(isFree) ? [name] : [],
  );
}

/** Cost in one year of what was built in another. */
type CostInYear = (holding: Holding, vintage: Vintage, year: number, discountRate: number) => number;

/** @equation Σ_t δ_t·cost_t / Σ_t δ_t over the years t of the phase, summed over all that stands in it */
function yearly({ phases, discountRate }: Scenario, holding: Holding, p: number, cost: CostInYear): number {
  const years = yearsOf(discountRate, phases, phases[p]!);
  const whole = sum(years, ({ worth }) => worth);
  return sum(standing(phases, holding, p), (vintage) =>
    sum(years, ({ year, worth }) => (worth / whole) * cost(holding, vintage, year, discountRate)),
  );
}

/** @equation (1 + interest)·capex(year of purchase)·CRF(years it serves)·size */
const anyCapital: CostInYear = (holding, { builtYear, size }, year, discountRate) => {
  const { purchaseYear, servesYears } = purchaseOf(holding, builtYear, year);
  const annuity = costInYear(holding.capex, purchaseYear) * capitalRecoveryFactor(discountRate, servesYears);
  return (1 + holding.interestShare) * annuity * size;
};

/**
 * What is owed as the plan ends, each annuity to come discounted to that day, less what is got for it then; the same amount
 * in every year of the last phase that is worth as much.
 *
 * @equation δ_end·Σ_v (Σ_k annuity·(1 + r)^−k − salvage)·size / Σ_t δ_t
 */
function owedAtEnd({ phases, discountRate, salvage }: Scenario, holding: Holding): number {
  const last = phases.length - 1;
  const years = yearsOf(discountRate, phases, phases[last]!);
  const end = years.at(-1)!;
  const owed = sum(standing(phases, holding, last), (vintage) => {
    if (isSpent(holding, vintage, end.year)) return 0;
    const { purchaseYear, servesYears } = purchaseOf(holding, vintage.builtYear, end.year);
    const yearsLeft = purchaseYear + servesYears - (end.year + 1);
    if (yearsLeft <= 0) return 0;
    const annuity = anyCapital(holding, vintage, end.year, discountRate);
    const price = annuity / capitalRecoveryFactor(discountRate, servesYears);
    const toCome = annuity / capitalRecoveryFactor(discountRate, yearsLeft);
    return toCome - (salvage === 'linear' ? (price * yearsLeft) / servesYears : 0);
  });
  return (end.worth * owed) / sum(years, ({ worth }) => worth);
}

const isSpent = (holding: Holding, { isCommitted, builtYear }: Vintage, year: number) =>
  isCommitted && purchaseOf(holding, builtYear, year).purchaseYear === builtYear;

const capital: CostInYear = (holding, vintage, year, discountRate) =>
  isSpent(holding, vintage, year) ? 0 : anyCapital(holding, vintage, year, discountRate);

const spentCapital: CostInYear = (holding, vintage, year, discountRate) =>
  isSpent(holding, vintage, year) ? anyCapital(holding, vintage, year, discountRate) : 0;

/** @equation O&M(year of purchase)·size */
const fixedOpex: CostInYear = (holding, { builtYear, size }, year) =>
  costInYear(holding.fixedOpex, holding.isRented ? year : purchaseOf(holding, builtYear, year).purchaseYear) * size;

/** Life follows life from the year of building on, and in each of them part follows part; years begun count whole. */
function purchaseOf({ lifetimeYears, partYears }: Holding, builtYear: number, year: number) {
  let lifeYear = builtYear;
  while (lifeYear + Math.ceil(lifetimeYears) <= year) lifeYear += Math.ceil(lifetimeYears);
  let purchaseYear = lifeYear;
  while (purchaseYear + Math.ceil(partYears) <= year) purchaseYear += Math.ceil(partYears);
  const yearsLeft = lifeYear + Math.ceil(lifetimeYears) - purchaseYear;
  return { purchaseYear, servesYears: Math.min(partYears, yearsLeft) };
}

function standing(phases: Scenario['phases'], holding: Holding, p: number): Vintage[] {
  const { commitments, built, lifetimeYears, goneAfter } = holding;
  const vintages: Vintage[] = [
    ...commitments.map(({ size, from }) => ({ size, builtYear: from, isCommitted: true })),
    ...phases.map(({ firstYear }, v) => ({ size: built[v] ?? 0, builtYear: firstYear, isCommitted: false })),
  ];
  return vintages.filter(
    ({ size, builtYear }) => size !== 0 && standsIn(phases, builtYear, lifetimeYears, goneAfter)[p],
  );
}

function holdingsOf(scenario: Scenario, buildOut: readonly BuildOut[]): Holding[] {
  const { phases } = scenario;
  const renewables = scenario.renewables.flatMap((asset, i): Holding[] => {
    const { name, purchase, lifetimeYears } = asset;
    if (purchase.kind === 'ppa') return [];
    return [
      {
        name,
        commitments: commitmentsOf(phases, asset.committedMW, asset.availableFrom),
        built: buildOut.map((vintage) => vintage.renewables[i]!.builtMW),
        lifetimeYears,
        goneAfter: Number.POSITIVE_INFINITY,
        partYears: lifetimeYears,
        capex: purchase.capexPerMW,
        fixedOpex: purchase.fixedOpexPerMWYear,
        isRented: false,
        interestShare: asset.interestDuringConstruction ?? 0,
      },
    ];
  });
  const storages = scenario.storages.flatMap((storage, s): Holding[] => [
    {
      name: storage.name,
      commitments: commitmentsOf(phases, storage.committedMW, storage.availableFrom),
      built: buildOut.map((vintage) => vintage.storages[s]!.builtMW),
      lifetimeYears: storage.lifetimeYears,
      goneAfter: contractEnd(storage),
      partYears: storage.powerLifetimeYears,
      capex: storage.capexPerMW,
      fixedOpex: storage.purchase === undefined ? storage.fixedOpexPerMWYear : rentOf(storage.purchase),
      isRented: storage.purchase !== undefined,
      interestShare: storage.interestDuringConstruction ?? 0,
    },
    {
      name: storage.name,
      commitments: commitmentsOf(phases, storage.committedMWh, storage.availableFrom),
      built: buildOut.map((vintage) => vintage.storages[s]!.builtMWh),
      lifetimeYears: storage.lifetimeYears,
      goneAfter: contractEnd(storage),
      partYears: storage.lifetimeYears,
      capex: storage.capexPerMWh,
      fixedOpex: storage.fixedOpexPerMWhYear,
      isRented: false,
      interestShare: storage.interestDuringConstruction ?? 0,
    },
  ]);
  const links = scenario.links.map(
    (link, l): Holding => ({
      name: link.name,
      commitments: commitmentsOf(phases, link.capacityMW, link.availableFrom),
      built: buildOut.map((vintage) => vintage.links[l]!.builtMW),
      lifetimeYears: link.lifetimeYears,
      goneAfter: Number.POSITIVE_INFINITY,
      partYears: link.lifetimeYears,
      capex: link.capexPerMW,
      fixedOpex: link.fixedOpexPerMWYear,
      isRented: false,
      interestShare: link.interestDuringConstruction ?? 0,
    }),
  );
  return [...renewables, ...storages, ...links];
}

/** Of twelve months. */
function rentOf({ pricePerMWMonth: price }: Tolling): CostByYear {
  return typeof price === 'number' ? 12 * price : price.map((point) => ({ ...point, value: 12 * point.value }));
}

function sum<T>(things: readonly T[], value: (thing: T) => number): number {
  return things.reduce((total, thing) => total + value(thing), 0);
}
