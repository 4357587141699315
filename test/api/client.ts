/** A server as its clients meet it, over the network. */

import { setTimeout as pause } from 'node:timers/promises';
import { openSolvingThreads, type SolvingThreads } from '../../api/jobs/solving-threads.ts';
import type { RunDocument } from '../../api/schemas/run.ts';
import { type ServerOptions, startServer } from '../../api/server.ts';
import { openThreadPool, type PoolSize, type ThreadPool } from '../../api/thread-pool/thread-pool.ts';
import { type Campus, formOf } from './campus.ts';
import type { StorePlace } from './stores.ts';

/** A server of the tests shares its process with them: nobody is to be sent away because a test was at work. */
export const NO_LIMIT_OF_DELAY = 0;

/** To load what a thread needs takes longer than most that is asked of it here. */
export const ONE_THREAD: PoolSize = { threads: 1, mostWaiting: 200 };

interface Threads {
  readonly pool: ThreadPool;
  readonly solving: SolvingThreads;
}

let threads: Threads | undefined;

/** Of all servers in this process, until it ends. They know the environment as it was when they were loaded. */
export function sharedThreads(): Threads {
  threads ??= { pool: openThreadPool(ONE_THREAD), solving: openSolvingThreads(LONGEST_FILE_MILLISECONDS) };
  return threads;
}

/** Of a run that is not about its plan: nobody keeps such a limit, so that it is answered without solving. */
export const UNSOLVED = { timeLimitSeconds: 1e-6 };

/** The queue waits a minute at most before it tries again. */
const LONGEST_RUN_MILLISECONDS = 150_000;

/** Longer than any file of tests has nothing to solve. */
const LONGEST_FILE_MILLISECONDS = 600_000;

export interface Visitor {
  readonly url: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  upload(parts: Readonly<Record<string, string | Buffer>>): Promise<Response>;
  /** The run once it has ended; throws where it does not in so long. */
  ended(id: string, patienceMilliseconds?: number): Promise<RunDocument>;
}

export type Client = Visitor & AsyncDisposable;

export async function startClient(
  { dataDirectory, databaseUrl }: StorePlace,
  concurrency = 1,
  more: Partial<ServerOptions> = {},
): Promise<Client> {
  const { pool, solving } = sharedThreads();
  const server = await startServer({
    dataDirectory,
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    logger: false as never,
    worker: { concurrency, threads: 1, solving },
    mostDelayMilliseconds: NO_LIMIT_OF_DELAY,
    pool,
    ...more,
  });
  return clientAt(server.url, server.close);
}

/** @param close ends what answers there */
export function clientAt(url: string, close: () => Promise<void>): Client {
  return { ...visitor(url), [Symbol.asyncDispose]: close };
}

/** @param secret key or token that comes with every request */
export function visitor(url: string, secret?: string): Visitor {
  const own: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  const send: Visitor['send'] = (method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...own, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    url,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    upload: (parts) => fetch(`${url}/v1/profiles`, { method: 'POST', headers: own, body: formOf(parts) }),
    async ended(id, patience = LONGEST_RUN_MILLISECONDS) {
      for (const until = Date.now() + patience; ; await pause(100)) {
        const run = (await (await send('GET', `/v1/runs/${id}`)).json()) as RunDocument;
        if (run.status !== 'queued' && run.status !== 'running') return run;
        if (Date.now() > until) throw new Error(`It does not end: ${JSON.stringify(run)}`);
      }
    },
  };
}

/** The profile that the scenarios of a campus name. @throws where it is not stored, which would be seen much later otherwise */
export async function uploadYear(client: Visitor, { profile }: Campus): Promise<void> {
  const answer = await client.upload({ file: profile, name: 'year' });
  if (answer.status !== 201 && answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
}

/** Sends the profile, then the run. */
export async function submit(
  client: Visitor,
  campus: Campus,
  more: Record<string, unknown> = {},
): Promise<RunDocument> {
  // Where it may not be sent and is not there, the run is refused.
  await client.upload({ file: campus.profile, name: 'year' });
  const answer = await client.send('POST', '/v1/runs', { scenario: campus.scenario, ...more });
  if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as RunDocument;
}
