/** Runs one job on its thread; a signal ends the thread, whatever it is doing. */

import { Worker } from 'node:worker_threads';
import { InterruptedError } from '../../index.ts';
import { errorOf } from './failure.ts';
import type { JobMessage, JobName, Jobs } from './jobs.ts';

/**
 * @throws InterruptedError once the signal has fired and the thread with all threads of its own has ended
 * @throws what the job throws, with its class if that is in the register
 */
export async function runJob<Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
  signal: AbortSignal,
  hear: (event: Jobs[Name]['event']) => void,
): Promise<Jobs[Name]['output']> {
  const interrupted = () => new InterruptedError('The work was stopped');
  if (signal.aborted) throw interrupted();
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { name, input } });
  const { promise, resolve, reject } = Promise.withResolvers<Jobs[Name]['output']>();
  worker.on('message', (message: JobMessage) => {
    if (message.kind === 'event') hear(message.event as Jobs[Name]['event']);
    else if (message.kind === 'done') resolve(message.output as Jobs[Name]['output']);
    else reject(errorOf(message.failure));
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error(`The thread of the job ${name} ended without an answer`)));
  signal.addEventListener('abort', () => reject(interrupted()), { once: true });
  try {
    return await promise;
  } finally {
    await worker.terminate();
  }
}
