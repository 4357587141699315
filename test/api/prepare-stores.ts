/** A process that makes stores to copy, says where they are, and keeps the server up until whoever asked is gone. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, glob, mkdtemp, readFile, rename, rm, statfs } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openService, type ServicePlace } from '../../api/service.ts';
import { repository } from '../fixtures/repository.ts';
import { startPostgres } from './postgres.ts';
import type { PreparedStores } from './prepared-stores.ts';

// Every later process of a first run finds compiled what this one has loaded; by itself it would be kept at the end.
flushCompileCache();

const TEMPLATE = 'prepared';
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 2 ** 30;

/** In memory where there is room: nobody pulls the plug here, so waiting for the disk proves nothing. */
async function roomyPlace(): Promise<string> {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
}

async function openOnce(place: ServicePlace): Promise<void> {
  const service = await openService(place, () => undefined);
  await service.close();
}

/** What the rows of a new store are made by, and of. */
async function hashOfMakers(): Promise<string> {
  const hash = createHash('sha256');
  const makers = ['package-lock.json', 'api/jobs/queue.ts', 'api/store/**/*.ts'];
  const files: string[] = [];
  for await (const file of glob(makers, { cwd: repository })) files.push(file);
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(repository, file)));
  return hash.digest('hex').slice(0, 16);
}

/** To make them costs a processor eight seconds, so they are kept for the next run until what makes them changes. */
async function makeRows(dataDirectory: string): Promise<void> {
  const rows = join(dataDirectory, 'rows');
  const kept = join(repository, `node_modules/.cache/hourmatch/rows-${await hashOfMakers()}`);
  if (existsSync(kept)) return cp(kept, rows, { recursive: true });
  await openOnce({ dataDirectory });
  for await (const old of glob(join(dirname(kept), 'rows-*'))) await rm(old, { recursive: true, force: true });
  const draft = `${kept}-${process.pid}`;
  await cp(rows, draft, { recursive: true });
  // There already where another run was sooner.
  await rename(draft, kept).catch(() => rm(draft, { recursive: true }));
}

const directory = await mkdtemp(join(await roomyPlace(), 'hourmatch-stores-'));
await chmod(directory, 0o755);
const dataDirectory = join(directory, 'data');
const making = makeRows(dataDirectory);
making.catch(() => undefined);
const server = await startPostgres(join(directory, 'postgres'));
const end = async () => {
  await server[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
};
// Ctrl-C reaches this process too: whoever asked for the stores ends first, and these with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => void end().then(() => process.exit()));
try {
  await server.createDatabase(TEMPLATE);
  await making;
  await openOnce({ dataDirectory, databaseUrl: server.urlOf(TEMPLATE) });
} catch (error) {
  await end();
  throw error;
}
process.send?.({
  directory,
  rows: join(dataDirectory, 'rows'),
  serverUrl: server.urlOf('postgres'),
  template: TEMPLATE,
} satisfies PreparedStores);
