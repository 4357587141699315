/** A process of the service that waits, everything loaded, until it is told to start: restarting is then quick. */

import { flushCompileCache } from 'node:module';
import { startServer } from '../../api/server.ts';
import { startWorkerProcess } from '../../api/worker-process.ts';
import { ONE_THREAD } from './client.ts';
import type { StorePlace } from './stores.ts';

export interface Order {
  readonly role: 'server' | 'worker';
  readonly place: Pick<StorePlace, 'dataDirectory' | 'databaseUrl'>;
  readonly concurrency: number;
}

// Whoever is killed has no time for it.
flushCompileCache();
process.once('message', async ({ role, place, concurrency }: Order) => {
  const worker = { concurrency, threads: 1 };
  if (role === 'worker') {
    await startWorkerProcess({ ...place, databaseUrl: place.databaseUrl! }, worker, () => undefined);
    process.send?.({ url: '' });
  } else {
    const options = { ...place, host: '127.0.0.1', port: 0, logger: false as never, worker, pool: ONE_THREAD };
    process.send?.({ url: (await startServer(options)).url });
  }
});
// Whoever would stop it is gone.
process.once('disconnect', () => process.exit());
