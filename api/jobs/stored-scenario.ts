/** A scenario as it was sent → loaded, its hours taken from stored profiles. No file of this machine can be named. */

import { join } from 'node:path';
import {
  type InputReader,
  inputsOnDisk,
  type LoadedScenario,
  loadScenarioDocument,
  ProfileError,
  rememberingReader,
  storedScenario,
} from '../../src/index.ts';
import { type ObjectStore, placeOfProfile } from '../store/objects.ts';

export interface StoredDocument {
  /** JSON: a text goes from thread to thread in no time, however much it holds. */
  readonly text: string;
  /** Name or id of a stored profile, as the document gives it → its id. */
  readonly profiles: Readonly<Record<string, string>>;
}

/** `profile:boujdour-2005`, or `profile:` and the hash of its bytes. */
const scheme = 'profile:';

/** Reads each profile once, however many scenarios are loaded with it. */
export function storedInputs(profiles: StoredDocument['profiles'], objects: ObjectStore) {
  const bytesOf = async (file: string): Promise<Uint8Array> => {
    if (!file.startsWith(scheme)) {
      const expected = `Send the file with POST /v1/profiles and write ${scheme} and the name it got, or its id.`;
      throw refusal(file, 'only stored profiles can be named here, never files', expected);
    }
    const name = file.slice(scheme.length);
    const id = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
    const bytes = id === undefined ? undefined : await objects.get(placeOfProfile(id));
    if (bytes !== undefined) return bytes;
    throw refusal(file, 'there is no stored profile of that name or id', 'GET /v1/profiles lists them.');
  };
  return { bytesOf, readProfile: rememberingReader(bytesOf) };
}

export type StoredInputs = ReturnType<typeof storedInputs>;

/** @throws ScenarioError with every fault of the document and of the profiles that it names */
export async function loadStoredScenario(
  text: string,
  { bytesOf, readProfile }: StoredInputs,
): Promise<{ readonly loaded: LoadedScenario; readonly readInput: InputReader }> {
  const loaded = await loadScenarioDocument(JSON.parse(text), { file: 'scenario', directory: '', readProfile });
  const shipped = inputsOnDisk('');
  return { loaded, readInput: (input) => (input.kind === 'profile' ? bytesOf(input.file) : shipped(input)) };
}

/** Of a draft of a result: its copies of stored profiles are given up for the objects, so that their bytes are there once. */
export async function shareInputs(store: ObjectStore, loaded: LoadedScenario, draft: string): Promise<void> {
  for (const { kind, sha256, storedAs } of storedScenario(loaded).inputs) {
    if (kind === 'profile') await store.share(placeOfProfile(sha256), join(draft, storedAs));
  }
}

function refusal(file: string, problem: string, expected: string): ProfileError {
  return new ProfileError(file, [{ code: 'profile.unreadable', where: 'file', problem, expected, file }]);
}

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
