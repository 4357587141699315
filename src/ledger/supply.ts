/** What served the load of each hour, and what did not: whole watt-hours that add up to it. */

import type { Account } from './account.ts';

export interface Supply {
  readonly directly: Float64Array;
  readonly fromStorage: Float64Array;
  /** Out of store, of unknown origin. */
  readonly openingBalance: Float64Array;
  readonly imported: Float64Array;
  /** Of what nothing served: what is not imported. */
  readonly rounding: Float64Array;
}

export function supplyOf({ flows, allocations }: Account): Supply {
  const none = () => new Float64Array(flows.hours);
  const [directly, fromStorage, openingBalance] = [none(), none(), none()];
  for (const { hour, slice, wattHours, passage } of allocations) {
    const of = passage === undefined ? directly : slice.plant < 0 ? openingBalance : fromStorage;
    of[hour]! += wattHours;
  }
  const unserved = flows.load.map((one, h) => one - directly[h]! - fromStorage[h]! - openingBalance[h]!);
  const imported = unserved.map((one, h) => Math.min(one, flows.imported[h]!));
  return {
    directly,
    fromStorage,
    openingBalance,
    imported,
    rounding: unserved.map((one, h) => one - imported[h]!),
  };
}
