/** Results of runs compared; nothing is solved. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Comparison, compareDirectories, makeDirectory, RESULT_FILE } from '../../src/index.ts';
import { type ObjectPlace, type ObjectStore, placeOfProfile } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';

export interface ToCompareStored {
  readonly objects: ObjectPlace;
  /** Of each result, and the run that it is of. */
  readonly results: readonly { readonly place: string; readonly run: string }[];
}

/** @throws ResultError with every file that is missing, damaged or changed */
export async function compareStored({ objects, results }: ToCompareStored): Promise<Comparison> {
  const store = openObjects(objects);
  const directory = await mkdtemp(join(tmpdir(), 'hourmatch-comparison-'));
  try {
    const laidOut = [];
    for (const [at, { place, run }] of results.entries()) {
      const own = join(directory, String(at));
      await layOut(store, place, own);
      laidOut.push({ directory: own, label: run });
    }
    return await compareDirectories(laidOut);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A bucket keeps inputs once, as stored profiles, whose name is their hash. */
async function layOut(store: ObjectStore, place: string, directory: string): Promise<void> {
  const result = await store.get(`${place}/${RESULT_FILE}`);
  if (result === undefined) throw new Error(`${place} holds no ${RESULT_FILE}.`);
  const { files = {} } = JSON.parse(Buffer.from(result).toString()) as { files?: Record<string, string> };
  const write = async (path: string, bytes: Uint8Array) => {
    await makeDirectory(dirname(join(directory, path)));
    await writeFile(join(directory, path), bytes);
  };
  await write(RESULT_FILE, result);
  for (const [path, hash] of Object.entries(files)) {
    const bytes = (await store.get(`${place}/${path}`)) ?? (await store.get(placeOfProfile(hash)));
    if (bytes !== undefined) await write(path, bytes);
  }
}
