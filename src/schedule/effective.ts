/** What is at work of what stands: less than its size where plant fades or fails, as the schedule then says. */

import type { Capacities } from './schedule.ts';

type Capacity = Capacities['renewables' | 'links'][number];
type StorageCapacity = Capacities['storages'][number];

export const effectiveMW = ({ capacityMW, effectiveMW = capacityMW }: Capacity): number => effectiveMW;

export const effectivePowerMW = ({ powerCapacityMW, effectiveMW = powerCapacityMW }: StorageCapacity): number =>
  effectiveMW;

export const effectiveEnergyMWh = ({ energyCapacityMWh, effectiveMWh = energyCapacityMWh }: StorageCapacity): number =>
  effectiveMWh;
