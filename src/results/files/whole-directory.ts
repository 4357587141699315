/** A directory that is there as a whole or not at all: written beside its place, forced to the disk, then renamed. */

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { makeDirectory, removeEmpty } from './make-directory.ts';
import { syncDirectory } from './sync-directory.ts';

export interface ResultFile {
  /** Inside the directory, with `/` between its parts. */
  readonly path: string;
  /** Called when the file is due, so that not all files are in memory at once. */
  readonly content: () => string | Uint8Array | Promise<Uint8Array>;
}

/** One whose content is there at once, to be hashed. */
export interface HashedFile extends ResultFile {
  readonly content: () => string | Uint8Array;
}

/** May throw to refuse what stands where the directory is to go; given the names in it, or that it is no directory. */
export type Judge = (place: string, found: readonly string[] | 'no directory') => Promise<void>;

/**
 * Writes the files, then puts them in the place of `directory` (of what it points to, where it is a link). What stood
 * there goes only when the new directory is in its place. Whatever is thrown on the way, nothing new is left behind.
 */
export function writeWholeDirectory(
  directory: string,
  files: Iterable<ResultFile> | AsyncIterable<ResultFile>,
  judge: Judge,
  signal?: AbortSignal,
): Promise<void> {
  return besidePlace(directory, judge, async (draft, place) => {
    for await (const file of files) {
      signal?.throwIfAborted();
      await writeFile(draft, file);
    }
    await syncDirectories(draft);
    signal?.throwIfAborted();
    await judgePlace(place, judge);
    await putInPlace(draft, place);
    await syncDirectory(dirname(place));
    return 'kept';
  });
}

/**
 * Whether `writeWholeDirectory` could write there now: found out by writing and taking it away again, before long work
 * whose answer would have no place.
 *
 * @throws what the judge or the system refuses with
 */
export function tryWholeDirectory(directory: string, judge: Judge): Promise<void> {
  return besidePlace(directory, judge, async (draft, place) => {
    await writeFile(draft, { path: 'draft', content: () => 'draft' });
    // What is mounted there cannot be moved out of the way. Only what is empty is moved to find out.
    if ((await namesIn(place))?.length === 0) {
      const aside = `${draft}.old`;
      await rename(place, aside);
      await rename(aside, place);
    }
    return 'taken away';
  });
}

async function besidePlace(
  directory: string,
  judge: Judge,
  work: (draft: string, place: string) => Promise<'kept' | 'taken away'>,
): Promise<void> {
  const place = await realpath(directory).catch(() => resolve(directory));
  await judgePlace(place, judge);
  const parent = dirname(place);
  const firstMade = await makeDirectory(parent);
  const draft = join(parent, `.${basename(place).slice(0, 40)}.${randomUUID()}.partial`);
  let end: 'kept' | 'taken away' = 'taken away';
  try {
    await mkdir(draft);
    end = await work(draft, place);
  } finally {
    await rm(draft, { recursive: true, force: true });
    if (end !== 'kept') await removeEmpty(parent, firstMade);
  }
}

async function judgePlace(place: string, judge: Judge): Promise<void> {
  const found = await namesIn(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return 'no directory' as const;
    throw error;
  });
  if (found !== undefined && found.length > 0) await judge(place, found);
}

/** Undefined where there is nothing. */
function namesIn(place: string): Promise<string[] | undefined> {
  return readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function writeFile(draft: string, { path, content }: ResultFile): Promise<void> {
  const place = join(draft, path);
  await makeDirectory(dirname(place));
  await using handle = await open(place, 'wx');
  await handle.writeFile(await content());
  await handle.sync();
}

/** No system renames over a directory that holds files, so for an instant the old one stands beside the new one. */
async function putInPlace(draft: string, place: string): Promise<void> {
  const old = `${draft}.old`;
  const hadOld = await rename(place, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(draft, place);
  } catch (error) {
    if (hadOld) await rename(old, place);
    throw error;
  }
  if (hadOld) await rm(old, { recursive: true, force: true });
}

/** The names of files are on the disk when their directories are. */
async function syncDirectories(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true });
  for (const entry of entries) if (entry.isDirectory()) await syncDirectories(join(directory, entry.name));
  await syncDirectory(directory);
}
