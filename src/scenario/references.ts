/** Every column of an hourly file that a scenario names: once per weather year, with the unit its use asks for. */

import type { ProfileUnit } from '../profiles/profile.ts';
import { nearest } from './did-you-mean.ts';
import type { Draft } from './draft.ts';
import type { Fault, Path } from './fault.ts';
import type { Reference } from './fields.ts';

export interface SeriesUse {
  readonly path: Path;
  readonly reference: Reference;
  readonly unit: ProfileUnit;
}

/** The uses of profiles, in the order of the document. */
export function seriesUses(draft: Draft): SeriesUse[] {
  const uses: SeriesUse[] = [];
  function add(path: Path, given: number | Reference | undefined, unit: ProfileUnit): void {
    if (typeof given === 'object') uses.push({ path, reference: given, unit });
  }
  add(['load', 'pue'], draft.load.pue, 'pue');
  draft.load.tiers.forEach((tier, at) => {
    add(['load', 'tiers', at, 'arrivalProfile'], tier.arrivalProfile, 'relative');
  });
  draft.renewables.forEach((renewable, at) => {
    add(['renewables', at, 'capacityFactor'], renewable.capacityFactor, 'capacityFactor');
  });
  add(['grid', 'importPricePerMWh'], draft.grid.importPricePerMWh, 'pricePerMWh');
  add(['grid', 'exportPricePerMWh'], draft.grid.exportPricePerMWh, 'pricePerMWh');
  return uses;
}

const placeholder = /\{([^{}]*)\}/g;

/** The file's name for a weather year. */
export function fileFor(reference: Reference, weatherYear: string): string {
  return reference.file.replaceAll('{weatherYear}', weatherYear);
}

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
  const years = draft.weatherYears.length;
  if (years > 1 && uses.length > 0 && !uses.some(({ reference }) => reference.file.includes('{weatherYear}'))) {
    faults.push({
      code: 'scenario.conflict',
      path: ['weatherYears'],
      problem: `${years} weather years, but all of them read the same files`,
      expected: 'Name files by {weatherYear}, or keep one weather year.',
    });
  }
  return faults;
}
