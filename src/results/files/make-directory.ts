/** Directories with what is missing above them, in a finite number of questions to the system. */

import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a directory and all that is missing above it. Node's own recursive `mkdir` asks for ever where the system answers
 * that there is no such place, as Linux does below `/proc`.
 *
 * @returns the uppermost that was missing; undefined where all were there
 * @throws what the system refuses with; then nothing new is left
 */
export async function makeDirectory(directory: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let at = resolve(directory); !(await isDirectory(at)) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  const first = missing.at(-1);
  for (const path of missing.toReversed()) {
    try {
      await mkdir(path);
    } catch (error) {
      // Another process may have made it meanwhile.
      if (await isDirectory(path)) continue;
      await removeEmpty(dirname(path), first);
      throw error;
    }
  }
  return first;
}

/** Takes away what `makeDirectory` made, up to the first that holds something. */
export async function removeEmpty(directory: string, first: string | undefined): Promise<void> {
  if (first === undefined) return;
  for (let at = resolve(directory); at.length >= first.length; at = dirname(at)) {
    const isGone = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}
