/** A scenario as it was sent → loaded, its hours taken from stored profiles. No file of this machine can be named. */

import { join } from 'node:path';
import { ProfileError } from '../../src/errors.ts';
import type { InputReader, LoadedScenario } from '../../src/index.ts';
import { rememberingReader } from '../../src/profiles/read.ts';
import { inputsOnDisk, storedScenario } from '../../src/results/inputs/stored-inputs.ts';
import { loadScenarioDocument } from '../../src/scenario/load.ts';
import { type ObjectStore, placeOfProfile } from '../store/objects.ts';
import { scheme } from './named-profiles.ts';

export interface StoredDocument {
  /** JSON: a text goes from thread to thread in no time, however much it holds. */
  readonly text: string;
  /** Name or id of a stored profile, as the document gives it → its id. */
  readonly profiles: Readonly<Record<string, string>>;
}

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
