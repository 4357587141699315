/** Files of a directory that nobody vouches for: nothing is read that does not truly stand inside it. */

import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, posix } from 'node:path';
import type { Issue } from '../../errors.ts';
import { sha256Of } from '../inputs/stored-inputs.ts';

/** Beyond any file that a result holds: a century of hours fits. */
const LARGEST_BYTES = 2 ** 29;

export interface Inside {
  readonly root: string;
  /** All that was wrong with files so far. */
  readonly issues: Issue[];
  /** SHA-256 of each file as it was read. */
  readonly hashes: Map<string, string>;
  /** Files of JSON whose text is not the one that hourmatch writes for what they say: a field may stand there twice. */
  readonly laidOutOtherwise: string[];
}

/** Opens a directory for `readInside`. */
export async function openInside(directory: string): Promise<Inside> {
  const issues: Issue[] = [];
  const root = await realpath(directory).catch((error: unknown) => {
    issues.push(unreadable(directory, reasonOf(error), 'a result directory'));
    return directory;
  });
  return { root, issues, hashes: new Map(), laidOutOtherwise: [] };
}

/**
 * The bytes of a file. Paths that leave the directory, links and whatever is no ordinary file are refused.
 *
 * @param path inside the directory, with `/` between its parts
 * @returns undefined, and an issue more, where there is nothing to read; without an issue where it may be absent and is
 */
export async function readInside(
  { root, issues, hashes }: Inside,
  path: string,
  mayBeAbsent = false,
): Promise<Uint8Array | undefined> {
  const refuse = (problem: string) => {
    issues.push(unreadable(path, problem, 'an ordinary file inside the result directory'));
    return undefined;
  };
  if (!isPlainPath(path)) return refuse('the path leads out of the result directory');
  try {
    const place = join(root, path);
    if ((await realpath(place)) !== place) return refuse('a link stands on the way');
    await using handle = await open(place, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOFOLLOW ?? 0));
    const status = await handle.stat();
    if (!status.isFile()) return refuse('not a file');
    if (status.size > LARGEST_BYTES) return refuse(`${status.size} bytes are more than any result holds`);
    const bytes = await handle.readFile();
    hashes.set(path, sha256Of(bytes));
    return bytes;
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return isAbsent && mayBeAbsent ? undefined : refuse(isAbsent ? 'the file is missing' : reasonOf(error));
  }
}

/** Far more than any result holds: who names another directory is not kept waiting. */
const MOST_ENTRIES = 100_000;

/** Paths of all that stands in the directory but directories that hold something, in order; links are not followed. */
export async function listInside({ root, issues }: Inside): Promise<string[]> {
  const found: string[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    if (entries.length === 0 && folder !== '') found.push(`${folder}/`);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) open.push(path);
      else found.push(path);
    }
    if (found.length + open.length <= MOST_ENTRIES) continue;
    issues.push(
      unreadable(folder, `more than ${MOST_ENTRIES} files`, 'a directory that holds a result and nothing else'),
    );
    break;
  }
  return found.sort();
}

function isPlainPath(path: string): boolean {
  const isOdd = path === '' || path.includes('\\') || path.includes('\0') || isAbsolute(path);
  return !isOdd && posix.normalize(path) === path && !path.split('/').includes('..');
}

export function unreadable(file: string, problem: string, expected: string, where = 'file'): Issue {
  return { code: 'result.unreadable', where, problem, expected, file };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
