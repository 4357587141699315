/** Threads that solve one run after another: to load the engine costs a processor one to two seconds, so they stay. */

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Solved, SolveJob, SolveMessage } from './solve-job.ts';

/** A solver keeps the memory that its largest programme took; a thread without work gives it back after this. */
const IDLE_MILLISECONDS = 30_000;
/** `threadId` of a worker whose thread has ended. */
const ENDED = -1;

export type Told = Extract<SolveMessage, { kind: 'event' | 'log' | 'part' }>;

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

export interface SolvingThreads {
  /**
   * On a thread that waits, or a new one. The signal ends the thread, whatever it is doing; so does a failure, after which
   * nothing of a thread is trusted.
   *
   * @throws the signal's reason once it has fired and the thread with all threads of its own has ended
   * @throws SolveFailure
   */
  solve(job: SolveJob, signal: AbortSignal, hear: (message: Told) => void): Promise<Solved>;
  /** Ends the threads that wait. */
  close(): Promise<void>;
}

const startThread = (): Worker => new Worker(new URL(`./solve-thread${extname(import.meta.url)}`, import.meta.url));

export function openSolvingThreads(idleMilliseconds = IDLE_MILLISECONDS, newThread = startThread): SolvingThreads {
  const waiting = new Map<Worker, NodeJS.Timeout>();
  const keep = (worker: Worker) => {
    // Answer and end of a thread can be heard in one breath, and nothing would ever come of a run that is posted to it.
    if (worker.threadId === ENDED) return;
    waiting.set(
      worker,
      setTimeout(() => void take(worker).terminate(), idleMilliseconds),
    );
  };
  const take = (worker: Worker): Worker => {
    clearTimeout(waiting.get(worker));
    waiting.delete(worker);
    return worker;
  };
  const start = (): Worker => {
    const worker = newThread();
    // Whoever waits for its answer hears of it as well; with nobody waiting it would end the process.
    worker.on('error', () => take(worker));
    worker.once('exit', () => take(worker));
    return worker;
  };
  return {
    async solve(job, signal, hear) {
      signal.throwIfAborted();
      const [last] = [...waiting.keys()].slice(-1);
      const worker = last ? take(last) : start();
      try {
        const solved = await answerOf(worker, job, signal, hear);
        keep(worker);
        return solved;
      } catch (error) {
        await worker.terminate();
        throw error;
      }
    },
    async close() {
      await Promise.all([...waiting.keys()].map((worker) => take(worker).terminate()));
    },
  };
}

async function answerOf(
  worker: Worker,
  job: SolveJob,
  signal: AbortSignal,
  hear: (message: Told) => void,
): Promise<Solved> {
  const { promise, resolve, reject } = Promise.withResolvers<Solved>();
  const onAbort = () => reject(signal.reason);
  const onMessage = (message: SolveMessage) => {
    if (message.kind === 'done') resolve(message.solved);
    else if (message.kind === 'failed') reject(new SolveFailure(message.name, message.message, message.code));
    else hear(message);
  };
  const onError = ({ name, message, code }: NodeJS.ErrnoException) => reject(new SolveFailure(name, message, code));
  const onExit = () => reject(new SolveFailure('ThreadEnded', 'the solving thread ended without an answer'));
  signal.addEventListener('abort', onAbort, { once: true });
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  try {
    worker.postMessage(job);
    return await promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  }
}
