/** Which stored profiles a document of a scenario names, whatever else it holds; nothing is read. */

/** `profile:boujdour-2005`, or `profile:` and the hash of its bytes. */
export const scheme = 'profile:';

/** Far deeper than any scenario; what is deeper will be refused by the schema. */
const DEEPEST = 12;
/** No profile has a longer name, so that none is meant. */
const LONGEST_NAME = 200;
/** A sun and a wind of each of a hundred sites, for twenty years and more. */
export const MOST_PROFILES = 5_000;

/**
 * Every stored profile that a document names, for each of its weather years, whatever else may be wrong with it: one more
 * than `MOST_PROFILES` at most.
 */
export function namedProfiles(document: unknown): string[] {
  const years = weatherYearsOf(document);
  const references = new Set<string>();
  const visit = (part: unknown, depth: number): void => {
    if (typeof part !== 'object' || part === null || depth > DEEPEST) return;
    for (const value of Object.values(part)) {
      if (typeof value !== 'string') visit(value, depth + 1);
      else if (value.startsWith(scheme) && value.length <= LONGEST_NAME) references.add(value.slice(scheme.length));
    }
  };
  visit(document, 0);
  const names: string[] = [];
  for (const name of references) {
    const meant = name.includes('{weatherYear}') ? years.map((year) => name.replaceAll('{weatherYear}', year)) : [name];
    names.push(...meant);
    if (names.length > MOST_PROFILES) break;
  }
  return [...new Set(names)].slice(0, MOST_PROFILES + 1);
}

function weatherYearsOf(document: unknown): string[] {
  const { weatherYears } = (document ?? {}) as { weatherYears?: unknown };
  if (!Array.isArray(weatherYears)) return [];
  return weatherYears.slice(0, MOST_PROFILES + 1).flatMap((year: unknown) => {
    const { name } = (year ?? {}) as { name?: unknown };
    return typeof name === 'string' && name.length <= LONGEST_NAME ? [name] : [];
  });
}
