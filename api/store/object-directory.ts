/** Objects as files of one directory, which processes on several machines may share through a network file system. */

import { randomUUID } from 'node:crypto';
import { access, constants, link as linkTo, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDirectory } from '../../src/results/files/make-directory.ts';
import { syncDirectory } from '../../src/results/files/sync-directory.ts';
import { type ObjectPlace, type ObjectStore, requirePlainKey } from './objects.ts';

const DRAFTS = 'drafts';

export function openObjectDirectory({
  path: root,
}: Pick<Extract<ObjectPlace, { kind: 'directory' }>, 'path'>): ObjectStore {
  const placeOf = (key: string) => {
    requirePlainKey(key);
    return join(root, key);
  };
  return {
    get: (key) => readFile(placeOf(key)).catch(absent),
    async put(key, bytes) {
      const place = placeOf(key);
      if (await isThere(place)) return;
      const draft = join(root, DRAFTS, randomUUID());
      await makeDirectory(dirname(draft));
      await makeDirectory(dirname(place));
      try {
        await using file = await open(draft, 'wx');
        await file.writeFile(bytes);
        await file.sync();
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await rename(draft, place);
      await syncDirectory(dirname(place));
    },
    async draft() {
      await makeDirectory(join(root, DRAFTS));
      return join(root, DRAFTS, randomUUID());
    },
    async publish(prefix, draft) {
      const place = placeOf(prefix);
      await makeDirectory(dirname(place));
      await rename(draft, place).catch(async (error: NodeJS.ErrnoException) => {
        // Windows says EPERM of a taken place, as every system does of what is not permitted.
        const isTaken = error.code === 'EPERM' ? await isThere(place) : ['ENOTEMPTY', 'EEXIST'].includes(error.code!);
        if (!isTaken) throw error;
        await rm(draft, { recursive: true, force: true });
      });
      await syncDirectory(dirname(place));
    },
    async share(key, file) {
      const link = `${file}.link`;
      try {
        await linkTo(placeOf(key), link);
        await rename(link, file);
      } catch (error) {
        // Not every file system has second names, nor any number of them: then the copy stays.
        if (!['EPERM', 'ENOTSUP', 'EMLINK', 'EXDEV', 'ENOSYS'].includes(String((error as { code?: unknown }).code)))
          throw error;
      }
    },
    async remove(prefix) {
      const place = placeOf(prefix);
      await rm(place, { recursive: true, force: true });
      if (await isThere(dirname(place))) await syncDirectory(dirname(place));
    },
    async drop(key) {
      await rm(placeOf(key), { force: true });
    },
    async check() {
      await makeDirectory(root);
      await access(root, constants.W_OK | constants.X_OK);
    },
    leftovers: {
      list: async (prefix) => (await readdir(placeOf(prefix)).catch(absent)) ?? [],
      ageOf: (key) => ageOf(placeOf(key)),
      async removeDrafts(untouchedMilliseconds) {
        const drafts = join(root, DRAFTS);
        for (const name of (await readdir(drafts).catch(absent)) ?? []) {
          const age = await ageOf(join(drafts, name));
          if (age !== undefined && age >= untouchedMilliseconds) {
            await rm(join(drafts, name), { recursive: true, force: true });
          }
        }
      },
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

const isThere = (place: string) =>
  access(place).then(
    () => true,
    () => false,
  );

async function ageOf(place: string): Promise<number | undefined> {
  const status = await stat(place).catch(absent);
  return status && Math.max(0, Date.now() - status.mtimeMs);
}
