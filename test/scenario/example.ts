/** A small scenario in memory: faults are planted by changing its text, and ¦ marks where each must be pointed at. */

import { InputError, type Issue, ProfileError } from '../../src/errors.ts';
import type { HourlyProfile, ProfileFile, ProfileUnit } from '../../src/profiles/profile.ts';
import { type LoadedScenario, loadScenarioText } from '../../src/scenario/load.ts';
import { hoursOfYear } from '../../src/time.ts';

export const example = `name: Example
currency: EUR
discountRate: 0.07
weatherYears:
  - { name: '2005' }
phases:
  - { name: first, firstYear: 2026, years: 2, itCapacityMW: 40 }
  - { name: second, firstYear: 2028, years: 5, itCapacityMW: 500 }
load:
  pue: 1.25
  utilisation: 0.8
  tiers:
    - { name: inference, share: 0.35, deadlineHours: 0, arrivalProfile: { file: load.csv, column: inference } }
    - { name: training, share: 0.65, deadlineHours: 168, floorShare: 0.3 }
renewables:
  - name: coast
    technology: wind
    capacityFactor: { file: "{weatherYear}.csv", column: wind }
    siteMaximumMW: 1500
    link: line
  - { name: inland, technology: solar-fixed, capacityFactor: { file: "{weatherYear}.csv", column: sun }, siteMaximumMW: 900 }
storages:
  - { name: Li-ion, technology: battery, durationHours: { min: 1, max: 12 } }
links:
  - { name: line, capacityMW: 3000, loss: 0.051 }
grid:
  importPricePerMWh: 90
  exportPricePerMWh: 0
  subscribedPowerCostPerMWYear: 0
  carbonIntensityKgPerMWh: 607
matching: { kind: hourly, target: 1, over: everyYear }
`;

/** The example with each text on the left, which must occur once, replaced by the one on the right. */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not occur once.`);
    return text.replace(from, () => to);
  }, example);
}

export function profile(name: string, unit: ProfileUnit, year: number, at: (hour: number) => number): HourlyProfile {
  return { name, unit, year, values: Float64Array.from({ length: hoursOfYear(year) }, (_, hour) => at(hour)) };
}

export function profileFile(file: string, columns: readonly HourlyProfile[], sha256 = `hash of ${file}`): ProfileFile {
  return { file, format: 'native', sha256, synthetic: true, year: columns[0]?.year ?? 2005, columns };
}

/** Firm work between 0.9 and 1.1 of its mean, a windy and a sunny site, and a PUE. */
export const files: Readonly<Record<string, ProfileFile>> = {
  'load.csv': profileFile('load.csv', [profile('inference', 'relative', 2005, (hour) => (hour % 2 === 0 ? 9 : 11))]),
  '2005.csv': profileFile('2005.csv', [
    profile('wind', 'capacityFactor', 2005, () => 0.5),
    profile('sun', 'capacityFactor', 2005, (hour) => (hour % 24 === 12 ? 0.8 : 0)),
    profile('pue', 'pue', 2005, () => 1.2),
    profile('carbonFree', 'share', 2005, (hour) => (hour % 24 === 12 ? 0.4 : 0.2)),
  ]),
};

export async function load(text: string, from: Readonly<Record<string, ProfileFile>> = files): Promise<LoadedScenario> {
  async function readProfile(path: string): Promise<ProfileFile> {
    const file = from[path];
    if (file !== undefined) return file;
    throw new ProfileError(path, [{ code: 'profile.unreadable', where: 'file', problem: 'no such file', file: path }]);
  }
  return loadScenarioText(text, { file: 'example.yaml', directory: '', readProfile });
}

export async function issuesOf(text: string, from?: Readonly<Record<string, ProfileFile>>): Promise<readonly Issue[]> {
  try {
    await load(text, from);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

/** Text without its marks, and where each mark stood. */
export function marked(text: string): { text: string; places: { line: number; column: number }[] } {
  const places: { line: number; column: number }[] = [];
  const lines = text.split('\n').map((line, at) => {
    const parts = line.split('¦');
    let column = 1;
    for (const part of parts.slice(0, -1)) {
      column += part.length;
      places.push({ line: at + 1, column });
    }
    return parts.join('');
  });
  return { text: lines.join('\n'), places };
}
