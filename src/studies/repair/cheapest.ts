/** Some maxima lifted together, at the least cost: which of them that plan goes beyond. */

import { countedAboveMW } from '../../metrics/unmatched.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Engine } from '../engine.ts';
import { plan } from '../plan.ts';
import { shortagesOf } from '../shortage.ts';
import type { Repair } from './document.ts';
import type { Lifted } from './maxima.ts';

/** @returns `notEnough` where energy is missing all the same; undefined where no plan was found */
export async function cheapestBeyond(
  scenario: Scenario,
  lifted: readonly Lifted[],
  engine: Engine,
): Promise<Repair['cheapest'] | 'notEnough'> {
  const open = lifted.reduce((given, { lift }) => lift(given), scenario);
  if ((await shortagesOf(open, [...scenario.phases.keys()], engine)).length > 0) return 'notEnough';
  const answer = await plan(open, engine, 'together', false);
  if (answer.status !== 'optimal') return undefined;
  const largest = (i: number) =>
    Math.max(
      ...answer.schedule.phases.map(({ capacities: { renewables, storages, links } }) => {
        const powers = storages.map(({ powerCapacityMW }) => powerCapacityMW);
        const energies = storages.map(({ energyCapacityMWh }) => energyCapacityMWh);
        const single = ({ capacityMW }: { readonly capacityMW: number }) => capacityMW;
        return [...renewables.map(single), ...powers, ...energies, ...links.map(single)][i]!;
      }),
    );
  const beyond = lifted.flatMap(({ name, quantity, present, i }) => {
    const needed = largest(i);
    return needed > present + countedAboveMW(Float64Array.of(needed)) ? [{ name, quantity, present, needed }] : [];
  });
  return { objective: answer.cost.objective, beyond };
}
