import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../cli/hourmatch.ts';
import { reachable } from './postgres.ts';

test('programs in a folder that others may not enter are copied to where they may, and others stay where they are', async () => {
  await using place = await temporaryDirectory();
  await chmod(place.path, 0o755);
  const [closed, copy] = [join(place.path, 'closed'), join(place.path, 'copy')];
  const programs = join(closed, 'native');
  await mkdir(programs, { recursive: true });
  await writeFile(join(programs, 'initdb'), 'a program');
  expect(await reachable(programs, true, copy)).toBe(programs);
  await chmod(closed, 0o700);
  expect(await reachable(programs, false, copy)).toBe(programs);
  expect(await reachable(programs, true, copy)).toBe(copy);
  expect(await readFile(join(copy, 'initdb'), 'utf8')).toBe('a program');
});
