/** Runs one job on a thread beside; a signal ends the thread, whatever it is doing. */

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JobMessage, JobName, Jobs } from './jobs.ts';

/** Threads that are done and wait for the next job; undefined where none is kept. */
let waiting: Worker[] | undefined;

/** From now on a thread waits for the next job, which spares that a second of loading, and keeps its memory so long. */
export function keepThreads(): void {
  waiting ??= [];
}

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
  const worker = waiting?.pop() ?? startThread();
  const { promise, resolve, reject } = Promise.withResolvers<Exclude<JobMessage, { kind: 'event' }>>();
  const listen = (message: JobMessage) => {
    if (message.kind === 'event') hear(message.event as Jobs[Name]['event']);
    else resolve(message);
  };
  const end = () => reject(new Error(`The thread of the job ${name} ended without an answer`));
  const stop = () => reject(signal.reason);
  worker.on('message', listen).on('error', reject).on('exit', end);
  signal.addEventListener('abort', stop, { once: true });
  let isAnswered = false;
  try {
    worker.ref();
    worker.postMessage({ name, input });
    const answer = await promise;
    isAnswered = true;
    if (answer.kind === 'done') return answer.output as Jobs[Name]['output'];
    const { errorOf } = await import('./failure.ts');
    throw errorOf(answer.failure);
  } finally {
    signal.removeEventListener('abort', stop);
    worker.off('message', listen).off('error', reject).off('exit', end);
    if (isAnswered && waiting !== undefined) {
      worker.unref();
      waiting.push(worker);
    } else await worker.terminate();
  }
}

function startThread(): Worker {
  const worker = new Worker(new URL(`./thread${extname(import.meta.url)}`, import.meta.url));
  // One that dies while it waits is missed by nobody, and taken by nobody.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    waiting = waiting?.filter((one) => one !== worker);
  });
  return worker;
}
