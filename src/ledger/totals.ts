/** The sums of a ledger, each of them whole watt-hours. */

import type { Account, Balance } from './account.ts';
import { supplyOf } from './supply.ts';
import { checked } from './whole-watt-hours.ts';

/** What the plants were certified for, and where it went: issued is the sum of the rest, but for what left a storage. */
interface PlantTotals {
  readonly name: string;
  readonly issuedWh: number;
  readonly lostOnTheWayWh: number;
  readonly usedDirectlyWh: number;
  readonly storedWh: number;
  /** What of it came out of store and served load, in this year: not part of the sum. */
  readonly usedFromStorageWh: number;
  readonly exportedWh: number;
  readonly unclaimedWh: number;
}

/** Charged is the sum of discharged and losses: the year ends with as much in store as it began with. */
interface StorageTotals {
  readonly name: string;
  readonly chargedWh: number;
  readonly dischargedWh: number;
  readonly lostChargingWh: number;
  readonly lostStandingWh: number;
  readonly lostDischargingWh: number;
  /** In store as the year begins. */
  readonly openingWh: Balance;
}

/** Load is the sum of the rest. */
interface LoadTotals {
  readonly loadWh: number;
  readonly servedDirectlyWh: number;
  readonly servedFromStorageWh: number;
  readonly openingBalanceWh: number;
  readonly importedWh: number;
  readonly roundingWh: number;
}

export interface LedgerTotals {
  readonly load: LoadTotals;
  readonly plants: readonly PlantTotals[];
  readonly storages: readonly StorageTotals[];
}

export function totalsOf(account: Account): LedgerTotals {
  const { place, flows, direct, stored, exported, unclaimed, balances } = account;
  const { renewables, storages } = place.scenario;
  const supply = supplyOf(account);
  const fromStorage = usedFromStorage(account);
  return {
    load: {
      loadWh: sum(flows.load),
      servedDirectlyWh: sum(supply.directly),
      servedFromStorageWh: sum(supply.fromStorage),
      openingBalanceWh: sum(supply.openingBalance),
      importedWh: sum(supply.imported),
      roundingWh: sum(supply.rounding),
    },
    plants: renewables.map(({ name }, i) => ({
      name,
      issuedWh: sum(flows.issued[i]!),
      lostOnTheWayWh: sum(flows.issued[i]!) - sum(flows.delivered[i]!),
      usedDirectlyWh: sum(direct[i]!),
      storedWh: sum(stored[i]!),
      usedFromStorageWh: fromStorage[i]!,
      exportedWh: sum(exported[i]!),
      unclaimedWh: sum(unclaimed[i]!),
    })),
    storages: storages.map(({ name }, s) => {
      const content = flows.storages[s]!;
      return {
        name,
        chargedWh: sum(content.charged),
        dischargedWh: sum(content.discharged),
        lostChargingWh: sum(content.lostCharging),
        lostStandingWh: sum(content.lostStanding),
        lostDischargingWh: sum(content.lostDischarging),
        openingWh: balances[s]!,
      };
    }),
  };
}

/** By plant. */
function usedFromStorage({ place, allocations }: Account): number[] {
  const used = place.scenario.renewables.map(() => 0);
  for (const { slice, wattHours, passage } of allocations) {
    if (passage !== undefined && slice.plant >= 0) used[slice.plant]! += wattHours;
  }
  return used.map(checked);
}

/** @throws RangeError beyond 2^53 */
const sum = (values: Float64Array) => checked(values.reduce((total, value) => total + value, 0));
