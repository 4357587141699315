import type { Constraint } from '../lp/constraint.ts';
import type { HourlySeries, Phase, Renewable, Scenario } from '../scenario/scenario.ts';
import { addTerms, type HourlyExpression, type Hours } from './hourly.ts';
import { priceInPhase } from './present-value.ts';

/**
 * A link carries what its assets send, before losses, up to its capacity.
 *
 * @equation Σ_{pools on ℓ} g[h] / (1 − loss) − F ≤ 0
 * @dual minus what one more MW of link is worth in the hour [currency/MWh]
 */
export function linkLimit(hours: Hours, loss: number, arriving: readonly HourlyExpression[], F: number): Constraint {
  return {
    name: 'linkLimit',
    of: hours.labels,
    count: hours.count,
    write: (row, h) => {
      for (const g of arriving) addTerms(row, g, h, 1 / (1 - loss));
      row.minus(1, F).atMost(0);
    },
  };
}

/** What the way to the site charges for each MWh that leaves the plant: the public grid, and the link where there is one. */
export function wheelingOf(scenario: Scenario, phase: Phase, { link: name, wheelingPerMWh }: Renewable): number {
  const carrier = scenario.links.find((link) => link.name === name);
  return [wheelingPerMWh, carrier?.wheelingPerMWh ?? 0].reduce<number>(
    (sum, price) => sum + priceInPhase(scenario, phase, price),
    0,
  );
}

/** What it charges beside by the hour, and who does, by name: plants that pay the same charges are alike. */
export function hourlyWheelingOf({ links }: Scenario, plant: Renewable): readonly [string, HourlySeries][] {
  const way = [plant, ...links.filter(({ name }) => name === plant.link)];
  return way.flatMap(({ name, wheelingPerMWhByHour: byHour }) => (byHour === undefined ? [] : [[name, byHour]]));
}
