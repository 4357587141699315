/** Scenarios of one or two phases on the shipped profiles of 2005, as whoever met a fault had written them. */

import { rememberingReader } from '../../src/profiles/read.ts';
import { type LoadedScenario, loadScenarioDocument } from '../../src/scenario/load.ts';
import { repository } from '../fixtures/repository.ts';

const column = (name: string) => ({ file: '../profiles/{weatherYear}.csv', column: name });

export const phases = (...rows: readonly (readonly [name: string, firstYear: number, years: number, MW: number])[]) =>
  rows.map(([name, firstYear, years, itCapacityMW]) => ({ name, firstYear, years, itCapacityMW }));

export const target = (kind: 'hourly' | 'annual', share: number) =>
  ({ kind, target: share, over: 'everyYear' }) as const;

const shared = {
  name: 'case',
  currency: 'EUR',
  discountRate: 0.07,
  weatherYears: [{ name: 'synthetic-2005' }],
  phases: phases(['first', 2026, 10, 40]),
};

export const grid = {
  importPricePerMWh: 90,
  exportPricePerMWh: 0,
  subscribedPowerCostPerMWYear: 0,
  carbonIntensityKgPerMWh: 607,
};

const windColumn = column('boujdour_wind');
const sunColumn = column('ouarzazate_solar');

/** Firm work, with prices of its own for all that can be built. */
export const priced = {
  ...shared,
  load: {
    pue: column('casablanca_pue'),
    utilisation: 0.8,
    tiers: [{ name: 'inference', share: 1, deadlineHours: 0 }],
  },
  renewables: [
    {
      name: 'Wind',
      technology: 'wind',
      capacityFactor: windColumn,
      siteMaximumMW: 500,
      lifetimeYears: 27,
      capexPerMW: 1_200_000,
      fixedOpexPerMWYear: 26_588,
      variableOpexPerMWh: 0,
    },
    {
      name: 'Sun',
      technology: 'solar-tracking',
      capacityFactor: sunColumn,
      siteMaximumMW: 500,
      lifetimeYears: 30,
      capexPerMW: 560_000,
      fixedOpexPerMWYear: 12_000,
      variableOpexPerMWh: 0,
    },
  ],
  storages: [
    {
      name: 'Battery',
      technology: 'battery',
      lifetimeYears: 20,
      powerLifetimeYears: 15,
      durationHours: { min: 1, max: 12 },
      chargeEfficiency: 0.95,
      dischargeEfficiency: 0.96,
      selfDischargePerHour: 0,
      capexPerMW: 90_000,
      capexPerMWh: 200_000,
      fixedOpexPerMWYear: 500,
      fixedOpexPerMWhYear: 0,
      wearPerMWh: 1,
    },
  ],
  grid: { ...grid, exportPricePerMWh: 20, exportLimitMW: 50, subscribedPowerCostPerMWYear: 30_000 },
  matching: { kind: 'hourly', target: 0.95 },
};

/** Half of the work may wait a day; technologies as they are shipped. */
export const shipped = {
  ...shared,
  load: {
    ...priced.load,
    tiers: [
      { name: 'inference', share: 0.5, deadlineHours: 0, arrivalProfile: column('inference_load') },
      { name: 'training', share: 0.5, deadlineHours: 24 },
    ],
  },
  renewables: [
    {
      name: 'Wind',
      technology: 'wind',
      capacityFactor: windColumn,
      fixedOpexPerMWYear: 26_588,
      variableOpexPerMWh: 0,
      siteMaximumMW: 500,
    },
    { name: 'Sun', technology: 'solar-tracking', capacityFactor: sunColumn, siteMaximumMW: 500 },
  ],
  storages: [{ name: 'Battery', technology: 'battery', durationHours: { min: 1, max: 12 } }],
  grid,
  matching: target('hourly', 1),
};

interface Document {
  readonly renewables: readonly object[];
  readonly storages: readonly object[];
}

/** A document with more said of its wind, its sun and its battery, in this order. */
export function withAssets<Given extends Document>(document: Given, wind: object, sun = {}, battery = {}): Given {
  return {
    ...document,
    renewables: document.renewables.map((asset, at) => ({ ...asset, ...[wind, sun][at] })),
    storages: document.storages.map((asset) => ({ ...asset, ...battery })),
  };
}

const readProfile = rememberingReader();

export const load = (document: unknown): Promise<LoadedScenario> =>
  loadScenarioDocument(document, { file: 'case', directory: `${repository}/data/scenarios`, readProfile });
