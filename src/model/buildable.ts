/** Everything that has a size, in one list: what the build-out counts and the objective pays for. */

import type { CostByYear, FromYear, Purchase, Scenario, Tolling } from '../scenario/scenario.ts';

const MONTHS_PER_YEAR = 12;

export interface Buildable {
  readonly kind: 'renewable' | 'storagePower' | 'storageEnergy' | 'link';
  readonly name: string;
  /** Stands in any case, its capital already spent: all at once, or stretch by stretch. */
  readonly commitments: readonly Commitment[];
  readonly maximum: FromYear;
  readonly availableFrom: number;
  /** Last year in which it may stand, where its contract ends then; else without end. */
  readonly standsThrough: number;
  readonly lifetimeYears: number;
  /** Years after which it is bought anew while it stands: its life, or that of the power equipment of a storage. */
  readonly equipmentYears: number;
  /** Lost with each year of age, of what was left. */
  readonly fadePerYear: number;
  /** Share at work on average. */
  readonly availability: number;
  /** Overnight, by year of building [currency per MW or MWh]. */
  readonly capex: CostByYear;
  /** Interest until it stands, of that. */
  readonly constructionInterest: number;
  /** By year of building, or of payment where it is rented [currency per MW or MWh and year]. */
  readonly fixedOpex: CostByYear;
  readonly isRented: boolean;
}

export interface Commitment {
  /** [MW or MWh] */
  readonly size: number;
  /** First year of its life: no build year is known, so it is new as it first stands in the plan. */
  readonly from: number;
}

/**
 * In the order renewables, storage powers, storage energies, links; `SizeIndex` relies on it. Limits and costs are read when
 * they are asked for: hours never do, so another of them is known to leave the hours as they are.
 */
export function buildablesOf(scenario: Scenario): Buildable[] {
  const start = scenario.phases[0]!.firstYear;
  const renewables = scenario.renewables.map((asset): Buildable => {
    const { name, purchase, availableFrom, lifetimeYears, fadePerYear = 0, availability = 1 } = asset;
    return {
      kind: 'renewable',
      name,
      commitments: [{ size: asset.committedMW, from: Math.max(start, availableFrom) }],
      get maximum() {
        return asset.siteMaximumMW;
      },
      availableFrom,
      standsThrough: endOf(purchase),
      lifetimeYears,
      equipmentYears: lifetimeYears,
      fadePerYear,
      availability,
      get capex() {
        return purchase.kind === 'own' ? purchase.capexPerMW : 0;
      },
      get fixedOpex() {
        return purchase.kind === 'own' ? purchase.fixedOpexPerMWYear : 0;
      },
      constructionInterest: asset.interestDuringConstruction ?? 0,
      isRented: false,
    };
  });
  const lifeOf = (asset: Scenario['storages' | 'links'][number]) => {
    const { name, availableFrom, lifetimeYears, interestDuringConstruction: constructionInterest = 0 } = asset;
    const standsThrough = endOf('purchase' in asset ? asset.purchase : undefined);
    return { name, availableFrom, standsThrough, lifetimeYears, constructionInterest, isRented: false };
  };
  const powers = scenario.storages.map(
    (storage): Buildable => ({
      ...lifeOf(storage),
      kind: 'storagePower',
      commitments: [{ size: storage.committedMW, from: Math.max(start, storage.availableFrom) }],
      get maximum() {
        return storage.maximumMW;
      },
      equipmentYears: storage.powerLifetimeYears,
      fadePerYear: 0,
      availability: storage.availability ?? 1,
      get capex() {
        return storage.capexPerMW;
      },
      isRented: storage.purchase !== undefined,
      get fixedOpex() {
        return storage.purchase ? yearlyRent(storage.purchase) : storage.fixedOpexPerMWYear;
      },
    }),
  );
  const energies = scenario.storages.map(
    (storage): Buildable => ({
      ...lifeOf(storage),
      kind: 'storageEnergy',
      commitments: [{ size: storage.committedMWh, from: Math.max(start, storage.availableFrom) }],
      maximum: Number.POSITIVE_INFINITY,
      equipmentYears: storage.lifetimeYears,
      fadePerYear: storage.energyFadePerYear ?? 0,
      availability: 1,
      get capex() {
        return storage.capexPerMWh;
      },
      get fixedOpex() {
        return storage.fixedOpexPerMWhYear;
      },
    }),
  );
  const links = scenario.links.map(
    (link): Buildable => ({
      ...lifeOf(link),
      kind: 'link',
      commitments: stretchesOf(link.capacityMW, Math.max(start, link.availableFrom)),
      get maximum() {
        return link.maximumMW;
      },
      equipmentYears: link.lifetimeYears,
      fadePerYear: 0,
      availability: link.availability ?? 1,
      get capex() {
        return link.capexPerMW;
      },
      get fixedOpex() {
        return link.fixedOpexPerMWYear;
      },
    }),
  );
  return [...renewables, ...powers, ...energies, ...links];
}

/** What is contracted is gone with its contract, unless it goes on at the price of the market. */
function endOf(purchase: Purchase | Tolling | undefined): number {
  const term = purchase !== undefined && 'term' in purchase ? purchase.term : undefined;
  return term?.after === 'gone' ? term.lastYear : Number.POSITIVE_INFINITY;
}

function yearlyRent({ pricePerMWMonth: price }: Tolling): CostByYear {
  if (typeof price === 'number') return MONTHS_PER_YEAR * price;
  return price.map(({ year, value }) => ({ year, value: MONTHS_PER_YEAR * value }));
}

/** What each value of a table adds to the one before it, new in its year. */
function stretchesOf(steps: FromYear, start: number): Commitment[] {
  if (typeof steps === 'number') return [{ size: steps, from: start }];
  return steps.map(({ year, value }, at) => ({
    size: value - (steps[at - 1]?.value ?? 0),
    from: Math.max(start, year),
  }));
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
