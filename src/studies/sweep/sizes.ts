/** Every size that stands, in one list. */

import type { Schedule } from '../../schedule/schedule.ts';
import type { SweepAnswer } from './document.ts';

/** By phase: plants, storages, links, and the subscribed power where there is any. */
export function sizesIn({ phases }: Schedule): SweepAnswer['sizes'] {
  return phases.flatMap(({ name: phase, capacities: { renewables, storages, links, grid } }) => [
    ...[...renewables, ...links].map(({ name, capacityMW }) => ({
      ...{ phase, name, quantity: 'capacityMW' as const },
      size: capacityMW,
    })),
    ...storages.flatMap(({ name, powerCapacityMW, energyCapacityMWh }) => [
      { phase, name, quantity: 'powerCapacityMW' as const, size: powerCapacityMW },
      { phase, name, quantity: 'energyCapacityMWh' as const, size: energyCapacityMWh },
    ]),
    ...(grid.subscribedPowerMW > 0
      ? [{ phase, name: 'grid', quantity: 'subscribedPowerMW' as const, size: grid.subscribedPowerMW }]
      : []),
  ]);
}
