/** Every column of an hourly file that a scenario names: once per weather year, with the unit its use asks for. */

import type { ProfileUnit } from '../../profiles/profile.ts';
import type { ReadingOptions } from '../../profiles/questions/reading-options.ts';
import { canonicalJson } from '../document/canonical-json.ts';
import type { Draft } from '../document/draft.ts';
import { nearest } from '../faults/did-you-mean.ts';
import { conflict, type Fault, type Path } from '../faults/fault.ts';
import type { Reference } from '../schema/fields.ts';

export interface SeriesUse {
  readonly path: Path;
  readonly reference: Reference;
  readonly unit: ProfileUnit;
}

/** The uses of profiles, in the order of the document. */
export function seriesUses(draft: Draft): SeriesUse[] {
  const uses: SeriesUse[] = [];
  function add(path: Path, given: number | readonly unknown[] | Reference | undefined, unit: ProfileUnit): void {
    if (typeof given === 'object' && 'file' in given) uses.push({ path, reference: given, unit });
  }
  add(['load', 'pue'], draft.load.pue, 'pue');
  add(['load', 'facility', 'temperature'], draft.load.facility?.temperature, 'temperatureC');
  draft.load.tiers.forEach((tier, at) => {
    add(['load', 'tiers', at, 'arrivalProfile'], tier.arrivalProfile, 'relative');
  });
  draft.renewables.forEach((renewable, at) => {
    add(['renewables', at, 'capacityFactor'], renewable.capacityFactor, 'capacityFactor');
    add(['renewables', at, 'availability'], renewable.availability, 'share');
    add(['renewables', at, 'wheelingPerMWh'], renewable.wheelingPerMWh, 'pricePerMWh');
  });
  draft.links.forEach(({ wheelingPerMWh }, at) => {
    add(['links', at, 'wheelingPerMWh'], wheelingPerMWh, 'pricePerMWh');
  });
  add(['grid', 'importPricePerMWh'], draft.grid.importPricePerMWh, 'pricePerMWh');
  add(['grid', 'exportPricePerMWh'], draft.grid.exportPricePerMWh, 'pricePerMWh');
  add(['grid', 'carbonFreeShare'], draft.grid.carbonFreeShare, 'share');
  return uses;
}

const placeholder = /\{([^{}]*)\}/g;

/** The file's name for a weather year. */
export function fileFor(reference: Reference, weatherYear: string): string {
  return reference.file.replaceAll('{weatherYear}', weatherYear);
}

/** What a reference states about its file, for a weather year. */
export function optionsFor(reference: Reference, weatherYear: string): ReadingOptions {
  const { file: _file, column: _column, reading: _reading, typicalYear: _typicalYear, year, ...options } = reference;
  if (year === undefined) return options;
  return { ...options, year: typeof year === 'number' ? year : Number(weatherYear) };
}

/** Equal for references that read one file in one way. */
export function readingKeyFor(reference: Reference, weatherYear: string): string {
  const options = optionsFor(reference, weatherYear);
  const file = fileFor(reference, weatherYear);
  return Object.keys(options).length === 0 ? file : `${file} ${canonicalJson(options)}`;
}

const isByYear = ({ file, year }: Reference) => file.includes('{weatherYear}') || year === '{weatherYear}';

/** Placeholders nobody fills, several weather years that all name the same files, and no hourly file at all. */
export function referenceFaults(draft: Draft, uses: readonly SeriesUse[]): Fault[] {
  const faults: Fault[] = [];
  for (const { path, reference } of uses) {
    for (const [whole, word] of reference.file.matchAll(placeholder)) {
      if (word === 'weatherYear') continue;
      const meant = nearest(word ?? '', ['weatherYear']);
      faults.push({
        code: 'scenario.unknown-name',
        path: [...path, 'file'],
        problem: `${whole} is not a placeholder`,
        expected: meant === undefined ? 'Only {weatherYear} is filled in.' : 'Did you mean {weatherYear}?',
      });
    }
  }
  for (const { path, reference } of uses) {
    if (reference.reading === undefined) continue;
    const problem = `${reference.reading} is a file beside the scenario, which is not at hand here`;
    faults.push(conflict([...path, 'reading'], problem, 'Its answers themselves, in place of its name.'));
  }
  for (const { path, reference } of uses) {
    const stray = draft.weatherYears.find(({ name }) => name !== undefined && !/^(19|2[01])\d\d$/.test(name));
    if (reference.year !== '{weatherYear}' || stray === undefined) continue;
    const expected = 'Weather years named by calendar years, such as 2019, or a year of its own here.';
    faults.push(conflict([...path, 'year'], `${JSON.stringify(stray.name)} is no calendar year`, expected));
  }
  const years = draft.weatherYears.length;
  if (years > 1 && uses.length > 0 && !uses.some(({ reference }) => isByYear(reference))) {
    const problem = `${years} weather years, but all of them read the same files`;
    faults.push(conflict(['weatherYears'], problem, 'Name files or years by {weatherYear}, or keep one weather year.'));
  }
  return faults;
}
