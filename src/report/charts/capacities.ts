/** What stands in each phase: renewable MW, storage MW and storage MWh, each in a picture with its own unit. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Block } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';
import { coloursOf } from './colours.ts';
import { stackedBars } from './stacked-bars.ts';

export function capacityCharts(scenario: Scenario, { phases }: Schedule): Block {
  const colours = coloursOf(scenario);
  const names = phases.map(({ name }) => name);
  const renewables = scenario.renewables.map(({ name }, i) => ({ name, colour: colours.renewables[i]! }));
  const storages = scenario.storages.map(({ name }, s) => ({ name, colour: colours.storages[s]! }));
  const powers = scenario.storages.map((_, s) =>
    phases.map(({ capacities }) => capacities.storages[s]!.powerCapacityMW),
  );
  const energies = scenario.storages.map((_, s) =>
    phases.map(({ capacities }) => capacities.storages[s]!.energyCapacityMWh),
  );
  const panel = (title: Said, unit: string, id: string, legend: typeof renewables, values: number[][]): Block[] =>
    legend.length === 0
      ? []
      : [
          {
            kind: 'chart',
            title,
            legend,
            draw: (language) =>
              stackedBars(
                {
                  id,
                  label: say('{title} by phase, {unit}; the numbers are in the table of phases.', { title, unit }),
                  unit,
                  categories: names,
                  stacks: legend.map(({ colour }, at) => ({ colour, values: values[at]! })),
                },
                language,
              ),
          },
        ];
  return {
    kind: 'group',
    blocks: [
      ...panel(
        say('Renewable capacity'),
        'MW',
        'capacity',
        renewables,
        scenario.renewables.map((_, i) => phases.map(({ capacities }) => capacities.renewables[i]!.capacityMW)),
      ),
      ...panel(say('Storage power'), 'MW', 'storage-power', storages, powers),
      ...panel(say('Storage energy'), 'MWh', 'storage-energy', storages, energies),
    ],
  };
}
