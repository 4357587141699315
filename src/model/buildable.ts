/** Everything that has a size, in one list: what the build-out counts and the objective pays for. */

import { costInYear } from '../scenario/cost-by-year.ts';
import type { CostByYear, Scenario } from '../scenario/scenario.ts';
import { capitalRecoveryFactor } from './present-value.ts';

export interface Buildable {
  readonly kind: 'renewable' | 'storagePower' | 'storageEnergy' | 'link';
  readonly name: string;
  /** Stands from the first phase on, its capital already spent [MW or MWh]. */
  readonly committed: number;
  readonly maximum: number;
  readonly availableFrom: number;
  readonly lifetimeYears: number;
  /** Annualised capital of what is built in a year [currency per MW or MWh and year]. */
  readonly capitalPerYear: (builtIn: number) => number;
  /** Fixed O&M of what is built in a year [currency per MW or MWh and year]. */
  readonly fixedOpexPerYear: (builtIn: number) => number;
}

/** In the order renewables, storage powers, storage energies, links; `SizeIndex` relies on it. */
export function buildablesOf(scenario: Scenario): Buildable[] {
  const capital = (capex: CostByYear, lifetimeYears: number) => (builtIn: number) =>
    costInYear(capex, builtIn) * capitalRecoveryFactor(scenario.discountRate, lifetimeYears);
  const opex = (cost: CostByYear) => (builtIn: number) => costInYear(cost, builtIn);
  const nothing = () => 0;

  const renewables = scenario.renewables.map((asset): Buildable => {
    const { purchase } = asset;
    return {
      kind: 'renewable',
      name: asset.name,
      committed: asset.committedMW,
      maximum: asset.siteMaximumMW,
      availableFrom: asset.availableFrom,
      lifetimeYears: asset.lifetimeYears,
      capitalPerYear: purchase.kind === 'own' ? capital(purchase.capexPerMW, asset.lifetimeYears) : nothing,
      fixedOpexPerYear: purchase.kind === 'own' ? opex(purchase.fixedOpexPerMWYear) : nothing,
    };
  });
  const powers = scenario.storages.map(
    (storage): Buildable => ({
      kind: 'storagePower',
      name: storage.name,
      committed: storage.committedMW,
      maximum: storage.maximumMW,
      availableFrom: storage.availableFrom,
      lifetimeYears: storage.lifetimeYears,
      capitalPerYear: capital(storage.capexPerMW, storage.powerLifetimeYears),
      fixedOpexPerYear: opex(storage.fixedOpexPerMWYear),
    }),
  );
  const energies = scenario.storages.map(
    (storage): Buildable => ({
      kind: 'storageEnergy',
      name: storage.name,
      committed: storage.committedMWh,
      maximum: Number.POSITIVE_INFINITY,
      availableFrom: storage.availableFrom,
      lifetimeYears: storage.lifetimeYears,
      capitalPerYear: capital(storage.capexPerMWh, storage.lifetimeYears),
      fixedOpexPerYear: opex(storage.fixedOpexPerMWhYear),
    }),
  );
  const links = scenario.links.map(
    (link): Buildable => ({
      kind: 'link',
      name: link.name,
      committed: link.capacityMW,
      maximum: link.maximumMW,
      availableFrom: Number.NEGATIVE_INFINITY,
      lifetimeYears: link.lifetimeYears,
      capitalPerYear: capital(link.capexPerMW, link.lifetimeYears),
      fixedOpexPerYear: opex(link.fixedOpexPerMWYear),
    }),
  );
  return [...renewables, ...powers, ...energies, ...links];
}

/** Where each size stands in the list. */
export interface SizeIndex {
  renewable(index: number): number;
  storagePower(index: number): number;
  storageEnergy(index: number): number;
  link(index: number): number;
}

export function sizeIndexOf({ renewables, storages }: Scenario): SizeIndex {
  const powers = renewables.length;
  const energies = powers + storages.length;
  const links = energies + storages.length;
  return {
    renewable: (index) => index,
    storagePower: (index) => powers + index,
    storageEnergy: (index) => energies + index,
    link: (index) => links + index,
  };
}
