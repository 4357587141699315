/** A server in a process of its own, as its users start it: its memory is its own, and so is its death. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../fixtures/repository.ts';
import type { StorePlace } from './stores.ts';

export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  residentMB(): number;
  /** Milliseconds until /healthz says that it lives. */
  beat(): Promise<number>;
}

/** @param files that it may hold open at most */
export async function startServerProcess(place: StorePlace, files?: number): Promise<ServerProcess> {
  const words = [
    join(repository, 'src/cli/main.ts'),
    'serve',
    '--port',
    '0',
    '--runs',
    '0',
    '--data-dir',
    place.dataDirectory,
  ];
  const limited = files === undefined ? [] : ['prlimit', `--nofile=${files}`];
  const [command, ...given] = [...limited, process.execPath, ...words];
  const env = { ...process.env, ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }) };
  const child = spawn(command!, given, { stdio: ['ignore', 'pipe', 'ignore'], env });
  const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const url = /http:\/\/[\d.]+:(\d+)/.exec(text)!;
  return {
    url: url[0],
    port: Number(url[1]),
    residentMB: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    beat: async () => {
      const began = performance.now();
      const answer = await fetch(`${url[0]}/healthz`, { signal: AbortSignal.timeout(20_000) });
      if (answer.status !== 200) throw new Error(`${answer.status}`);
      return performance.now() - began;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error('The server had ended before its test.');
      child.kill();
      await once(child, 'exit');
    },
  };
}
