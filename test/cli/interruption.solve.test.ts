import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hourmatch, temporaryDirectory } from './hourmatch.ts';
import { withBattery, writeTinyScenario } from './tiny-scenario.ts';

test.for([
  ['SIGINT', '2'],
  ['SIGTERM', '1'],
] as const)(
  '%s during a solve ends amid it, with 130 and nothing written, on %s threads',
  async ([signal, threads]) => {
    await using place = await temporaryDirectory();
    const scenario = await writeTinyScenario(place.path, [withBattery]);
    let [isSent, toldAfterwards] = [false, 0];
    const { code, stdout, stderr } = await hourmatch(['optimise', scenario, '--workers', threads], {
      cwd: place.path,
      onNote: (text, child) => {
        if (isSent) toldAfterwards += text.match(/round \d/g)?.length ?? 0;
        if (isSent || !text.includes('round')) return;
        isSent = true;
        child.kill(signal);
      },
      endsWithinMilliseconds: 40_000,
    });
    // A round is some tenths of a second, and of a whole solve there are dozens.
    expect(toldAfterwards).toBeLessThanOrEqual(2);
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
