/** Every capacity of the plan as one list: what was there before, what stands in each phase, what each phase added. */

import type { Phase, Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';

export interface Size {
  readonly subject: string;
  readonly unit: 'MW' | 'MWh';
  /** By phase: what of the committed stands there. */
  readonly committed: readonly number[];
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
  const { phases } = scenario;
  const standing = schedule.phases.map(({ capacities }) => capacities);
  const unlimited = Number.POSITIVE_INFINITY;
  const built = (of: (vintage: BuildOut) => number) => (buildOut === undefined ? {} : { built: buildOut.map(of) });
  const committed = (size: number, from: number, lifetimeYears: number) =>
    standsIn(phases, committedFrom(phases, from), lifetimeYears).map((stands) => (stands ? size : 0));
  const renewables = scenario.renewables.map((asset, i): Size => {
    const { name: subject, committedMW, siteMaximumMW: maximum, availableFrom, lifetimeYears } = asset;
    return {
      subject,
      unit: 'MW',
      committed: committed(committedMW, availableFrom, lifetimeYears),
      maximum,
      availableFrom,
      lifetimeYears,
      standing: standing.map((phase) => phase.renewables[i]!.capacityMW),
      ...built((vintage) => vintage.renewables[i]!.builtMW),
    };
  });
  const storages = scenario.storages.flatMap((storage, s): Size[] => {
    const { name: subject, committedMW, committedMWh, maximumMW, availableFrom, lifetimeYears } = storage;
    const common = { subject, availableFrom, lifetimeYears };
    return [
      {
        ...common,
        unit: 'MW',
        committed: committed(committedMW, availableFrom, lifetimeYears),
        maximum: maximumMW,
        standing: standing.map((phase) => phase.storages[s]!.powerCapacityMW),
        ...built((vintage) => vintage.storages[s]!.builtMW),
      },
      {
        ...common,
        unit: 'MWh',
        committed: committed(committedMWh, availableFrom, lifetimeYears),
        maximum: unlimited,
        standing: standing.map((phase) => phase.storages[s]!.energyCapacityMWh),
        ...built((vintage) => vintage.storages[s]!.builtMWh),
      },
    ];
  });
  const links = scenario.links.map((link, l): Size => {
    const { name: subject, capacityMW, maximumMW: maximum, availableFrom, lifetimeYears } = link;
    return {
      subject,
      unit: 'MW',
      committed: committed(capacityMW, availableFrom, lifetimeYears),
      maximum,
      availableFrom,
      lifetimeYears,
      standing: standing.map((phase) => phase.links[l]!.capacityMW),
      ...built((vintage) => vintage.links[l]!.builtMW),
    };
  });
  return [...renewables, ...storages, ...links];
}

/** First year of the life of what is committed: it is new when the plan begins, or when it can stand if that is later. */
export function committedFrom(phases: readonly Phase[], availableFrom: number): number {
  return Math.max(phases[0]?.firstYear ?? availableFrom, availableFrom);
}

/**
 * In which phases that stands which was built in a year. Life after life ends, a begun year counted whole: within a phase
 * the next one follows at once; as a phase begins it does not.
 */
export function standsIn(phases: readonly Phase[], builtYear: number, lifetimeYears: number): boolean[] {
  const wholeYears = Math.ceil(lifetimeYears);
  let end = builtYear + wholeYears;
  let isGone = false;
  return phases.map(({ firstYear }) => {
    if (firstYear < builtYear) return false;
    while (end < firstYear) end += wholeYears;
    isGone ||= end === firstYear;
    return !isGone;
  });
}
