/** A result on disk whose few hours keep the laws, so that they can be accounted for. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { loadCampus, madeUpAnswer, writeMadeUp } from './campus.ts';

export const lawfulText = `name: Small
currency: EUR
discountRate: 0.07
weatherYears: [{ name: '2005' }]
phases: [{ name: 40 MW, firstYear: 2026, years: 2, itCapacityMW: 40 }]
load: { pue: 1.25, utilisation: 0.8, tiers: [{ name: firm, share: 1, deadlineHours: 0 }] }
renewables:
  - { name: 'Coast, north', technology: wind, capacityFactor: { file: weather/2005.csv, column: wind }, siteMaximumMW: 900, loss: 0.05 }
  - { name: __proto__, technology: solar-fixed, capacityFactor: { file: weather/2005.csv, column: sun }, siteMaximumMW: 900 }
storages: [{ name: Battery, technology: battery, durationHours: { min: 1, max: 12 } }]
grid: { importPricePerMWh: 90, exportPricePerMWh: 0, subscribedPowerCostPerMWYear: 0, carbonIntensityKgPerMWh: 607 }
matching: { kind: hourly, target: 1, over: everyYear }
`;

/** There is load for so many days of the year. */
const DAYS = 3;

/** Sun charges the battery in the first six hours of a day, and two of its evening empty it again. */
function lawful({ phases, renewables, storages, weatherYears }: Scenario): Schedule {
  const { hours, name } = weatherYears[0]!;
  const storage = storages[0]!;
  const none = () => new Float64Array(hours);
  const [load, wind, sun, charge, discharge, stored] = [none(), none(), none(), none(), none(), none()];
  for (let h = 0; h < DAYS * 24; h++) {
    const before = (1 - storage.selfDischargePerHour) * (h === 0 ? 0 : stored[h - 1]!);
    if (h % 24 < 6) charge[h] = 10 + (h % 7) / 3;
    if (h % 24 === 20) discharge[h] = (before / 2) * storage.dischargeEfficiency;
    if (h % 24 === 21) discharge[h] = before * storage.dischargeEfficiency;
    stored[h] = before + storage.chargeEfficiency * charge[h]! - discharge[h]! / storage.dischargeEfficiency;
    load[h] = 40;
    sun[h] = charge[h]! + (h % 24 < 12 ? 5 : 0);
    wind[h] = (load[h]! + charge[h]! - discharge[h]! - sun[h]!) / 0.95;
  }
  const flows = {
    name,
    loadMW: load,
    renewables: [wind, sun].map((generationMW, i) => ({ name: renewables[i]!.name, generationMW })),
    storages: [{ name: storage.name, chargeMW: charge, dischargeMW: discharge, stateOfChargeMWh: stored }],
    tiers: [{ name: 'firm', servedMW: load.map((mw) => mw / 1.25), backlogMWh: none(), shedMW: none() }],
    importMW: none(),
    exportMW: none(),
  };
  const capacities = {
    renewables: renewables.map((plant) => ({ name: plant.name, capacityMW: 200 })),
    storages: [{ name: storage.name, powerCapacityMW: 100, energyCapacityMWh: 100 }],
    links: [],
    grid: { subscribedPowerMW: 0 },
  };
  return { phases: [{ name: phases[0]!.name, capacities, weatherYears: [flows] }] };
}

/** Gives the directory once the tests of a file run; it is gone when they have. */
export function lawfulResult(text = lawfulText): () => string {
  let campus = '';
  beforeAll(async () => {
    campus = await mkdtemp(join(tmpdir(), 'hourmatch-ledger-'));
    const loaded = await loadCampus(campus, text);
    const answer = { ...madeUpAnswer(loaded), schedule: lawful(loaded.scenario) };
    await writeMadeUp(join(campus, 'out'), campus, { loaded, answer });
  });
  afterAll(() => rm(campus, { recursive: true, force: true }));
  return () => join(campus, 'out');
}
