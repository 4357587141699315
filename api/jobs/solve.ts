/** Runs one solve on its thread; a signal ends the thread, whatever it is doing. */

import { Worker } from 'node:worker_threads';
import type { Solved, SolveJob, SolveMessage } from './solve-job.ts';

export type Told = Extract<SolveMessage, { kind: 'event' | 'log' }>;

/** The scenario, the solver or the machine under it failed; `code` is of the system where it was the machine. */
export class SolveFailure extends Error {
  override readonly name = 'SolveFailure';
  readonly kind: string;
  readonly code: string | undefined;

  constructor(kind: string, message: string, code?: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

/**
 * @throws the signal's reason once it has fired and the thread with all threads of its own has ended
 * @throws SolveFailure
 */
export async function solve(job: SolveJob, signal: AbortSignal, hear: (message: Told) => void): Promise<Solved> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./solve-thread.ts', import.meta.url), { workerData: job });
  const { promise, resolve, reject } = Promise.withResolvers<Solved>();
  const onAbort = () => reject(signal.reason);
  worker.on('message', (message: SolveMessage) => {
    if (message.kind === 'done') resolve(message.solved);
    else if (message.kind === 'failed') reject(new SolveFailure(message.name, message.message, message.code));
    else hear(message);
  });
  worker.on('error', (error: Error) => reject(new SolveFailure(error.name, error.message)));
  worker.on('exit', () => reject(new SolveFailure('ThreadEnded', 'the solving thread ended without an answer')));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}
