/** What stands in each phase: renewable MW, storage MW and storage MWh, each in a picture with its own unit. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { type Html, html } from '../html.ts';
import { coloursOf } from './colours.ts';
import { legend } from './legend.ts';
import { stackedBars } from './stacked-bars.ts';

export function capacityCharts(scenario: Scenario, { phases }: Schedule): Html {
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
  const panel = (title: string, unit: string, id: string, entries: typeof renewables, values: number[][]) =>
    entries.length === 0
      ? undefined
      : html`<figure><figcaption>${title}</figcaption>${stackedBars({
          id,
          label: `${title} by phase, ${unit}; the numbers are in the table of phases.`,
          unit,
          categories: names,
          stacks: entries.map(({ colour }, at) => ({ colour, values: values[at]! })),
        })}${legend(entries)}</figure>\n`;
  return html`<div class="panels">
${panel(
  'Renewable capacity',
  'MW',
  'capacity',
  renewables,
  scenario.renewables.map((_, i) => phases.map(({ capacities }) => capacities.renewables[i]!.capacityMW)),
)}${panel('Storage power', 'MW', 'storage-power', storages, powers)}${panel('Storage energy', 'MWh', 'storage-energy', storages, energies)}</div>
`;
}
