/**
 * One process at a time for a directory: two on one embedded database would silently lose rows. The lock is a numbered
 * file that names its holder; a new holder makes the next number, so no living one is ever robbed by a race.
 */

import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeDirectory } from '../../src/results/files/make-directory.ts';
import { StoreError } from './store-error.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly boot: string;
  /** In ticks since boot: a number may be given to another process later. */
  readonly started: string;
}

/** Each means that another process was quicker; no number of starts comes near. */
const MOST_TRIES = 1000;

const lockName = /^lock-(\d{1,9})$/;

/** @throws StoreError where a living process holds the directory. */
export async function lockDirectory(directory: string): Promise<AsyncDisposable> {
  await makeDirectory(directory);
  const draft = join(directory, `.lock-${randomUUID()}`);
  const me = await holderOf(process.pid);
  await writeFile(draft, JSON.stringify(me), { flag: 'wx' });
  try {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const newest = await newestLock(directory);
      if (newest !== undefined) await requireDead(directory, newest);
      const number = (newest ?? 0) + 1;
      const path = lockPath(directory, number);
      if (!(await isMade(draft, path))) continue;
      if ((await newestLock(directory)) !== number) {
        await rm(path, { force: true });
        continue;
      }
      for (const old of await locksIn(directory)) if (old < number) await rm(lockPath(directory, old), { force: true });
      return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
    }
    throw new StoreError(
      `${directory} cannot be locked: what is written there is not seen there. Give another --data-dir.`,
    );
  } finally {
    await unlink(draft);
  }
}

const lockPath = (directory: string, number: number) => join(directory, `lock-${number}`);

async function isMade(draft: string, path: string): Promise<boolean> {
  try {
    // With its content from the first instant on, unlike a file that is opened and then written.
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function locksIn(directory: string): Promise<number[]> {
  return (await readdir(directory)).flatMap((name) => Number(lockName.exec(name)?.[1] ?? Number.NaN) || []);
}

async function newestLock(directory: string): Promise<number | undefined> {
  const numbers = await locksIn(directory);
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

async function requireDead(directory: string, number: number): Promise<void> {
  const path = lockPath(directory, number);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const holder = holderIn(text);
  // Linked with its content, so a living holder's is whole: this one lost it in a power cut.
  if (holder === undefined) return;
  if (holder.host !== hostname()) {
    throw new StoreError(
      `${directory} is held by process ${holder.pid} on ${holder.host}, which cannot be asked from here. ` +
        `If that machine is gone, remove ${path}.`,
    );
  }
  const now = await holderOf(holder.pid).catch(() => undefined);
  if (now === undefined || now.started !== holder.started || now.boot !== holder.boot) return;
  throw new StoreError(
    `${directory} is in use by process ${holder.pid}. Two servers on one directory would lose rows: stop that one, give ` +
      'another --data-dir, or share a PostgreSQL server through DATABASE_URL.',
  );
}

function holderIn(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** @throws where there is no such process */
async function holderOf(pid: number): Promise<Holder> {
  process.kill(pid, 0);
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  // The name of the program, in brackets, may hold spaces; the start is the 20th field after it.
  const started = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return { pid, host: hostname(), boot: boot.trim(), started };
}
