/** Solves on worker threads, so that the caller's thread stays free and a solve can be stopped. */

import { extname } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { InterruptedError, SolverError } from '../errors.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import { Unserved } from './interior-point/form/standard-columns.ts';
import { collectGarbage } from './interior-point/linalg/thread-memory.ts';
import { inBatches } from './interior-point/threads/batches.ts';
import type { Perform } from './interior-point/threads/block-tasks.ts';
import { byNumber, type SentInput } from './interior-point/threads/known-blocks.ts';
import type { SolverName } from './registry.ts';
import type { SolveOptions, SolveResult } from './solver.ts';
import type { BlockOutcome, BlockTask, SolveMessage, SolveOutcome, SolveTask } from './worker.ts';

/** A thread that dies takes its task with it; more often than this it is the task. */
const MOST_ATTEMPTS = 3;

/** A round leaves long arrays behind; with room for many of them the collector comes late. */
const YOUNG_MB = 4;

export interface SolverPoolOptions {
  /** Solves that run at the same time; the others wait in order. Each may take up to 2 GiB. */
  readonly threads: number;
  /** The file each thread runs, by default `worker` beside this one. */
  readonly workerFile?: URL;
}

export interface SolverPool {
  /**
   * Solves on the next free thread. The program's arrays are copied to the thread and stay the caller's, unless they lie
   * on a SharedArrayBuffer: then they are shared, and must not change until the answer is there. The answer's arrays
   * are moved back, not copied.
   *
   * @param control `signal` stops a waiting solve at once and a running one by ending its thread.
   * @throws SolverError when the solver fails or its thread dies.
   * @throws InterruptedError when the signal fires or the pool is closed.
   */
  solve(
    solver: SolverName,
    program: LinearProgram,
    options: SolveOptions,
    control?: { readonly signal?: AbortSignal },
  ): Promise<SolveResult>;
  /**
   * Does a task for a block on the next free thread. A task whose thread dies is done again by another.
   *
   * @throws SolverError when the task fails or its thread dies again and again.
   * @throws InterruptedError when the signal has fired or the pool is closed.
   */
  perform(signal?: AbortSignal): Perform;
  /**
   * Threads forget the blocks that they know, as soon as they have nothing else to do.
   *
   * @param collects whether their memory is given back then
   */
  forgetBlocks(collects: boolean): void;
  /** Ends all threads; what still runs or waits is interrupted. */
  close(): Promise<void>;
}

export function createSolverPool({ threads, workerFile = besideThisFile() }: SolverPoolOptions): SolverPool {
  // As many threads at least as at most: otherwise nobody replaces a thread that ended while others wait for it.
  const pool = new Piscina({
    filename: workerFile.href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // A thread that dies idle is replaced; there is nobody to tell.
  pool.on('error', () => undefined);
  const handOver = inBatches<BlockTask, BlockOutcome>(threads, (tasks) => pool.run(tasks, { name: 'blockTasks' }));
  let isClosed = false;
  return {
    async solve(solver, program, options, { signal } = {}) {
      if (isClosed || signal?.aborted) throw new InterruptedError('The solve was stopped before it began');
      const { port1, port2 } = new MessageChannel();
      const { onProgress, timeLimitSeconds } = options;
      const listener = listen(port1, onProgress);
      const task: SolveTask = {
        solver,
        // Labels are for people; a solver reads none.
        program: { ...program, columnBlocks: [], rowBlocks: [] },
        timeLimitSeconds,
        wantsProgress: onProgress !== undefined,
        port: port2,
      };
      try {
        const outcome: SolveOutcome = await pool.run(task, { transferList: [port2], signal: signal ?? null });
        // The answer may overtake what was said before it.
        listener.hearAll();
        if (outcome.kind === 'answered') return outcome.result;
        throw new SolverError(outcome.message);
      } catch (error) {
        if (error instanceof SolverError) throw error;
        if (isClosed || signal?.aborted) throw new InterruptedError('The solve was stopped', { cause: error });
        const reason = listener.breakdown() ?? (error instanceof Error ? error.message : String(error));
        throw new SolverError(`The thread of ${solver} ended: ${reason}`, { cause: error });
      } finally {
        port1.close();
      }
    },
    perform: (signal) => async (name, input) => {
      let sent: SentInput = byNumber(input);
      for (let attempt = 1; ; attempt++) {
        if (isClosed || signal?.aborted) throw new InterruptedError('The solve was stopped');
        let outcome: BlockOutcome;
        try {
          outcome = await handOver({ name, input: sent });
        } catch (error) {
          if (isClosed || attempt < MOST_ATTEMPTS) continue;
          const reason = error instanceof Error ? error.message : String(error);
          throw new SolverError(`The thread of a block ended: ${reason}`, { cause: error });
        }
        if (outcome.kind === 'unknown-block') {
          sent = input;
          continue;
        }
        if (outcome.kind === 'unserved') throw new Unserved(outcome.message);
        if (outcome.kind === 'failed') throw new SolverError(outcome.message);
        // Threads carry no types: the output is that of the task of this name.
        return outcome.output as never;
      }
    },
    forgetBlocks(collects) {
      if (isClosed) return;
      // A thread that ends has forgotten them.
      for (let k = 0; k < threads; k++) pool.run(collects, { name: 'forgetTask' }).catch(() => undefined);
      if (collects) collectGarbage();
    },
    async close() {
      isClosed = true;
      await pool.destroy();
    },
  };
}

/** The worker has this file's extension: `.ts` from the sources, `.js` once compiled. */
function besideThisFile(): URL {
  return new URL(`./worker${extname(import.meta.url)}`, import.meta.url);
}

function listen(port: MessagePort, onProgress: SolveOptions['onProgress']) {
  let breakdown: string | undefined;
  const hear = (message: SolveMessage): void => {
    if (message.kind === 'breakdown') breakdown = message.message;
    else onProgress?.(message.progress);
  };
  port.on('message', hear);
  return {
    /** Hears what was sent and has not been heard yet. */
    hearAll(): void {
      for (let left = receiveMessageOnPort(port); left; left = receiveMessageOnPort(port)) hear(left.message);
    },
    /** Why the thread gave itself up, if it said so. */
    breakdown(): string | undefined {
      this.hearAll();
      return breakdown;
    },
  };
}
