/** Rules that cross the fields of renewables, storages and links. */

import type { Draft, Usable } from '../document/draft.ts';
import { nearest } from '../faults/did-you-mean.ts';
import { conflict, type Fault, type Path } from '../faults/fault.ts';
import type { FromYear } from '../scenario.ts';
import type { LinkDocument, RenewableDocument, StorageDocument } from '../schema/schema.ts';
import { valueFrom } from '../technologies/cost-by-year.ts';
import { contractFaults, deliveryFaults, termFaults } from './contracts.ts';
import { tableFaults } from './tables.ts';

export function assetFaults(draft: Draft): Fault[] {
  return [
    ...draft.renewables.flatMap((renewable, at) => renewableFaults(renewable, ['renewables', at], draft)),
    ...siteFaults(draft),
    ...draft.storages.flatMap((storage, at) => storageFaults(storage, ['storages', at], draft)),
    ...draft.links.flatMap((link, at) => linkFaults(link, ['links', at], draft)),
  ];
}

/** What is paid for own plant alone. */
const ownCosts = ['capexPerMW', 'fixedOpexPerMWYear', 'interestDuringConstruction'] as const;

function renewableFaults(renewable: Usable<RenewableDocument>, path: Path, draft: Draft): Fault[] {
  const { siteMaximumMW, committedMW, link, loss, purchase } = renewable;
  const faults = [...availabilityFaults(renewable, path, draft), ...tableFaults(renewable, path)];
  if (purchase !== undefined) faults.push(...tableFaults(purchase, [...path, 'purchase']));
  if (purchase?.kind === 'ppa') faults.push(...contractFaults(purchase, [...path, 'purchase'], draft));
  faults.push(...deliveryFaults(renewable, path));
  if (committedMW !== undefined && siteMaximumMW !== undefined && committedMW > siteMaximumMW) {
    const expected = `Expected at most siteMaximumMW, ${siteMaximumMW} [MW].`;
    faults.push(conflict([...path, 'committedMW'], `${committedMW} is more than the site holds`, expected));
  }
  if (link !== undefined) faults.push(...linkReferenceFaults(link, [...path, 'link'], draft));
  if (link !== undefined && loss !== undefined) {
    const problem = `${loss} stands beside the link ${JSON.stringify(link)}, whose loss rules`;
    faults.push(conflict([...path, 'loss'], problem, 'Keep one of link and loss.'));
  }
  for (const field of ownCosts) {
    if (renewable[field] === undefined || purchase === undefined) continue;
    if (purchase.kind === 'ppa') {
      faults.push(conflict([...path, field], 'a cost of own plant, but the purchase is a ppa', 'Keep one of the two.'));
    } else if (field !== 'interestDuringConstruction' && purchase[field] !== undefined) {
      faults.push(conflict([...path, field], `given here and in purchase.${field}`, 'Keep one of the two.'));
    }
  }
  return faults;
}

/** A site has one maximum, and room for all that is committed on it. */
function siteFaults({ renewables }: Draft): Fault[] {
  return renewables.flatMap(({ site, siteMaximumMW }, at): Fault[] => {
    const before = renewables.slice(0, at).filter((other) => site !== undefined && other.site === site);
    const maximum = before[0]?.siteMaximumMW;
    if (maximum === undefined || siteMaximumMW === undefined) return [];
    const where = ['renewables', at];
    if (siteMaximumMW !== maximum) {
      const problem = `${siteMaximumMW} is not the maximum of ${JSON.stringify(site)}, which holds for all its assets together`;
      return [
        conflict(
          [...where, 'siteMaximumMW'],
          problem,
          `Expected ${maximum} [MW], as ${JSON.stringify(before[0]?.name)} has it.`,
        ),
      ];
    }
    const committed = [...before, renewables[at]!].reduce((sum, { committedMW = 0 }) => sum + committedMW, 0);
    if (committed <= maximum || renewables[at]!.committedMW === 0) return [];
    const problem = `with it ${committed} MW are committed at ${JSON.stringify(site)}, more than the site holds`;
    return [conflict([...where, 'committedMW'], problem, `Expected at most ${maximum} [MW] together.`)];
  });
}

function linkReferenceFaults(link: string, path: Path, draft: Draft): Fault[] {
  const names = draft.links.flatMap(({ name }) => name ?? []);
  // A link whose own name is at fault may be the one that is meant.
  if (names.includes(link) || names.length < draft.links.length) return [];
  const meant = nearest(link, names);
  const known =
    names.length === 0
      ? 'The scenario has no links.'
      : `Links: ${names.map((name) => JSON.stringify(name)).join(', ')}.`;
  return [
    {
      code: 'scenario.unknown-name',
      path,
      problem: `${JSON.stringify(link)} is not the name of a link`,
      expected: meant === undefined ? known : `Did you mean ${JSON.stringify(meant)}?`,
    },
  ];
}

