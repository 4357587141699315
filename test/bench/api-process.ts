/** `hourmatch serve` and `hourmatch worker` as processes of their own, for what is measured from outside. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RunDocument } from '../../api/schemas/run.ts';
import { type Campus, tinyCampus } from '../api/campus.ts';
import { type Client, clientAt } from '../api/client.ts';
import type { StorePlace } from '../api/stores.ts';
import { withBattery } from '../cli/tiny-scenario.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Process extends AsyncDisposable {
  /** What it said first. */
  readonly greeting: string;
  residentMB(): Promise<number>;
}

export async function startProcess(words: readonly string[], place: StorePlace): Promise<Process> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [main, ...words, '--data-dir', place.dataDirectory, '--threads', '1'], {
    env: { ...inherited, ...(place.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [greeting] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    greeting,
    async residentMB() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024;
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

export interface Serving extends Process {
  readonly client: Client;
}

export async function startServing(place: StorePlace, runs: number): Promise<Serving> {
  const serving = await startProcess(['serve', '--port', '0', '--runs', String(runs)], place);
  const url = /http:\/\/[\d.]+:\d+/.exec(serving.greeting)?.[0];
  if (url === undefined) throw new Error(`No address in ${serving.greeting}`);
  return { ...serving, client: clientAt(url, async () => undefined) };
}

export const easy = (): Promise<Campus> => tinyCampus();
/** Busy for many seconds. */
export const hard = (): Promise<Campus> => tinyCampus([withBattery]);

/** Runs of one year, no two with the same answer. */
export async function submitMany(client: Client, campus: Campus, count: number, first = 0): Promise<RunDocument[]> {
  await client.upload({ file: campus.profile, name: 'year' });
  const stored = (await (await client.send('POST', '/v1/scenarios', campus.scenario)).json()) as { id: string };
  const runs: RunDocument[] = [];
  for (let at = first; at < first + count; at++) {
    const body = { scenario: stored.id, options: { relativeGap: 1e-6 + at * 1e-9 } };
    const answer = await client.send('POST', '/v1/runs', body);
    if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
    runs.push((await answer.json()) as RunDocument);
  }
  return runs;
}
