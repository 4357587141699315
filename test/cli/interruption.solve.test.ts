import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hourmatch, temporaryDirectory } from './hourmatch.ts';
import { withBattery, writeTinyScenario } from './tiny-scenario.ts';

test.for(['SIGINT', 'SIGTERM'] as const)(
  '%s during a solve ends within a second, with 130 and nothing written',
  async (signal) => {
    await using place = await temporaryDirectory();
    const scenario = await writeTinyScenario(place.path, [withBattery]);
    let sent = Number.NaN;
    const { code, stdout, stderr } = await hourmatch(['optimise', scenario], {
      cwd: place.path,
      onNote: (text, child) => {
        if (!Number.isNaN(sent) || !text.includes('round')) return;
        sent = performance.now();
        child.kill(signal);
      },
    });
    expect(performance.now() - sent).toBeLessThan(1000);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/Interrupted; nothing was written\.\n$/);
    expect((await readdir(place.path)).sort()).toEqual(['scenario.yaml', 'year.csv']);
  },
);

test('a reader that goes away early is no fault', async () => {
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, 'schema'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
