/** A directory that is there as a whole or not at all: written beside its place, forced to the disk, then renamed. */

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

export interface ResultFile {
  /** Inside the directory, with `/` between its parts. */
  readonly path: string;
  /** Called when the file is due, so that not all files are in memory at once. */
  readonly content: () => string | Uint8Array;
}

/** May throw to refuse what stands where the directory is to go; given the names in it, or that it is no directory. */
export type Judge = (place: string, found: readonly string[] | 'no directory') => Promise<void>;

/**
 * Writes the files, then puts them in the place of `directory` (of what it points to, where it is a link). What stood
 * there goes only when the new directory is in its place. Whatever is thrown on the way, nothing new is left behind.
 */
export async function writeWholeDirectory(
  directory: string,
  files: Iterable<ResultFile>,
  judge: Judge,
  signal?: AbortSignal,
): Promise<void> {
  const place = await realpath(directory).catch(() => resolve(directory));
  await judgePlace(place, judge);
  const parent = dirname(place);
  const firstMade = await mkdir(parent, { recursive: true });
  const draft = join(parent, `.${basename(place).slice(0, 40)}.${randomUUID()}.partial`);
  try {
    await mkdir(draft);
    for (const file of files) {
      signal?.throwIfAborted();
      await writeFile(draft, file);
    }
    await syncDirectories(draft);
    signal?.throwIfAborted();
    await judgePlace(place, judge);
    await putInPlace(draft, place);
    await syncDirectory(parent);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (firstMade !== undefined) await removeEmpty(parent, firstMade);
    throw error;
  }
}

async function judgePlace(place: string, judge: Judge): Promise<void> {
  const found = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return 'no directory' as const;
    throw error;
  });
  if (found.length > 0) await judge(place, found);
}

async function writeFile(draft: string, { path, content }: ResultFile): Promise<void> {
  const place = join(draft, path);
  await mkdir(dirname(place), { recursive: true });
  await using handle = await open(place, 'wx');
  await handle.writeFile(content());
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

async function syncDirectory(directory: string): Promise<void> {
  await using handle = await open(directory, 'r');
  await handle.sync();
}

async function removeEmpty(from: string, upTo: string): Promise<void> {
  for (let directory = from; directory.length >= upTo.length; directory = dirname(directory)) {
    const isGone = await rmdir(directory).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
