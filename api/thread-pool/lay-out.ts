/** A stored result as a directory, as those who read results expect it. */

import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ScenarioWords } from '../../src/index.ts';
import { inWords } from '../../src/results/document/in-words.ts';
import { RESULT_FILE, SCENARIO_FILE } from '../../src/results/files/file-names.ts';
import { makeDirectory } from '../../src/results/files/make-directory.ts';
import { type ObjectStore, placeOfProfile } from '../store/objects.ts';

/** A result in the words of a run. */
export interface WordedResult {
  readonly place: string;
  /** Where the result has others. */
  readonly words?: ScenarioWords | undefined;
}

/** Its `result.json` and, where words are given, its `scenario.json`. @throws Error where they are not there */
export async function headOf(store: ObjectStore, { place, words }: WordedResult) {
  const fileOf = async (file: string) => {
    const bytes = await store.get(`${place}/${file}`);
    if (bytes === undefined) throw new Error(`${place} holds no ${file}.`);
    return bytes;
  };
  const result = await fileOf(RESULT_FILE);
  return words === undefined ? { result } : inWords({ result, scenario: await fileOf(SCENARIO_FILE) }, words);
}

/**
 * A bucket keeps inputs once, as stored profiles, whose name is their hash.
 *
 * @param isWanted by the path inside the result; all of it when left out
 */
export async function layOut(
  store: ObjectStore,
  { place, words }: WordedResult,
  directory: string,
  isWanted: (path: string) => boolean = () => true,
): Promise<void> {
  const head: { readonly result: Uint8Array; readonly scenario?: Uint8Array } = await headOf(store, { place, words });
  const { result, scenario } = head;
  const { files = {} } = JSON.parse(Buffer.from(result).toString()) as { files?: Record<string, string> };
  const write = async (path: string, bytes: Uint8Array) => {
    await makeDirectory(dirname(join(directory, path)));
    await writeFile(join(directory, path), bytes);
  };
  await write(RESULT_FILE, result);
  for (const [path, hash] of Object.entries(files)) {
    if (!isWanted(path)) continue;
    const known = path === SCENARIO_FILE ? scenario : undefined;
    const bytes = known ?? (await store.get(`${place}/${path}`)) ?? (await store.get(placeOfProfile(hash)));
    if (bytes !== undefined) await write(path, bytes);
  }
}
