import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../cli/hourmatch.ts';
import { told } from '../cli/in-process.ts';

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
}, 300_000);
