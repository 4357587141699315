/** A server and its worker whose parts a test can reach, and whose objects can be made to fail. */

import { createApp } from '../../api/app.ts';
import { startWorker } from '../../api/jobs/worker.ts';
import { openService, type Service } from '../../api/service.ts';
import type { ObjectStore } from '../../api/store/objects.ts';
import type { PoolSize } from '../../api/thread-pool/thread-pool.ts';
import { type Client, clientAt, NO_LIMIT_OF_DELAY, sharedThreads } from './client.ts';
import type { StorePlace } from './stores.ts';

export interface Opened extends AsyncDisposable {
  readonly client: Client;
  readonly service: Service;
  /** What takes the place of the real functions; empty at first. */
  readonly faults: Partial<ObjectStore>;
  readonly objects: ObjectStore;
}

/** @param size of threads that are its own */
export async function startOpened(place: StorePlace, concurrency = 1, size?: PoolSize): Promise<Opened> {
  const real = await openService(place, () => undefined);
  const { objects } = real;
  const faults: Partial<ObjectStore> = {};
  const service: Service = {
    ...real,
    objects: new Proxy(objects, { get: (_, name: keyof ObjectStore) => faults[name] ?? objects[name] }),
  };
  const app = await createApp(service, {
    pool: size ?? sharedThreads().pool,
    access: { mayBeOpen: true },
    mostDelayMilliseconds: NO_LIMIT_OF_DELAY,
  });
  const options = { concurrency: Math.max(1, concurrency), threads: 1, solving: sharedThreads().solving };
  const worker = concurrency > 0 ? await startWorker(service, options, () => undefined) : undefined;
  const close = async () => {
    await app.close();
    await worker?.close();
    await real.close();
  };
  const client = clientAt(await app.listen({ host: '127.0.0.1', port: 0 }), close);
  return { client, service, faults, objects, [Symbol.asyncDispose]: close };
}

export function fault(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}
