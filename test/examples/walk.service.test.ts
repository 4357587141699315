import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../cli/hourmatch.ts';
import { repository } from '../fixtures/repository.ts';
import { readmePath } from './model-table.ts';

const walk = /<!-- walk: .*?-->(.*?)<!-- end of walk -->/s.exec(readFileSync(readmePath, 'utf8'))![1]!;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Terminal {
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
  /** As a terminal sends it: to everything that runs in it. */
  press(signal: 'SIGINT' | 'SIGKILL'): void;
}

function openTerminal(script: string, cwd: string): Terminal {
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd,
    env: { ...process.env, PATH },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      heard[stream] += text;
    });
  }
  return {
    // Closed when the last that writes to it has ended.
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, ...heard }))),
    press: (signal) => process.kill(-child.pid!, signal),
  };
}

test('the walk through the API in the README runs as it stands there', async () => {
  await using place = await temporaryDirectory();
  for (const name of ['api', 'data', 'node_modules', 'package.json', 'src']) {
    await symlink(join(repository, name), join(place.path, name));
  }
  const port = await freePort();
  const blocks = [...walk.replaceAll('8080', String(port)).matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block!);
  expect(blocks).toHaveLength(2);
  const server = openTerminal(blocks[0]!, place.path);
  const client = openTerminal(blocks[1]!, place.path);
  const patience = setTimeout(() => {
    for (const terminal of [server, client]) terminal.press('SIGKILL');
  }, 120_000);
  const { code, stdout, stderr } = await client.ended;
  server.press('SIGINT');
  const served = await server.ended;
  clearTimeout(patience);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  expect(served.stdout).toContain(`listens at http://127.0.0.1:${port}`);

  const events = [...stdout.matchAll(/^event: (\w+)$/gm)].map(([, event]) => event);
  expect(events.filter((event) => event === 'progress').length).toBeGreaterThan(0);
  expect(events.at(-1)).toBe('done');
  expect(stdout).toMatch(/^event: done\ndata: \{.*"answer":"optimal".*"status":"succeeded"/m);
  expect(stdout).toMatch(/"runs":5,.*"values":\[60,80,100,120,140\]/);
  const week = (await readFile(join(place.path, 'week.csv'), 'utf8')).trimEnd().split('\n');
  expect(week).toHaveLength(1 + 7 * 24);
  expect([week[0]!.split(',')[0], week[1]!.split(',')[0]]).toEqual(['hour', '2005-06-01T00:00Z']);
  expect(await readFile(join(place.path, 'report.html'), 'utf8')).toContain('Coast and desert');
}, 240_000);
