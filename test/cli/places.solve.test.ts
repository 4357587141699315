import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from './hourmatch.ts';
import { told } from './in-process.ts';
import { writeTinyScenario } from './tiny-scenario.ts';

/** Linux answers there that no such place exists, however often it is asked to make one. */
const NOWHERE = '/proc/hourmatch/a/out';
const foreign = 'time;power [MW]\n2005-01-01 00:00;1\n';

test.for([
  ['optimise', 'scenario.yaml', '-o', NOWHERE],
  ['optimise', 'scenario.yaml', '-o', 'scenario.yaml/out'],
  ['export', 'scenario.yaml', '--format', 'mps', '-o', join(NOWHERE, 'a.mps')],
  ['export', 'scenario.yaml', '--format', 'mps', '-o', '.'],
  ['init', NOWHERE],
  ['profiles', 'import', 'foreign.csv', '--as', 'wind', '-o', join(NOWHERE, 'a.csv')],
  ['profiles', 'synthesise', '--years', '2005', '-o', NOWHERE],
  ['serve', '--port', '0', '--data-dir', NOWHERE],
  ['keys', 'create', '--name', 'ci', '--data-dir', NOWHERE],
])('a place that cannot be made ends hourmatch %s before it works, and nothing is left', async (words) => {
  await using place = await temporaryDirectory();
  await writeTinyScenario(place.path);
  await writeFile(join(place.path, 'foreign.csv'), foreign);
  const before = await readdir(place.path, { recursive: true });
  const { code, stdout, stderr } = await told(words, { cwd: place.path });
  expect({ code, stdout }).toEqual({ code: expect.toBeOneOf([1, 64]), stdout: '' });
  expect(stderr).toMatch(/^error: /);
  expect(stderr).not.toMatch(/solved|fault of hourmatch/);
  expect(await readdir(place.path, { recursive: true })).toEqual(before);
});

test('what would be lost beside a result is told before the solve, not after it', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path);
  const out = join(place.path, 'out');
  await mkdir(out);
  await writeFile(join(out, 'result.json'), '{ "schemaVersion": 1 }');
  await writeFile(join(out, 'thoughts.md'), 'mine');
  const { code, stderr } = await told(['optimise', scenario, '-o', out, '--no-baselines']);
  expect(code).toBe(64);
  expect(stderr).toMatch(/thoughts\.md/);
  expect(stderr).not.toMatch(/solved/);
  expect((await readdir(out)).sort()).toEqual(['result.json', 'thoughts.md']);
});

test('a programme is written whole, through links and into pipes, and nothing else is left', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path);
  const exported = (file: string) => told(['export', scenario, '--format', 'lp', '-o', file], { cwd: place.path });
  await writeFile(join(place.path, 'real.lp'), 'old');
  await symlink('real.lp', join(place.path, 'link.lp'));
  expect(await exported('link.lp')).toMatchObject({ code: 0, stdout: '' });
  expect(await readFile(join(place.path, 'real.lp'), 'utf8')).toMatch(/\nEnd\n$/);
  expect((await exported('new/programme.lp')).code).toBe(0);
  execFileSync('mkfifo', [join(place.path, 'pipe')]);
  const [, text] = await Promise.all([exported('pipe'), readFile(join(place.path, 'pipe'), 'utf8')]);
  expect(text).toMatch(/\nEnd\n$/);
  const files = ['link.lp', 'new', 'new/programme.lp', 'pipe', 'real.lp', 'scenario.yaml', 'year.csv'];
  expect((await readdir(place.path, { recursive: true })).sort()).toEqual(files);
});
