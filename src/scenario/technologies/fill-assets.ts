/** The parameters of every renewable, storage and link, filled in from the technology data where left out. */

import { isTable } from '../checks/tables.ts';
import type { Draft, Usable } from '../document/draft.ts';
import { conflict, type Doubt, type Fault, type Path } from '../faults/fault.ts';
import type { CostByYear, Link, Purchase, Renewable, Storage, Term, Tolling } from '../scenario.ts';
import type { LinkDocument, RenewableDocument, StorageDocument } from '../schema/schema.ts';
import { costInYear, valueFrom } from './cost-by-year.ts';
import { currencyFaults, type Filling, type Provenance, parametersOf } from './fill.ts';
import type { TechnologySet } from './technologies.ts';

type FilledRenewable = Pick<
  Renewable,
  | 'lifetimeYears'
  | 'purchase'
  | 'interestDuringConstruction'
  | 'fadePerYear'
  | 'availability'
  | 'variableOpexPerMWh'
  | 'wheelingPerMWh'
>;
type FilledStorage = Omit<
  Storage,
  'name' | 'technology' | 'maximumMW' | 'committedMW' | 'committedMWh' | 'availableFrom'
>;
type FilledLink = Pick<
  Link,
  | 'availability'
  | 'interestDuringConstruction'
  | 'lifetimeYears'
  | 'capexPerMW'
  | 'fixedOpexPerMWYear'
  | 'wheelingPerMWh'
>;

/** In the order of the document's lists. */
export interface FilledAssets {
  readonly renewables: readonly FilledRenewable[];
  readonly storages: readonly FilledStorage[];
  readonly links: readonly FilledLink[];
  readonly provenance: readonly Provenance[];
  readonly faults: readonly Fault[];
  /** About parameters that are far from those of their technology. */
  readonly doubts: readonly Doubt[];
}

export function fillAssets(draft: Draft, set: TechnologySet): FilledAssets {
  const filling: Filling = { set, currency: draft.currency, faults: [], doubts: [], provenance: [] };
  const renewables = draft.renewables.map((asset, at) => filledRenewable(filling, ['renewables', at], asset, draft));
  const storages = draft.storages.map((asset, at) => filledStorage(filling, ['storages', at], asset));
  const links = draft.links.map((asset, at) => filledLink(filling, ['links', at], asset, draft));
  const faults = [...filling.faults, ...currencyFaults(draft, filling)];
  return { renewables, storages, links, provenance: filling.provenance, faults, doubts: filling.doubts };
}

function filledRenewable(
  filling: Filling,
  path: Path,
  asset: Usable<RenewableDocument>,
  draft: Draft,
): FilledRenewable {
  const given = asset.purchase;
  const own = given?.kind === 'own' ? withoutAbsent(given) : {};
  const { cost, number, optional, optionalCost } = parametersOf(filling, path, { ...asset, ...own }, 'renewable');
  const lifetimeYears = number('lifetimeYears');
  const common = {
    lifetimeYears,
    wheelingPerMWh: flatCharge(asset.wheelingPerMWh),
    ...stated({
      interestDuringConstruction: asset.interestDuringConstruction,
      fadePerYear: optional('fadePerYear'),
      availability: optional('availability'),
    }),
  };
  if (given?.kind === 'ppa') {
    // The price of the energy covers the plant's own costs: only what the scenario itself adds is paid beside it.
    const purchase = contractOf(given, asset, draft);
    return { ...common, purchase, variableOpexPerMWh: asset.variableOpexPerMWh ?? 0 };
  }
  const purchase: Purchase = {
    kind: 'own',
    capexPerMW: cost('capexPerMW'),
    fixedOpexPerMWYear: cost('fixedOpexPerMWYear'),
  };
  return { ...common, purchase, variableOpexPerMWh: optionalCost('variableOpexPerMWh') ?? 0 };
}

/** A price that is indexed, or goes on as another, becomes the price of each year of the plan. */
function contractOf(
  {
    pricePerMWh,
    indexedPerYear,
    term,
    ...contract
  }: Extract<NonNullable<RenewableDocument['purchase']>, { kind: 'ppa' }>,
  { availableFrom }: Usable<RenewableDocument>,
  { phases }: Draft,
): Purchase {
  const limits = stated({
    takeOrPayMWhPerYear: contract.takeOrPayMWhPerYear,
    mostMWhPerYear: contract.mostMWhPerYear,
  });
  const common = { kind: contract.kind, pays: contract.pays, ...limits, ...termOf(term) };
  const merchant = term?.merchantPricePerMWh;
  if (indexedPerYear === undefined && merchant === undefined) return { ...common, pricePerMWh };
  const begins = phases[0]?.firstYear ?? 0;
  const start = Math.max(begins, availableFrom ?? begins, term?.firstYear ?? begins);
  const priceIn = (year: number): number =>
    merchant !== undefined && year > term!.lastYear
      ? costInYear(merchant, year)
      : costInYear(pricePerMWh, year) * (1 + (indexedPerYear ?? 0)) ** Math.max(0, year - start);
  const years = phases.flatMap(({ firstYear = 0, years = 0 }) =>
    Array.from({ length: years }, (_, at) => firstYear + at),
  );
  return { ...common, pricePerMWh: years.map((year) => ({ year, value: priceIn(year) })) };
}

