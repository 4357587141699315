import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../cli/hourmatch.ts';
import { told } from '../cli/in-process.ts';
import { repository } from '../fixtures/repository.ts';
import { readmePath } from './model-table.ts';
import { expectReadme } from './readme-block.ts';

test('what init writes is valid, can be solved, and the result is verified', async () => {
  await using place = await temporaryDirectory();
  const at = { cwd: place.path };
  const begun = await told(['init', 'campus'], at);
  expect(begun).toMatchObject({ code: 0, stderr: '' });
  expect(begun.stdout).toMatch(/hourmatch optimise campus\/scenario\.yaml/);
  expect((await readdir(join(place.path, 'campus'))).sort()).toEqual(['profiles', 'scenario.yaml']);

  expect(await told(['validate', 'campus/scenario.yaml'], at)).toMatchObject({ code: 0, stderr: '' });

  const solved = await told(['optimise', 'campus/scenario.yaml'], at);
  expect(solved).toMatchObject({ code: 0 });
  expect(solved.stdout).toMatch(/SYNTHETIC PROFILES/);
  expect(solved.stdout).toMatch(/Flexible load saves/);

  expect(await told(['verify', 'out/nouaceur-first-phase'], at)).toMatchObject({ code: 0, stderr: '' });
  await expectAudit(place.path);

  for (const year of [2008, 2009]) {
    const file = `profiles/synthetic-${year}.csv`;
    await copyFile(join(repository, 'data', file), join(place.path, 'campus', file));
  }
  const scenario = ['--scenario', 'campus/scenario.yaml'];
  const words = ['out/nouaceur-first-phase', '--years', '2008,2009', ...scenario, '--no-stress'];
  expectReadme('outsample out/first-phase', await told(['outsample', ...words], at));

  const hours = ['--hours', '168', '--forecast', 'errors', '-o', 'operated'];
  expectReadme('operate out/first-phase', await told(['operate', 'out/nouaceur-first-phase', ...hours], at));
  expect(await told(['verify', 'operated'], at)).toMatchObject({ code: 0, stderr: '' });
}, 300_000);

/** Follows an hour of load as the README tells it to; its commands of ours are answered in this process. */
async function expectAudit(cwd: string): Promise<void> {
  const [, block = ''] = /<!-- audit: .*?-->\n```sh\n(.*?)```/s.exec(readFileSync(readmePath, 'utf8'))!;
  const here = block.replaceAll('out/my-campus', 'out/nouaceur-first-phase');
  const [, making, script, checking] = /^npx hourmatch (.*?)\n(.*)npx hourmatch (.*)\n$/s.exec(here)!;
  expect(await told(making!.split(' '), { cwd })).toMatchObject({ code: 0 });
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', `${script}pwd`], { cwd });
  const lines = stdout.trimEnd().split('\n');
  const checked = await told(checking!.split(' '), { cwd: lines.pop()! });
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^verified\. 7 files/) });
  const records = lines.filter((line) => line.startsWith('40-mw--synthetic-2005/'));
  const [load, ...rest] = records.map((line) => line.split(','));
  const [production, charge, discharge] = [rest.pop()!, rest.pop()!, rest.pop()!];
  // Load is served by its slices but for a few watt-hours, each watt-hour of it once.
  const served = rest.reduce((sum, slice) => sum + Number(slice[4]), 0);
  expect(Number(load![5]) - served).toBe(Number(load![13]));
  expect(Number(load![13])).toBeLessThan(10);
  const slice = rest.at(-1)!;
  expect(slice[6]).toBe('true');
  expect([production[0], charge[0], discharge[0]]).toEqual([slice[7], slice[14], slice[16]]);
  // Its watt-hours lie among those that were charged, and those among the certificate's.
  expect(Number(slice[11])).toBeGreaterThanOrEqual(Number(charge[11]));
  expect(Number(slice[12])).toBeLessThanOrEqual(Number(charge[12]));
  expect(Number(charge[11])).toBeGreaterThanOrEqual(Number(production[3]));
  expect(Number(charge[12])).toBeLessThanOrEqual(Number(production[4]));
}
