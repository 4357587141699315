/** One phase under one weather year, made from flows in MW: what a test does not name is nothing. */

import type { LedgerPlace } from '../../src/ledger/whole-flows.ts';
import type { Renewable, Scenario, Storage } from '../../src/scenario/scenario.ts';
import { battery, plant, series, site } from '../fixtures/site.ts';

interface StorageWish extends Partial<Storage> {
  readonly chargeMW: readonly number[];
  readonly dischargeMW: readonly number[];
  readonly stateOfChargeMWh: readonly number[];
}

interface Wish {
  readonly loadMW: readonly number[];
  /** By plant. */
  readonly generationMW: readonly (readonly number[])[];
  readonly plants?: readonly Partial<Renewable>[];
  readonly storages?: readonly StorageWish[];
  readonly importMW?: readonly number[];
  readonly exportMW?: readonly number[];
}

export function placeWith(wish: Wish): LedgerPlace {
  const { loadMW, generationMW, plants = [], storages = [] } = wish;
  const hours = loadMW.length;
  const none = loadMW.map(() => 0);
  const scenario: Scenario = site({
    hours,
    renewables: generationMW.map((_, i) => plant(`plant ${i + 1}`, none.fill(1), plants[i])),
    storages: storages.map(({ chargeMW: _, dischargeMW: __, stateOfChargeMWh: ___, ...more }, s) =>
      battery({ name: `storage ${s + 1}`, ...more }),
    ),
  });
  const flows = {
    name: 'only',
    loadMW: series(...loadMW),
    renewables: generationMW.map((values, i) => ({ name: `plant ${i + 1}`, generationMW: series(...values) })),
    storages: storages.map(({ chargeMW, dischargeMW, stateOfChargeMWh }, s) => ({
      name: scenario.storages[s]!.name,
      chargeMW: series(...chargeMW),
      dischargeMW: series(...dischargeMW),
      stateOfChargeMWh: series(...stateOfChargeMWh),
    })),
    tiers: [],
    importMW: series(...(wish.importMW ?? loadMW.map(() => 0))),
    exportMW: series(...(wish.exportMW ?? loadMW.map(() => 0))),
  };
  const capacities = {
    renewables: scenario.renewables.map(({ name }) => ({ name, capacityMW: 1e6 })),
    storages: scenario.storages.map(({ name }) => ({ name, powerCapacityMW: 1e6, energyCapacityMWh: 1e6 })),
    links: [],
    grid: { subscribedPowerMW: 0 },
  };
  return { scenario, p: 0, y: 0, phase: { name: 'first', capacities, weatherYears: [flows] }, flows };
}
