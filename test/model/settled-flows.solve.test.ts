import { expect, test } from 'vitest';
import { type Market, type StorageFlows, settle } from '../../src/model/settled-flows.ts';
import { expectClose } from '../fixtures/answers.ts';
import { battery, series } from '../fixtures/site.ts';

interface Given {
  readonly load: readonly number[];
  readonly offered: readonly number[];
  readonly imported?: readonly number[];
  readonly exported?: readonly number[];
  readonly stores?: readonly StorageFlows[];
  readonly market?: Partial<Record<keyof Omit<Market, 'exportLimitMW' | 'mostExported'>, readonly number[]>> & {
    readonly exportLimitMW?: number;
    readonly mostExportedMWh?: number;
  };
}

/** Flows of a site at no price and without export, unless the market says otherwise, after they are settled. */
function settled({ load, offered, imported, exported, stores = [], market = {} }: Given) {
  const of = (values: readonly number[] | undefined) => series(...(values ?? load.map(() => 0)));
  const flows = { importMW: of(imported), exportMW: of(exported), storages: stores };
  settle(flows, series(...load), series(...offered), {
    importPricePerMWh: of(market.importPricePerMWh),
    exportPricePerMWh: of(market.exportPricePerMWh),
    exportLimitMW: market.exportLimitMW ?? 0,
    mostExported: () => market.mostExportedMWh ?? Number.POSITIVE_INFINITY,
  });
  return flows;
}

/** A storage that keeps nine tenths each way, with its flows and the state of charge that follows from them. */
function store(chargeMW: readonly number[], dischargeMW: readonly number[], atEnd = 0, leak = 0): StorageFlows {
  const storage = battery({ chargeEfficiency: 0.9, dischargeEfficiency: 0.9, selfDischargePerHour: leak });
  let held = atEnd;
  const stateOfCharge = chargeMW.map((c, h) => {
    held = (1 - leak) * held + 0.9 * c - dischargeMW[h]! / 0.9;
    return held;
  });
  expect(stateOfCharge.at(-1)).toBeCloseTo(atEnd, 9);
  return {
    storage,
    powerCapacityMW: 10,
    energyCapacityMWh: 50,
    chargeMW: series(...chargeMW),
    dischargeMW: series(...dischargeMW),
    stateOfChargeMWh: series(...stateOfCharge),
  };
}

test('what is imported and exported in one hour stays on either side of the meter', () => {
  const { importMW, exportMW } = settled({
    load: [10, 10, 10],
    offered: [4, 14, 10],
    imported: [10, 3, 2],
    exported: [4, 7, 2],
    market: { importPricePerMWh: [60, 60, 60], exportPricePerMWh: [60, 60, 60], exportLimitMW: 20 },
  });
  expectClose(importMW, [6, 0, 0]);
  expectClose(exportMW, [0, 4, 0]);
});

test('what leaves for nothing stays within what may be exported in the year, in the order of the hours', () => {
  const market = { exportLimitMW: 20, mostExportedMWh: 7 };
  const { exportMW } = settled({ load: [1, 1, 1], offered: [6, 6, 6], exported: [0, 1, 0], market });
  expectClose(exportMW, [5, 2, 0]);
});

test('nothing is imported while plants give for nothing, unless the grid pays for taking it', () => {
  const { importMW } = settled({
    load: [10, 10, 10],
    offered: [9, 12, 12],
    imported: [1, 1e-7, 3],
    market: { importPricePerMWh: [60, 60, -5] },
  });
  expect([...importMW]).toEqual([1, 0, 3]);
});

test('surplus leaves where that costs nothing, up to the connection, and stays where leaving has a price', () => {
  const { exportMW } = settled({
    load: [10, 10, 10],
    offered: [15, 15, 15],
    exported: [1, 2, 0],
    market: { exportPricePerMWh: [0, 30, -1], exportLimitMW: 4 },
  });
  expectClose(exportMW, [4, 4, 0]);
});

test('what is discharged into a surplus stays in store, and is not charged again', () => {
  // 0.9·0.9·10 = 8.1 MWh come back: 4.05 into a surplus of 5 and 4.05 into a night that needs them.
  const cycled = store([10, 0, 0], [0, 4.05, 4.05]);
  const { storages } = settled({ load: [1, 1, 4.05], offered: [11, 6, 0], stores: [cycled] });
  expectClose(storages[0]!.dischargeMW, [0, 0, 4.05]);
  // What the night needs and no more; charged in the last hour that has it to spare.
  expectClose(storages[0]!.chargeMW, [0, 5, 0]);
  expectClose(storages[0]!.stateOfChargeMWh, [0, 4.5, 0]);
});

test('what is kept over the turn of the year is not charged in its first hours', () => {
  const cycled = store([10, 0, 0, 0], [0, 4.05, 0, 4.05]);
  const { storages } = settled({ load: [1, 4.05, 1, 1], offered: [11, 0, 1, 6], stores: [cycled] });
  expectClose(storages[0]!.dischargeMW, [0, 4.05, 0, 0]);
  expectClose(storages[0]!.chargeMW, [5, 0, 0, 0]);
  expectClose(storages[0]!.stateOfChargeMWh, [4.5, 0, 0, 0]);
});

test('a store that leaks holds no more than the hours ahead need of it', () => {
  // Half of what is held leaks every hour; the first hour charges what the second could.
  const early = store([20, 0, 0], [0, 0, 0.9 * 0.25 * 18], 0, 0.5);
  const { storages, importMW } = settled({
    load: [1, 1, 4.05],
    offered: [21, 11, 0],
    stores: [{ ...early, powerCapacityMW: 20 }],
  });
  expectClose(storages[0]!.dischargeMW, [0, 0, 4.05]);
  expectClose(storages[0]!.chargeMW, [0, 10, 0]);
  expectClose(storages[0]!.stateOfChargeMWh, [0, 9, 0]);
  expectClose(importMW, [0, 0, 0]);
});

test('what is discharged at night without a surplus is left alone', () => {
  const needed = store([10, 0], [0, 8.1]);
  const { storages } = settled({ load: [1, 8.1], offered: [11, 0], stores: [needed] });
  expectClose(storages[0]!.chargeMW, [10, 0]);
  expectClose(storages[0]!.dischargeMW, [0, 8.1]);
});

test('charging that is spared saves import in the same hour', () => {
  // 2 MW are charged while 2 MW are imported; what they store is thrown into a surplus.
  const cycled = store([2, 0], [0, 1.62]);
  const { importMW, storages } = settled({
    load: [10, 10],
    offered: [10, 20],
    imported: [2, 0],
    stores: [cycled],
    market: { importPricePerMWh: [50, 50] },
  });
  expectClose(importMW, [0, 0]);
  expectClose(storages[0]!.chargeMW, [0, 0]);
});
