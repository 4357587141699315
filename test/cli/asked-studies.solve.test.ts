import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectReadme } from '../examples/readme-block.ts';
import { temporaryDirectory } from './hourmatch.ts';
import { told } from './in-process.ts';
import { writeTinyScenario } from './tiny-scenario.ts';

test('what would make a plan possible is told as the README shows it, and verified until it is altered', async () => {
  await using place = await temporaryDirectory();
  const at = { cwd: place.path };
  await writeTinyScenario(join(place.path, 'tiny'), [['wind, siteMaximumMW: 500', 'wind, siteMaximumMW: 60']]);
  expectReadme('repair tiny', await told(['repair', 'tiny/scenario.yaml', '-o', 'repaired'], at));
  expect(await told(['verify', 'repaired'], at)).toMatchObject({ code: 0, stderr: '' });
  const file = join(place.path, 'repaired', 'repair.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/"needed": 99\.9\d*|"needed": 100(\.\d*)?/, '"needed": 90'));
  const altered = await told(['verify', 'repaired'], at);
  expect(altered.code).toBe(3);
  expect(altered.stdout).toContain('remedies[0].needed');
}, 300_000);

test('which sizes are certain is told as the README shows it, and verified', async () => {
  await using place = await temporaryDirectory();
  const at = { cwd: place.path };
  await writeTinyScenario(join(place.path, 'tiny'));
  const words = ['alternatives', 'tiny/scenario.yaml', '--slack', '0.02,0.05', '-o', 'choices'];
  expectReadme('alternatives tiny', await told(words, at));
  expect(await told(['verify', 'choices'], at)).toMatchObject({ code: 0, stderr: '' });
}, 300_000);
