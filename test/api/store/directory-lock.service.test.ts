import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockDirectory } from '../../../api/store/directory-lock.ts';
import { hourmatch, temporaryDirectory } from '../../cli/hourmatch.ts';

const locksIn = async (directory: string) => (await readdir(directory)).filter((name) => /lock/.test(name));

test('a directory is held by one, and free when it has gone', async () => {
  await using place = await temporaryDirectory();
  const first = await lockDirectory(place.path);
  await expect(lockDirectory(place.path)).rejects.toThrow(/is in use by process \d+\. Two servers on one directory/);
  await first[Symbol.asyncDispose]();
  await using _ = await lockDirectory(place.path);
  expect(await locksIn(place.path)).toEqual(['lock-1']);
});

test('of many who come at once, one gets it', async () => {
  await using place = await temporaryDirectory();
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => lockDirectory(place.path)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('the lock of a process that died is taken over, also where its number belongs to another by now', async () => {
  await using place = await temporaryDirectory();
  const dead = { pid: process.pid, host: hostname(), boot: 'another boot', started: '1' };
  await writeFile(join(place.path, 'lock-7'), JSON.stringify(dead));
  await using _ = await lockDirectory(place.path);
  expect(await locksIn(place.path)).toEqual(['lock-8']);
});

test('a lock that lost its content in a power cut is of nobody', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'lock-3'), '');
  await using _ = await lockDirectory(place.path);
  expect(await locksIn(place.path)).toEqual(['lock-4']);
});

test('a holder on another machine cannot be judged, and is not robbed', async () => {
  await using place = await temporaryDirectory();
  const far = { pid: 1, host: 'elsewhere', boot: '', started: '1' };
  await writeFile(join(place.path, 'lock-1'), JSON.stringify(far));
  await expect(lockDirectory(place.path)).rejects.toThrow(/on elsewhere.*remove .*lock-1/s);
});

test('a second server on one directory says whose it is and ends', async () => {
  await using place = await temporaryDirectory();
  await using _ = await lockDirectory(place.path);
  const { code, stderr } = await hourmatch(['serve', '--port', '0', '--data-dir', place.path]);
  expect(code).toBe(64);
  expect(stderr).toContain(`is in use by process ${process.pid}. Two servers on one directory would lose rows`);
});
