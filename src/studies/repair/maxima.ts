/** Maxima of sites, storages and links, each with the scenario that has it no longer. */

import { buildablesOf } from '../../model/buildable.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { valueFrom } from '../../scenario/technologies/cost-by-year.ts';
import type { Remedy } from './document.ts';

/** Lifted to this times the IT capacity: bounds that are far from any use prove less, and prove nothing where there are none. */
const LIFTED = 1000;

export interface Lifted {
  readonly name: string;
  readonly quantity: Remedy['quantity'];
  readonly present: number;
  /** In the order of `buildablesOf`. */
  readonly i: number;
  /** The scenario with another maximum; without it where none is given [MW]. */
  lift(scenario: Scenario, to?: number): Scenario;
}

/** Those that can be reached. */
export function maximaOf(scenario: Scenario): Lifted[] {
  const { renewables, storages, links } = scenario;
  const lastYear = scenario.phases.at(-1)!.firstYear;
  const most = LIFTED * Math.max(...scenario.phases.map(({ itCapacityMW }) => itCapacityMW));
  const indexOf = (kind: string, name: string) =>
    buildablesOf(scenario).findIndex((one) => one.kind === kind && one.name === name);
  const only = <T>(list: readonly T[], at: number, change: (one: T) => T) =>
    list.map((one, index) => (index === at ? change(one) : one));
  const all: Lifted[] = [
    ...renewables.map(
      ({ name, siteMaximumMW: present }, at): Lifted => ({
        ...{ name, quantity: 'siteMaximumMW', present, i: indexOf('renewable', name) },
        lift: (given, to = most) => ({
          ...given,
          renewables: only(given.renewables, at, (one) => ({ ...one, siteMaximumMW: to })),
        }),
      }),
    ),
    ...storages.map(
      ({ name, maximumMW: present }, at): Lifted => ({
        ...{ name, quantity: 'storageMaximumMW', present, i: indexOf('storagePower', name) },
        lift: (given, to = most) => ({
          ...given,
          storages: only(given.storages, at, (one) => ({ ...one, maximumMW: to })),
        }),
      }),
    ),
    ...links.map(
      ({ name, maximumMW }, at): Lifted => ({
        ...{ name, quantity: 'linkMaximumMW', present: valueFrom(maximumMW, lastYear), i: indexOf('link', name) },
        lift: (given, to = most) => ({ ...given, links: only(given.links, at, (one) => ({ ...one, maximumMW: to })) }),
      }),
    ),
  ];
  return all.filter(({ present }) => present < most);
}
