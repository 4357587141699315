/** What stands in each phase, told apart: what was committed, and what is new. */

import type { Scenario } from '../scenario/scenario.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { type Size, sizesOf } from './sizes.ts';

export interface CapacityApart {
  readonly capacityMW: number;
  /** At work of it, where age or outages leave less. */
  readonly effectiveMW?: number;
  /** Of it: stood already, and has not worn out. */
  readonly committedMW: number;
  /** The rest: built in this phase or an earlier one. */
  readonly newMW: number;
}

export interface StorageApart {
  readonly powerCapacityMW: number;
  readonly energyCapacityMWh: number;
  /** At work of it, where age or outages leave less. */
  readonly effectiveMW?: number;
  readonly effectiveMWh?: number;
  readonly committedMW: number;
  readonly committedMWh: number;
  readonly newMW: number;
  readonly newMWh: number;
}

type Named<T> = T & { readonly name: string };

export interface SizesApart {
  readonly renewables: readonly Named<CapacityApart>[];
  readonly storages: readonly Named<StorageApart>[];
  readonly links: readonly Named<CapacityApart>[];
}

/** By phase, each in the order of the scenario's lists. */
export function sizesApart(scenario: Scenario, schedule: Schedule): SizesApart[] {
  const sizes = sizesOf(scenario, schedule);
  const storagesFrom = scenario.renewables.length;
  const linksFrom = storagesFrom + 2 * scenario.storages.length;
  return scenario.phases.map((_, p) => ({
    renewables: sizes.slice(0, storagesFrom).map((size) => capacityOf(size, p)),
    storages: scenario.storages.map((_storage, s) => {
      const [power, energy] = [sizes[storagesFrom + 2 * s]!, sizes[storagesFrom + 2 * s + 1]!];
      return {
        name: power.subject,
        powerCapacityMW: power.standing[p]!,
        energyCapacityMWh: energy.standing[p]!,
        ...effectiveOf('effectiveMW', power, p),
        ...effectiveOf('effectiveMWh', energy, p),
        committedMW: power.committed[p]!,
        committedMWh: energy.committed[p]!,
        newMW: newOf(power, p),
        newMWh: newOf(energy, p),
      };
    }),
    links: sizes.slice(linksFrom).map((size) => capacityOf(size, p)),
  }));
}

function capacityOf(size: Size, p: number): Named<CapacityApart> {
  const { subject: name, standing, committed } = size;
  return {
    name,
    capacityMW: standing[p]!,
    ...effectiveOf('effectiveMW', size, p),
    committedMW: committed[p]!,
    newMW: newOf(size, p),
  };
}

function effectiveOf<Field extends string>(field: Field, { effective }: Size, p: number) {
  return (effective[p] === undefined ? {} : { [field]: effective[p] }) as { readonly [field in Field]?: number };
}

/** What stands may miss what is committed by the tolerance of the law. */
function newOf({ standing, committed }: Size, p: number): number {
  return Math.max(0, standing[p]! - committed[p]!);
}
