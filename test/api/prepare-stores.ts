/** A process that makes stores to copy, says where they are, and keeps the server up until whoever asked is gone. */

import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openService, type ServicePlace } from '../../api/service.ts';
import { startPostgres } from './postgres.ts';
import type { PreparedStores } from './prepared-stores.ts';

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

const directory = await mkdtemp(join(await roomyPlace(), 'hourmatch-stores-'));
await chmod(directory, 0o755);
const dataDirectory = join(directory, 'data');
const making = openOnce({ dataDirectory });
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
