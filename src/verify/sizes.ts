/** Every capacity of the plan as one list: what was there before, what stands in each phase, what each phase added. */

import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';

export interface Size {
  readonly subject: string;
  readonly unit: 'MW' | 'MWh';
  /** Stands from the first phase on and through the whole horizon. */
  readonly committed: number;
  readonly maximum: number;
  readonly availableFrom: number;
  readonly lifetimeYears: number;
  /** By phase. */
  readonly standing: readonly number[];
  /** By phase in which it was built; absent where the answer does not say. */
  readonly built?: readonly number[];
}

/** Sizes of all renewables, storages (power and energy apart) and links. */
export function sizesOf(scenario: Scenario, schedule: Schedule, buildOut?: readonly BuildOut[]): Size[] {
  const standing = schedule.phases.map(({ capacities }) => capacities);
  const unlimited = Number.POSITIVE_INFINITY;
  const built = (of: (vintage: BuildOut) => number) => (buildOut === undefined ? {} : { built: buildOut.map(of) });
  const renewables = scenario.renewables.map((asset, i): Size => {
    const { name: subject, committedMW: committed, siteMaximumMW: maximum, availableFrom, lifetimeYears } = asset;
    const stands = standing.map((phase) => phase.renewables[i]!.capacityMW);
    const added = built((vintage) => vintage.renewables[i]!.builtMW);
    return { subject, unit: 'MW', committed, maximum, availableFrom, lifetimeYears, standing: stands, ...added };
  });
  const storages = scenario.storages.flatMap((storage, s): Size[] => {
    const { name: subject, committedMW, committedMWh, maximumMW, availableFrom, lifetimeYears } = storage;
    const common = { subject, availableFrom, lifetimeYears };
    return [
      {
        ...common,
        unit: 'MW',
        committed: committedMW,
        maximum: maximumMW,
        standing: standing.map((phase) => phase.storages[s]!.powerCapacityMW),
        ...built((vintage) => vintage.storages[s]!.builtMW),
      },
      {
        ...common,
        unit: 'MWh',
        committed: committedMWh,
        maximum: unlimited,
        standing: standing.map((phase) => phase.storages[s]!.energyCapacityMWh),
        ...built((vintage) => vintage.storages[s]!.builtMWh),
      },
    ];
  });
  const links = scenario.links.map((link, l): Size => {
    const { name: subject, capacityMW: committed, maximumMW: maximum, lifetimeYears } = link;
    const stands = standing.map((phase) => phase.links[l]!.capacityMW);
    const added = built((vintage) => vintage.links[l]!.builtMW);
    return {
      subject,
      unit: 'MW',
      committed,
      maximum,
      availableFrom: -unlimited,
      lifetimeYears,
      standing: stands,
      ...added,
    };
  });
  return [...renewables, ...storages, ...links];
}

/** Whether what was built at the start of one year still stands at the start of another. */
export function stands(builtYear: number, lifetimeYears: number, year: number): boolean {
  return builtYear <= year && year < builtYear + lifetimeYears;
}
