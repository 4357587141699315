/** What a scenario asks for that is possible but hardly meant. Nothing is refused here: each doubt names the likely slip. */

import type { Doubt } from './fault.ts';
import type { Scenario, Storage } from './scenario.ts';

/** In the order of the document; the scenario is without faults. */
export function plausibilityDoubts(scenario: Scenario): Doubt[] {
  return scenario.storages.flatMap((storage, at) => idleEnergyDoubts(storage, at));
}

/** Committed inverters never empty a committed store within its longest duration. */
function idleEnergyDoubts({ committedMW, committedMWh, durationHours }: Storage, at: number): Doubt[] {
  const most = committedMW * durationHours.max;
  if (committedMWh <= most) return [];
  return [
    {
      code: 'scenario.idle-plant',
      path: ['storages', at, 'committedMWh'],
      problem: `${committedMWh} MWh for ${committedMW} MW is ${hoursOf(committedMWh, committedMW)}, more than the longest duration of ${durationHours.max} h`,
      expected: `Expected at most ${most} MWh, or a longer durationHours; as it stands, more power is bought before the energy counts as one storage.`,
    },
  ];
}

function hoursOf(energyMWh: number, powerMW: number): string {
  return powerMW === 0 ? 'energy without power' : `${Number((energyMWh / powerMW).toPrecision(3))} h`;
}
