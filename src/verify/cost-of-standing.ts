/**
 * What standing plant costs a year, used or not. Committed plant was paid for before: its capital is sunk, its fixed
 * operation is not, at the price of the first phase's first year.
 */

import type { CostByYear, Scenario } from '../scenario/scenario.ts';
import type { BuildOut } from '../schedule/schedule.ts';
import type { AnnualCost } from './annual-cost.ts';
import { capitalRecoveryFactor, costInYear } from './annuity.ts';
import { stands } from './sizes.ts';

/** One kind of size of an asset, with what a unit of it costs. */
interface Holding {
  readonly name: string;
  readonly committed: number;
  /** By phase in which it was built. */
  readonly built: readonly number[];
  readonly lifetimeYears: number;
  /** Years over which the capital is paid back. */
  readonly annuityYears: number;
  readonly capex: CostByYear;
  readonly fixedOpex: CostByYear;
}

/** Capital and fixed operation of everything that stands in phase `p`, one item of each per asset. */
export function standingCosts(scenario: Scenario, buildOut: readonly BuildOut[], p: number): AnnualCost[] {
  const holdings = Map.groupBy(holdingsOf(scenario, buildOut), ({ name }) => name);
  return [...holdings].flatMap(([name, parts]): AnnualCost[] => [
    { name, kind: 'capital', annualValue: sum(parts, (part) => capital(scenario, part, p)) },
    { name, kind: 'fixedOpex', annualValue: sum(parts, (part) => fixedOpex(scenario, part, p)) },
  ]);
}

/** @equation Σ_{v ≤ p, alive} capex(first year of v)·CRF·b_v */
function capital({ phases, discountRate }: Scenario, holding: Holding, p: number): number {
  const share = capitalRecoveryFactor(discountRate, holding.annuityYears);
  return sum(alive(phases, holding, p), ({ firstYear, built }) => costInYear(holding.capex, firstYear) * share * built);
}

/** @equation O&M(first year)·committed + Σ_{v ≤ p, alive} O&M(first year of v)·b_v */
function fixedOpex({ phases }: Scenario, holding: Holding, p: number): number {
  const vintages = [{ firstYear: phases[0]!.firstYear, built: holding.committed }, ...alive(phases, holding, p)];
  return sum(vintages, ({ firstYear, built }) => costInYear(holding.fixedOpex, firstYear) * built);
}

function alive(phases: Scenario['phases'], { built, lifetimeYears }: Holding, p: number) {
  const vintages = phases.slice(0, p + 1).map(({ firstYear }, v) => ({ firstYear, built: built[v]! }));
  return vintages.filter(({ firstYear }) => stands(firstYear, lifetimeYears, phases[p]!.firstYear));
}

function holdingsOf(scenario: Scenario, buildOut: readonly BuildOut[]): Holding[] {
  const renewables = scenario.renewables.flatMap(({ name, purchase, committedMW, lifetimeYears }, i): Holding[] => {
    if (purchase.kind === 'ppa') return [];
    const built = buildOut.map((vintage) => vintage.renewables[i]!.builtMW);
    const { capexPerMW: capex, fixedOpexPerMWYear: fixedOpex } = purchase;
    return [{ name, committed: committedMW, built, lifetimeYears, annuityYears: lifetimeYears, capex, fixedOpex }];
  });
  const storages = scenario.storages.flatMap((storage, s): Holding[] => [
    {
      name: storage.name,
      committed: storage.committedMW,
      built: buildOut.map((vintage) => vintage.storages[s]!.builtMW),
      lifetimeYears: storage.lifetimeYears,
      annuityYears: storage.powerLifetimeYears,
      capex: storage.capexPerMW,
      fixedOpex: storage.fixedOpexPerMWYear,
    },
    {
      name: storage.name,
      committed: storage.committedMWh,
      built: buildOut.map((vintage) => vintage.storages[s]!.builtMWh),
      lifetimeYears: storage.lifetimeYears,
      annuityYears: storage.lifetimeYears,
      capex: storage.capexPerMWh,
      fixedOpex: storage.fixedOpexPerMWhYear,
    },
  ]);
  const links = scenario.links.map((link, l): Holding => {
    const { name, capacityMW: committed, lifetimeYears, capexPerMW: capex, fixedOpexPerMWYear: fixedOpex } = link;
    const built = buildOut.map((vintage) => vintage.links[l]!.builtMW);
    return { name, committed, built, lifetimeYears, annuityYears: lifetimeYears, capex, fixedOpex };
  });
  return [...renewables, ...storages, ...links];
}

function sum<T>(things: readonly T[], value: (thing: T) => number): number {
  return things.reduce((total, thing) => total + value(thing), 0);
}