function rentalOf({ term, ...rental }: NonNullable<StorageDocument['purchase']>): Tolling {
  return { ...rental, ...termOf(term) };
}

/** Where no price goes on, the asset is gone with its contract. */
function termOf(term: { lastYear: number; merchantPricePerMWh?: unknown } | undefined): { readonly term?: Term } {
  if (term === undefined) return {};
  return { term: { lastYear: term.lastYear, after: term.merchantPricePerMWh === undefined ? 'gone' : 'merchant' } };
}

function filledStorage(filling: Filling, path: Path, asset: Usable<StorageDocument>): FilledStorage {
  const { cost: own, number, optional, range } = parametersOf(filling, path, asset, 'storage');
  const { purchase } = asset;
  // The rent covers all that the owner pays for; nothing of it is asked of the technology.
  const cost = (field: string) => (purchase === undefined ? own(field) : 0);
  const filled: FilledStorage = {
    ...(purchase === undefined ? {} : { purchase: rentalOf(purchase) }),
    durationHours: range('durationHours'),
    lifetimeYears: number('lifetimeYears'),
    powerLifetimeYears: number('powerLifetimeYears'),
    chargeEfficiency: number('chargeEfficiency'),
    dischargeEfficiency: number('dischargeEfficiency'),
    selfDischargePerHour: number('selfDischargePerHour'),
    minimumStateOfCharge: number('minimumStateOfCharge'),
    maximumStateOfCharge: number('maximumStateOfCharge'),
    ...stated({
      cyclesPerYear: optional('cyclesPerYear'),
      interestDuringConstruction: asset.interestDuringConstruction,
      energyFadePerYear: optional('energyFadePerYear'),
      availability: optional('availability'),
    }),
    capexPerMW: cost('capexPerMW'),
    capexPerMWh: cost('capexPerMWh'),
    fixedOpexPerMWYear: cost('fixedOpexPerMWYear'),
    fixedOpexPerMWhYear: cost('fixedOpexPerMWhYear'),
    wearPerMWh: purchase === undefined ? own('wearPerMWh') : (asset.wearPerMWh ?? 0),
  };
  filling.faults.push(...rangeFaults(filled, path));
  return filled;
}

function rangeFaults(filled: FilledStorage, path: Path): Fault[] {
  const { durationHours, minimumStateOfCharge, maximumStateOfCharge } = filled;
  const faults: Fault[] = [];
  if (durationHours.min > durationHours.max) {
    const problem = `min ${durationHours.min} is more than max ${durationHours.max}`;
    faults.push(conflict([...path, 'durationHours'], problem, 'Expected min to be at most max [hours].'));
  }
  if (minimumStateOfCharge >= maximumStateOfCharge) {
    const problem = `${minimumStateOfCharge} is not below maximumStateOfCharge, ${maximumStateOfCharge}`;
    faults.push(conflict([...path, 'minimumStateOfCharge'], problem, 'Between them nothing could be stored.'));
  }
  return faults;
}

function filledLink(filling: Filling, path: Path, asset: Usable<LinkDocument>, draft: Draft): FilledLink {
  const { cost, number, optional } = parametersOf(filling, path, asset, 'link');
  const { capacityMW, maximumMW } = asset;
  const years = draft.phases.flatMap(({ firstYear }) => firstYear ?? []);
  const isExtendable =
    capacityMW !== undefined &&
    maximumMW !== undefined &&
    years.some((year) => valueFrom(maximumMW, year) > valueFrom(capacityMW, year));
  const available = stated({
    availability: optional('availability'),
    interestDuringConstruction: asset.interestDuringConstruction,
  });
  if (isExtendable || asset.technology !== undefined) {
    return {
      ...available,
      lifetimeYears: number('lifetimeYears'),
      capexPerMW: cost('capexPerMW'),
      fixedOpexPerMWYear: cost('fixedOpexPerMWYear'),
      wheelingPerMWh: flatCharge(asset.wheelingPerMWh),
    };
  }
  // What already stands is not bought; it outlasts the plan unless a lifetime is given.
  return {
    ...available,
    lifetimeYears: optional('lifetimeYears') ?? Number.POSITIVE_INFINITY,
    capexPerMW: asset.capexPerMW ?? 0,
    fixedOpexPerMWYear: asset.fixedOpexPerMWYear ?? 0,
    wheelingPerMWh: flatCharge(asset.wheelingPerMWh),
  };
}

/** A charge that is the same in every hour; no technology has one. */
const flatCharge = (given: RenewableDocument['wheelingPerMWh']): CostByYear =>
  typeof given === 'number' || isTable(given) ? given : 0;

/** The fields that have a value: what nobody names is absent. */
function stated<K extends string>(fields: Readonly<Record<K, number | undefined>>): { readonly [field in K]?: number } {
  return withoutAbsent(fields) as { readonly [field in K]?: number };
}

function withoutAbsent(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
