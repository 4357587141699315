/** Files of hourly series → the series a scenario uses, one for each weather year, checked for unit and calendar. */

import type { HourlyProfile, ProfileFile } from '../../profiles/profile.ts';
import { hoursOfYear } from '../../time.ts';
import type { Draft } from '../document/draft.ts';
import { nearest } from '../faults/did-you-mean.ts';
import { conflict, type Fault, type Path } from '../faults/fault.ts';
import type { HourlySeries } from '../scenario.ts';
import { fileFor, readingKeyFor, type SeriesUse } from './references.ts';
import { typicalYearFaults } from './typical-years.ts';

/** Files by reading key; absent where a file has faults. */
export type ProfileFiles = ReadonlyMap<string, ProfileFile>;

export interface Attached {
  readonly faults: readonly Fault[];
  /** Calendar year and hours of each weather year; undefined where no file tells. */
  readonly calendars: readonly ({ readonly year: number; readonly hours: number } | undefined)[];
  /** The series used at a path; undefined where none is, or where one has faults. */
  seriesAt(path: Path): HourlySeries | undefined;
}

export function attachProfiles(draft: Draft, uses: readonly SeriesUse[], files: ProfileFiles): Attached {
  const faults: Fault[] = [];
  const series = new Map<string, HourlySeries>();
  for (const use of uses) {
    const profiles = draft.weatherYears.map(({ name }) => {
      const file = name === undefined ? undefined : files.get(readingKeyFor(use.reference, name));
      if (file === undefined) return undefined;
      const named = fileFor(use.reference, name ?? '');
      const profile = columnOf(use, file, named, faults);
      if (profile !== undefined) faults.push(...currencyFaults(use, profile, named, draft.currency));
      return profile;
    });
    const found = profiles.flatMap((profile) => profile?.values ?? []);
    if (found.length === profiles.length) series.set(JSON.stringify(use.path), found);
  }
  const calendars = draft.weatherYears.map(({ name }, at) => {
    if (name === undefined) return undefined;
    const years = yearsOf(name, uses, files);
    if (years.size > 1) faults.push(disagreement(at, name, years));
    faults.push(...typicalYearFaults(name, uses, files));
    const year = [...years.keys()][0];
    return year === undefined ? undefined : { year, hours: hoursOfYear(year) };
  });
  return { faults, calendars, seriesAt: (path) => series.get(JSON.stringify(path)) };
}

function columnOf(use: SeriesUse, file: ProfileFile, name: string, faults: Fault[]): HourlyProfile | undefined {
  const { column } = use.reference;
  const profile = file.columns.find((other) => other.name === column);
  const path = [...use.path, 'column'];
  if (profile === undefined) {
    const known = file.columns.map((other) => other.name);
    const meant = nearest(column, known);
    const expected = meant === undefined ? `Its columns: ${known.join(', ')}.` : `Did you mean ${meant}?`;
    faults.push({
      code: 'profile.missing-column',
      path,
      problem: `${name} has no column ${JSON.stringify(column)}`,
      expected,
    });
    return undefined;
  }
  if (profile.unit === use.unit) return profile;
  const problem = `column ${JSON.stringify(column)} of ${name} has the unit ${profile.unit}`;
  faults.push({ code: 'profile.wrong-unit', path, problem, expected: `Expected a column of unit ${use.unit}.` });
  return undefined;
}

/** Money stays in its currency: a price in another one would be off by the rate of exchange, and nothing would show it. */
function currencyFaults(use: SeriesUse, profile: HourlyProfile, file: string, currency: string | undefined): Fault[] {
  if (profile.currency === undefined || currency === undefined || profile.currency === currency) return [];
  const problem = `column ${JSON.stringify(profile.name)} of ${file} is in ${profile.currency}, but the scenario's currency is ${currency}`;
  const expected = `Prices in ${currency}: convert them in the file, since nothing is converted here; or a scenario in ${profile.currency}.`;
  return [{ code: 'profile.wrong-unit', path: [...use.path, 'column'], problem, expected }];
}

/** The calendar years that the files of one weather year hold, each with its files. */
function yearsOf(weatherYear: string, uses: readonly SeriesUse[], files: ProfileFiles): Map<number, Set<string>> {
  const years = new Map<number, Set<string>>();
  for (const { reference } of uses) {
    const name = fileFor(reference, weatherYear);
    const year = files.get(readingKeyFor(reference, weatherYear))?.year;
    if (year !== undefined) years.set(year, (years.get(year) ?? new Set()).add(name));
  }
  return years;
}

function disagreement(at: number, weatherYear: string, years: ReadonlyMap<number, ReadonlySet<string>>): Fault {
  const list = [...years].map(([year, files]) => `${[...files].join(', ')}: ${year}, ${hoursOfYear(year)} hours`);
  return conflict(
    ['weatherYears', at],
    `the files of ${JSON.stringify(weatherYear)} are of different calendar years (${list.join('; ')})`,
    'Weather is taken hour by hour: all files of a weather year hold the same calendar year.',
  );
}
