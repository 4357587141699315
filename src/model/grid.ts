import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { Hours } from './hourly.ts';

/**
 * Import stays within the subscribed power.
 *
 * @equation m[h] − M ≤ 0
 * @dual minus what one more MW of subscription is worth in the hour [currency/MW]
 */
export function subscribedPower(hours: Hours, m: VariableBlock, M: number): Constraint {
  return {
    name: 'subscribedPower',
    of: hours.labels,
    count: hours.count,
    write: (row, h) => row.plus(1, m.at(h)).minus(1, M).atMost(0),
  };
}
