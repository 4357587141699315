import type { Scenario } from '../../scenario/scenario.ts';
import { effectiveEnergyMWh } from '../../schedule/effective.ts';
import { tolerance } from '../../units.ts';
import { coloursOf } from '../charts/colours.ts';
import { stateOfChargeChart } from '../charts/state-of-charge.ts';
import { capacity } from '../figures.ts';
import type { SiteHours } from '../hours/site-hours.ts';
import { type Html, html } from '../html.ts';

/** How full each storage is over the year. */
export function storageYear(
  scenario: Scenario,
  { flows, capacities, phase, phaseIndex, yearIndex, year }: SiteHours,
): Html[] {
  const colours = coloursOf(scenario).storages;
  return flows.storages.map(({ name, stateOfChargeMWh }, s) => {
    const { powerCapacityMW, energyCapacityMWh } = capacities.storages[s]!;
    if (energyCapacityMWh <= tolerance.seenShare * phase.itCapacityMW)
      return html`<p class="note">${name} is not built in this phase.</p>\n`;
    return html`<figure><figcaption>State of charge: ${name}, ${capacity(powerCapacityMW)} MW, ${capacity(energyCapacityMWh)} MWh <small>Band: lowest to highest of each day; line: mean of the day; as a share of the energy capacity.</small></figcaption>
${stateOfChargeChart({
  id: `charge-${phaseIndex}-${yearIndex}-${s}`,
  storage: name,
  stateOfChargeMWh,
  energyCapacityMWh: effectiveEnergyMWh(capacities.storages[s]!),
  year,
  colour: colours[s]!,
})}</figure>
`;
  });
}
