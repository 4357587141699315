/** A campus small enough to be solved in a second or two: a wind that never rests, a sun, no storage, all work firm. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nativeToCsv } from '../../src/index.ts';

const HOURS = 8760;

export const tinyScenario = `name: Tiny campus
currency: EUR
discountRate: 0.05
weatherYears: [{ name: '2005' }]
phases:
  - { name: first, firstYear: 2026, years: 2, itCapacityMW: 10 }
load:
  pue: 1.25
  utilisation: 0.8
  tiers: [{ name: inference, share: 1, deadlineHours: 0 }]
renewables:
  - { name: Coast, technology: wind, siteMaximumMW: 500, capacityFactor: { file: 'year.csv', column: wind } }
  - { name: Desert, technology: solar-fixed, siteMaximumMW: 500, capacityFactor: { file: 'year.csv', column: sun } }
storages: []
grid:
  importPricePerMWh: 90
  exportPricePerMWh: 0
  subscribedPowerCostPerMWYear: 0
  carbonIntensityKgPerMWh: 607
matching: { kind: hourly, target: 1, over: everyYear }
`;

/** With a battery the alike days of the profiles make a plan hard: the solver is busy for many seconds. */
export const withBattery = [
  'storages: []',
  'storages: [{ name: Battery, technology: battery, durationHours: { min: 1, max: 12 } }]',
] as const;

/** Each text on the left, which must occur once, becomes the one on the right. */
export type Changes = readonly (readonly [from: string, to: string])[];

/** Writes the scenario and its profiles into a directory; gives the path of the scenario. */
export async function writeTinyScenario(directory: string, changes: Changes = []): Promise<string> {
  const text = changes.reduce((before, [from, to]) => {
    if (before.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not occur once.`);
    return before.replace(from, () => to);
  }, tinyScenario);
  await mkdir(directory, { recursive: true });
  const path = join(directory, 'scenario.yaml');
  await writeFile(path, text);
  await writeFile(join(directory, 'year.csv'), profiles());
  return path;
}

function profiles(): string {
  const values = (at: (hour: number) => number) => Float64Array.from({ length: HOURS }, (_, hour) => at(hour));
  // More wind from noon to midnight, sun from six to eighteen: the hours after midnight are the hard ones.
  const wind = values((hour) => (hour % 24 >= 12 ? 0.6 : 0.1));
  const sun = values((hour) => Math.max(0, Math.sin(((hour % 24) - 6) * (Math.PI / 12))) * 0.8);
  // One hour in four brings half of a day's work: more than the machines can do at once.
  const peaks = values((hour) => (hour % 4 === 0 ? 2.5 : 0.5));
  return nativeToCsv({
    synthetic: true,
    source: 'written by a test',
    year: 2005,
    columns: [
      { name: 'wind', unit: 'capacityFactor', values: wind, decimals: 2 },
      { name: 'sun', unit: 'capacityFactor', values: sun, decimals: 4 },
      { name: 'peaks', unit: 'relative', values: peaks, decimals: 1 },
    ],
  });
}
