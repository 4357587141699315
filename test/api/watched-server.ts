/** A server that watches itself: how long the longest turn of its main thread was, in time of the processor. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../api/server.ts';
import { type Client, clientAt } from './client.ts';

export interface WatchedClient extends Client {
  /** Since it was asked last, in milliseconds of the processor: other processes do not count. */
  longestTurn(): Promise<number>;
}

export async function startWatched(dataDirectory: string): Promise<WatchedClient> {
  const child = fork(fileURLToPath(import.meta.url), [dataDirectory], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  const client = clientAt(url, async () => {
    child.disconnect();
    await once(child, 'exit');
  });
  return Object.assign(client, {
    longestTurn: async () => {
      const answer = once(child, 'message');
      child.send('longest turn');
      return ((await answer) as [number])[0];
    },
  });
}

async function watchItself(dataDirectory: string): Promise<void> {
  let longest = 0;
  let last = process.threadCpuUsage();
  const turn = () => {
    const now = process.threadCpuUsage();
    longest = Math.max(longest, (now.user + now.system - last.user - last.system) / 1000);
    last = now;
    setTimeout(turn, 1).unref();
  };
  const server = await startServer({
    ...{ dataDirectory, host: '127.0.0.1', port: 0, logger: false as never, worker: { concurrency: 0, threads: 1 } },
  });
  process.on('message', () => {
    process.send?.(longest);
    longest = 0;
  });
  process.once('disconnect', () => void server.close().then(() => process.exit()));
  turn();
  process.send?.(server.url);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await watchItself(process.argv[2]!);
