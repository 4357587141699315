/** The server as a process: everything opened, listening, and closed again without losing a run. */

import type { AddressInfo } from 'node:net';
import type { FastifyServerOptions } from 'fastify';
import { AccessError } from './access/access-error.ts';
import type { IssuerOptions } from './access/issuer.ts';
import { isLoopback } from './access/loopback.ts';
import type { TrustedProxies } from './access/trusted-proxies.ts';
import { createApp } from './app.ts';
import { startWorker, type WorkerOptions } from './jobs/worker.ts';
import { forgetRuns } from './operations/deletion.ts';
import { type ErrorLog, openService, type Running, type Service, type ServicePlace, type Tell } from './service.ts';
import { forgetAudit, keepForgetting } from './store/forgetting.ts';
import { isAnyKey } from './store/keys.ts';
import type { PoolSize, ThreadPool } from './thread-pool/thread-pool.ts';

/** Longer than the year that an auditor asks about. */
const KEEP_AUDIT_DAYS = 400;

export interface ServerOptions extends ServicePlace {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly logger: NonNullable<FastifyServerOptions['logger']>;
  readonly worker: WorkerOptions;
  readonly issuer?: IssuerOptions | undefined;
  /** Whose X-Forwarded-For is believed; where it is left out, nobody's. */
  readonly proxies?: TrustedProxies | undefined;
  readonly requestsPerMinute?: number | undefined;
  readonly keepAuditDays?: number | undefined;
  /** Then a run that ended is deleted; never where it is left out. */
  readonly keepRunsDays?: number | undefined;
  readonly headMilliseconds?: number | undefined;
  /** That a run may be solved; a run that asks for more is refused. */
  readonly longestSeconds?: number | undefined;
  /** That the check of a batch may take. */
  readonly batchMilliseconds?: number | undefined;
  /** Of the event loop; whoever asks while it is later is told to come again. 0: never. */
  readonly mostDelayMilliseconds?: number | undefined;
  /** Of the threads for the short work of requests, or these themselves where somebody else closes them. */
  readonly pool?: PoolSize | ThreadPool | undefined;
  /** Takes what is done before it listens. */
  readonly tell?: Tell | undefined;
}

/** @throws StoreError where the store is another's, AccessError where it would be open to others, and what the system refuses with */
export async function startServer(options: ServerOptions): Promise<Running & { readonly url: string }> {
  let log: ErrorLog = () => undefined;
  const service = await openService(options, (error, doing) => log(error, doing), options.tell);
  try {
    await requireAccess(service, options);
    const { issuer, proxies } = options;
    const access = { mayBeOpen: isLoopback(options.host), issuer, proxies };
    const app = await createApp(service, { ...options, access });
    log = (error, doing) => app.log.error({ err: error }, doing);
    // Servers only: a worker does not know how long they are to keep it.
    const { keepAuditDays = KEEP_AUDIT_DAYS } = options;
    const stopForgetting = keepForgetting(
      () => forgetAudit(service.database.rows, keepAuditDays),
      (error) => log(error, 'forgetting audit'),
    );
    app.addHook('onClose', async () => stopForgetting());
    const { keepRunsDays } = options;
    if (keepRunsDays !== undefined) {
      const stopDeleting = keepForgetting(
        () => forgetRuns(service, keepRunsDays),
        (error) => log(error, 'deleting old runs'),
      );
      app.addHook('onClose', async () => stopDeleting());
    }
    const worker = options.worker.concurrency > 0 ? await startWorker(service, options.worker, log) : undefined;
    await app.listen({ host: options.host, port: options.port });
    const { address, port, family } = app.server.address() as AddressInfo;
    return {
      url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
      close: async () => {
        await app.close();
        await worker?.close();
        await service.close();
      },
    };
  } catch (error) {
    await service.close();
    throw error;
  }
}

async function requireAccess({ database }: Service, { host, issuer, proxies }: ServerOptions): Promise<void> {
  const isOfHere = isLoopback(host) && proxies === undefined;
  if (isOfHere || issuer !== undefined || (await isAnyKey(database.rows, 'in use'))) return;
  throw new AccessError(
    `${proxies === undefined ? host : `${host} behind a proxy`} can be reached from elsewhere, and there is no key yet. Make one before: hourmatch keys create --name mine\n` +
      '--scopes admin (with the same --data-dir or DATABASE_URL), or name an issuer of tokens with --issuer.',
  );
}
