/** A stored result as a directory, as those who read results expect it. */

import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDirectory, RESULT_FILE } from '../../src/index.ts';
import { type ObjectStore, placeOfProfile } from '../store/objects.ts';

/**
 * A bucket keeps inputs once, as stored profiles, whose name is their hash.
 *
 * @param isWanted by the path inside the result; all of it when left out
 */
export async function layOut(
  store: ObjectStore,
  place: string,
  directory: string,
  isWanted: (path: string) => boolean = () => true,
): Promise<void> {
  const result = await store.get(`${place}/${RESULT_FILE}`);
  if (result === undefined) throw new Error(`${place} holds no ${RESULT_FILE}.`);
  const { files = {} } = JSON.parse(Buffer.from(result).toString()) as { files?: Record<string, string> };
  const write = async (path: string, bytes: Uint8Array) => {
    await makeDirectory(dirname(join(directory, path)));
    await writeFile(join(directory, path), bytes);
  };
  await write(RESULT_FILE, result);
  for (const [path, hash] of Object.entries(files)) {
    if (!isWanted(path)) continue;
    const bytes = (await store.get(`${place}/${path}`)) ?? (await store.get(placeOfProfile(hash)));
    if (bytes !== undefined) await write(path, bytes);
  }
}
