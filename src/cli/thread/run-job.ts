/** Runs one job on its thread; a signal ends the thread, whatever it is doing. */

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JobMessage, JobName, Jobs } from './jobs.ts';

/**
 * @throws the signal's reason once it has fired and the thread with all threads of its own has ended
 * @throws what the job throws, with its class if that is in the register
 */
export async function runJob<Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
  signal: AbortSignal,
  hear: (event: Jobs[Name]['event']) => void = () => undefined,
): Promise<Jobs[Name]['output']> {
  signal.throwIfAborted();
  const worker = new Worker(new URL(`./thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: { name, input },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Exclude<JobMessage, { kind: 'event' }>>();
  worker.on('message', (message: JobMessage) => {
    if (message.kind === 'event') hear(message.event as Jobs[Name]['event']);
    else resolve(message);
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error(`The thread of the job ${name} ended without an answer`)));
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  try {
    const end = await promise;
    if (end.kind === 'done') return end.output as Jobs[Name]['output'];
    const { errorOf } = await import('./failure.ts');
    throw errorOf(end.failure);
  } finally {
    await worker.terminate();
  }
}
