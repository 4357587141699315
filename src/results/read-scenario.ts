/** `scenario.json` and the copies it points to → the scenario as it was solved, or what has changed since. */

import { join } from 'node:path';
import * as z from 'zod';
import { ProfileError, ScenarioError } from '../errors.ts';
import type { ProfileFile } from '../profiles/profile.ts';
import { parseProfile } from '../profiles/read.ts';
import { type LoadedScenario, loadScenarioDocument } from '../scenario/load.ts';
import { SCENARIO_FILE, TECHNOLOGIES } from './file-names.ts';
import { type Inside, readInside, unreadable } from './inside-directory.ts';
import { readJson } from './read-json.ts';
import { type StoredInput, sha256Of } from './stored-inputs.ts';

const storedSchema = z.strictObject({
  schemaVersion: z.literal(1),
  contentHash: z.string(),
  scenario: z.unknown(),
  inputs: z
    .array(
      z.strictObject({
        kind: z.enum(['profile', 'technologies']),
        file: z.string(),
        storedAs: z.string(),
        sha256: z.string(),
        synthetic: z.boolean(),
      }),
    )
    .readonly(),
});

export interface ReadScenario {
  readonly loaded: LoadedScenario;
  /** Under the names the user gave. */
  readonly inputs: readonly StoredInput[];
}

export async function readStoredScenario(inside: Inside): Promise<ReadScenario | undefined> {
  const stored = await readJson(inside, SCENARIO_FILE, storedSchema);
  if (stored === undefined) return undefined;
  const copies = new Map<string, Uint8Array>();
  for (const { file, storedAs, sha256 } of stored.inputs) {
    const bytes = await readInside(inside, storedAs);
    if (bytes === undefined) continue;
    copies.set(storedAs, bytes);
    if (sha256Of(bytes) !== sha256) changed(inside, storedAs, `not the ${file} that the result was made from`);
  }
  const loaded = await load(inside, stored.scenario, copies);
  if (loaded === undefined) return undefined;
  if (loaded.contentHash !== stored.contentHash && inside.issues.length === 0) {
    changed(inside, SCENARIO_FILE, `asks for something else than the scenario of hash ${stored.contentHash}`);
  }
  return { loaded, inputs: stored.inputs };
}

/** Of all files, only those that were read and compared can be named. */
async function load(inside: Inside, document: unknown, copies: ReadonlyMap<string, Uint8Array>) {
  const readProfile = async (path: string): Promise<ProfileFile> => {
    const bytes = copies.get(path);
    if (bytes !== undefined) return parseProfile(bytes, path);
    const problem = 'not among the inputs of the result';
    throw new ProfileError(path, [{ code: 'profile.unreadable', where: 'file', problem, file: path }]);
  };
  const technologies = join(inside.root, TECHNOLOGIES);
  // Read by the loader itself, so it has to be the one that was compared.
  const set = `${TECHNOLOGIES}/${costSetOf(document)}.yaml`;
  if (!copies.has(set)) {
    inside.issues.push(unreadable(set, 'not among the inputs of the result', 'the set of technology data it names'));
    return undefined;
  }
  try {
    return await loadScenarioDocument(document, { file: SCENARIO_FILE, directory: '', readProfile, technologies });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    inside.issues.push(...error.issues.map((issue) => ({ ...issue, file: issue.file ?? SCENARIO_FILE })));
    return undefined;
  }
}

function costSetOf(document: unknown): string {
  const isObject = typeof document === 'object' && document !== null;
  return isObject && 'costSet' in document ? String(document.costSet) : 'dea';
}

function changed(inside: Inside, file: string, problem: string): void {
  const expected = 'the files as they were when the result was made';
  inside.issues.push({ code: 'result.changed', where: 'file', problem, expected, file });
}
