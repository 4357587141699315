/** A process that only solves, beside servers and other workers on one PostgreSQL: it answers nobody, and loads nothing that does. */

import { startWorker, type WorkerOptions } from './jobs/worker.ts';
import { type ErrorLog, openService, type Running, type ServicePlace, type Tell } from './service.ts';

export async function startWorkerProcess(
  place: ServicePlace & Required<Pick<ServicePlace, 'databaseUrl'>>,
  options: WorkerOptions,
  log: ErrorLog,
  tell?: Tell,
): Promise<Running> {
  const service = await openService(place, log, tell);
  const worker = await startWorker(service, options, log);
  return {
    close: async () => {
      await worker.close();
      await service.close();
    },
  };
}