function storageFaults(storage: Usable<StorageDocument>, path: Path, draft: Draft): Fault[] {
  const { committedMW, maximumMW, purchase, durationHours } = storage;
  const faults = [...availabilityFaults(storage, path, draft), ...tableFaults(storage, path)];
  if (purchase !== undefined) {
    if (typeof durationHours === 'object') {
      const problem = 'a range to choose from, but what is rented has one duration';
      faults.push(conflict([...path, 'durationHours'], problem, 'Give the one of the contract, such as 4 [hours].'));
    }
    faults.push(
      ...tableFaults(purchase, [...path, 'purchase']),
      ...termFaults(purchase.term, [...path, 'purchase', 'term'], draft),
    );
    for (const field of [...ownCosts, 'capexPerMWh', 'fixedOpexPerMWhYear'] as const) {
      if (storage[field] === undefined) continue;
      const problem = 'a cost of own plant, but the purchase is tolling';
      faults.push(conflict([...path, field], problem, 'Keep one of the two.'));
    }
  }
  if (committedMW !== undefined && maximumMW !== undefined && committedMW > maximumMW) {
    const expected = `Expected at most maximumMW, ${maximumMW} [MW].`;
    faults.push(conflict([...path, 'committedMW'], `${committedMW} is more than may be built`, expected));
  }
  return faults;
}

function linkFaults(link: Usable<LinkDocument>, path: Path, draft: Draft): Fault[] {
  const { availableFrom, capacityMW, maximumMW } = link;
  const begins = draft.phases.flatMap(({ firstYear }) => firstYear ?? []);
  const committedMW = typeof capacityMW === 'number' ? capacityMW : Math.max(0, ...(capacityMW ?? []).map(toValue));
  const faults = [
    ...availabilityFaults({ availableFrom, committedMW }, path, draft),
    ...tableFaults(link, path),
    ...stretchFaults(capacityMW, [...path, 'capacityMW'], draft),
    ...stretchFaults(maximumMW, [...path, 'maximumMW'], draft),
  ];
  if (capacityMW === undefined || maximumMW === undefined) return faults;
  const short = begins.find((year) => valueFrom(maximumMW, year) < valueFrom(capacityMW, year));
  if (short === undefined) return faults;
  const expected = `Expected at least capacityMW, ${valueFrom(capacityMW, short)} [MW].`;
  faults.push(conflict([...path, 'maximumMW'], `${valueFrom(maximumMW, short)} is less than what stands`, expected));
  return faults;
}

const toValue = ({ value }: { readonly value: number }) => value;

/** Stretches are added to what stands, as a phase begins: a phase has one size, and what stands ends with its life alone. */
function stretchFaults(given: FromYear | undefined, path: Path, { phases }: Draft): Fault[] {
  if (given === undefined || typeof given === 'number') return [];
  const begins = phases.flatMap(({ firstYear }) => firstYear ?? []);
  return given.flatMap(({ year, value }, at) => {
    const before = given[at - 1]?.value ?? 0;
    if (value < before) {
      const problem = `${value} is less than the ${before} before it, but what stands is not taken down`;
      return conflict([...path, at, 'value'], problem, `Expected at least ${before} [MW].`);
    }
    if (begins.length < phases.length || begins.includes(year) || year < (begins[0] ?? year)) return [];
    const problem = `${year} lies within a phase or after all, and a stretch stands for a whole phase or not at all`;
    return conflict([...path, at, 'year'], problem, `Expected the first year of a phase: ${begins.join(', ')}.`);
  });
}

interface Dated {
  readonly availableFrom?: number | undefined;
  readonly committedMW?: number | undefined;
  readonly committedMWh?: number | undefined;
}

/** Nothing stands in a phase that begins before the asset is available; committed plant stands from a year that is stated. */
function availabilityFaults(asset: Dated, path: Path, { phases }: Draft): Fault[] {
  const { availableFrom, committedMW = 0, committedMWh = 0 } = asset;
  const begins = phases.flatMap(({ firstYear }) => firstYear ?? []);
  const [first, last] = [begins[0], begins.at(-1)];
  if (availableFrom === undefined || first === undefined || last === undefined) return [];
  const where = [...path, 'availableFrom'];
  if (availableFrom > last) {
    const problem = `${availableFrom} is after the last phase has begun, so it could never be built`;
    return [conflict(where, problem, `Expected at most ${last} [year].`)];
  }
  if (committedMW + committedMWh === 0 || availableFrom <= first || begins.includes(availableFrom)) return [];
  const problem = `${availableFrom} lies within a phase, and committed plant stands for a whole phase or not at all`;
  return [conflict(where, problem, `Expected the first year of a phase: ${begins.join(', ')}.`)];
}
