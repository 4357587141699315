import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { Scenario, Storage } from '../scenario/scenario.ts';
import type { SizeIndex } from './buildable.ts';
import { declareState, type Hours } from './hourly.ts';

/** Hourly flows of one storage and the columns of its sizes. */
export interface StorageVariables {
  readonly storage: Storage;
  readonly charge: VariableBlock;
  readonly discharge: VariableBlock;
  readonly stateOfCharge: VariableBlock;
  readonly P: number;
  readonly E: number;
}

/** @param K what stands, in the order of `buildablesOf` */
export function declareStorages(
  lp: ProgramBuilder,
  { storages }: Scenario,
  hours: Hours,
  K: VariableBlock,
  size: SizeIndex,
): StorageVariables[] {
  return storages.map((storage, s) => {
    const of = [...hours.labels, storage.name];
    return {
      storage,
      charge: lp.variables('charge', of, hours.count),
      discharge: lp.variables('discharge', of, hours.count),
      stateOfCharge: declareState(lp, 'stateOfCharge', of, hours, {}, hours.start?.states.stored[s]),
      P: K.at(size.storagePower(s)),
      E: K.at(size.storageEnergy(s)),
    };
  });
}

/**
 * What a storage holds at the end of an hour is what was left of the hour before, plus what charging stores, minus what
 * discharging takes. The year is a circle, so no year starts with a free full storage.
 *
 * @equation (1 − σ)·s[h−1] + η⁺·c[h] − d[h]/η⁻ − s[h] = 0
 * @dual the value of one more MWh in store [currency/MWh]
 */
export function stateOfCharge(
  hours: Hours,
  { storage, charge, discharge, stateOfCharge: s }: StorageVariables,
): Constraint {
  const { selfDischargePerHour, chargeEfficiency, dischargeEfficiency } = storage;
  return {
    name: 'stateOfCharge',
    of: [...hours.labels, storage.name],
    count: hours.count,
    write: (row, h) =>
      row
        .plus(1 - selfDischargePerHour, s.at(hours.before(h)))
        .plus(chargeEfficiency, charge.at(h))
        .minus(1 / dischargeEfficiency, discharge.at(h))
        .minus(1, s.at(h))
        .equals(0),
  };
}

/**
 * Charging and discharging share one converter within the hour.
 *
 * @equation c[h] + d[h] − P ≤ 0
 * @dual minus what one more MW is worth in the hour [currency/MW]
 */
export function powerLimit(hours: Hours, { storage, charge, discharge, P }: StorageVariables): Constraint {
  return {
    name: 'powerLimit',
    of: [...hours.labels, storage.name],
    count: hours.count,
    write: (row, h) => row.plus(1, charge.at(h)).plus(1, discharge.at(h)).minus(1, P).atMost(0),
  };
}

/**
 * A storage holds no more than its usable share of the energy capacity.
 *
 * @equation s[h] − s_max·E ≤ 0
 * @dual minus what one more MWh of capacity is worth in the hour, over s_max [currency/MWh]
 */
export function fullLimit(hours: Hours, { storage, stateOfCharge: s, E }: StorageVariables): Constraint {
  return {
    name: 'fullLimit',
    of: [...hours.labels, storage.name],
    count: hours.count,
    write: (row, h) => row.plus(1, s.at(h)).minus(storage.maximumStateOfCharge, E).atMost(0),
  };
}

/**
 * A storage holds no less than its reserve.
 *
 * @equation s[h] − s_min·E ≥ 0
 * @dual what one MWh less of reserve is worth in the hour, over s_min [currency/MWh]
 */
export function emptyLimit(hours: Hours, { storage, stateOfCharge: s, E }: StorageVariables): Constraint {
  return {
    name: 'emptyLimit',
    of: [...hours.labels, storage.name],
    count: hours.count,
    write: (row, h) => row.plus(1, s.at(h)).minus(storage.minimumStateOfCharge, E).atLeast(0),
  };
}

/**
 * The energy discharged in a year stays within the full cycles that wear allows.
 *
 * @equation Σ_h d[h] − cycles·E ≤ 0
 * @dual minus what one more discharged MWh a year is worth [currency/MWh]
 */
export function cycleLimit(
  hours: Hours,
  cyclesPerYear: number,
  { storage, discharge, E }: StorageVariables,
): Constraint {
  return {
    name: 'cycleLimit',
    of: [...hours.labels, storage.name],
    count: 1,
    write: (row) => {
      for (let h = 0; h < hours.count; h++) row.plus(1, discharge.at(h));
      row.minus(cyclesPerYear, E).atMost(0);
    },
  };
}

/** What is committed of a storage stands as it is: a ratio of energy to power binds what is built beside it, new or old. */
export interface CommittedStorage {
  readonly powerMW: number;
  readonly energyMWh: number;
}

/**
 * What is built of a storage is at least as long as its shortest duration.
 *
 * @equation E − duration_min·P ≥ committed E − duration_min·committed P
 * @dual what one MWh less of required energy is worth [currency/MWh]
 */
export function shortestDuration(
  phase: string,
  { name, durationHours: { min } }: Storage,
  committed: CommittedStorage,
  P: readonly number[],
  E: readonly number[],
): Constraint {
  return {
    name: 'shortestDuration',
    of: [phase, name],
    count: 1,
    write: (row) => {
      for (const e of E) row.plus(1, e);
      for (const p of P) row.minus(min, p);
      row.atLeast(committed.energyMWh - min * committed.powerMW);
    },
  };
}

/**
 * What is built of a storage is at most as long as its longest duration.
 *
 * @equation E − duration_max·P ≤ committed E − duration_max·committed P
 * @dual minus what one MWh more of allowed energy is worth [currency/MWh]
 */
export function longestDuration(
  phase: string,
  { name, durationHours: { max } }: Storage,
  committed: CommittedStorage,
  P: readonly number[],
  E: readonly number[],
): Constraint {
  return {
    name: 'longestDuration',
    of: [phase, name],
    count: 1,
    write: (row) => {
      for (const e of E) row.plus(1, e);
      for (const p of P) row.minus(max, p);
      row.atMost(committed.energyMWh - max * committed.powerMW);
    },
  };
}
