import type { Scenario } from '../../scenario/scenario.ts';
import { effectiveEnergyMWh } from '../../schedule/effective.ts';
import { tolerance } from '../../units.ts';
import { coloursOf } from '../charts/colours.ts';
import { stateOfChargeChart } from '../charts/state-of-charge.ts';
import type { Block } from '../content/content.ts';
import { say, size } from '../content/words.ts';
import type { SiteHours } from '../hours/site-hours.ts';

/** How full each storage is over the year. */
export function storageYear(
  scenario: Scenario,
  { flows, capacities, phase, phaseIndex, yearIndex, year }: SiteHours,
): Block[] {
  const colours = coloursOf(scenario).storages;
  return flows.storages.map(({ name, stateOfChargeMWh }, s) => {
    const { powerCapacityMW, energyCapacityMWh } = capacities.storages[s]!;
    if (energyCapacityMWh <= tolerance.seenShare * phase.itCapacityMW) {
      return { kind: 'note', text: say('{name} is not built in this phase.', { name }) };
    }
    return {
      kind: 'chart',
      title: say('State of charge: {name}, {power} MW, {energy} MWh', {
        name,
        power: size(powerCapacityMW),
        energy: size(energyCapacityMWh),
      }),
      detail: say('Band: lowest to highest of each day; line: mean of the day; as a share of the energy capacity.'),
      legend: [],
      draw: (language) =>
        stateOfChargeChart(
          {
            id: `charge-${phaseIndex}-${yearIndex}-${s}`,
            storage: name,
            stateOfChargeMWh,
            energyCapacityMWh: effectiveEnergyMWh(capacities.storages[s]!),
            year,
            colour: colours[s]!,
          },
          language,
        ),
    };
  });
}
