/** What runs on a thread of the pool: a solve, or a task for one block of a programme that several threads solve. */

import type { MessagePort } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { SolverError } from '../errors.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import { Unserved } from './interior-point/form/standard-columns.ts';
import { collectGarbage } from './interior-point/linalg/thread-memory.ts';
import { perform, type TaskName } from './interior-point/threads/block-tasks.ts';
import { completed, forgetBlocks, type SentInput } from './interior-point/threads/known-blocks.ts';
import { type SolverName, solvers } from './registry.ts';
import type { SolveOptions, SolveProgress, SolveResult } from './solver.ts';

export interface SolveTask {
  readonly solver: SolverName;
  readonly program: LinearProgram;
  readonly timeLimitSeconds: number;
  readonly wantsProgress: boolean;
  /** Open while the solve lasts. */
  readonly port: MessagePort;
}

export type SolveMessage =
  | { readonly kind: 'progress'; readonly progress: SolveProgress }
  | { readonly kind: 'breakdown'; readonly message: string };

/** Errors lose their class between threads, so a failure travels as a value. */
export type SolveOutcome =
  | { readonly kind: 'answered'; readonly result: SolveResult }
  | { readonly kind: 'failed'; readonly message: string };

export default async function solveTask(task: SolveTask): Promise<unknown> {
  const send = (message: SolveMessage): void => task.port.postMessage(message);
  const options: SolveOptions = {
    timeLimitSeconds: task.timeLimitSeconds,
    ...(task.wantsProgress && { onProgress: (progress) => send({ kind: 'progress', progress }) }),
  };
  try {
    return withoutCopy(await solvers[task.solver].solve(task.program, options));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof SolverError && !isTrap(error.cause)) return { kind: 'failed', message } satisfies SolveOutcome;
    // After a trap, or after what nobody foresaw, nothing of this thread is trusted any more.
    send({ kind: 'breakdown', message });
    return process.exit(1);
  } finally {
    task.port.close();
  }
}

export interface BlockTask {
  readonly name: TaskName;
  readonly input: SentInput;
}

export type BlockOutcome =
  | { readonly kind: 'done'; readonly output: unknown }
  /** The block was sent by its number, and this thread has not got it. */
  | { readonly kind: 'unknown-block' }
  | { readonly kind: 'unserved'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** The programme lies on shared memory: only what is small travels. */
export function blockTasks(tasks: readonly BlockTask[]): BlockOutcome[] {
  return tasks.map(blockTask);
}

export function blockTask({ name, input }: BlockTask): BlockOutcome {
  try {
    const whole = completed(input);
    return whole ? { kind: 'done', output: perform(name, whole) } : { kind: 'unknown-block' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: error instanceof Unserved ? 'unserved' : 'failed', message };
  }
}

export function forgetTask(collects: boolean): void {
  forgetBlocks();
  if (collects) collectGarbage();
}

/** What WebAssembly throws when it aborts, and what its memory throws when it cannot grow. */
function isTrap(cause: unknown): boolean {
  return cause instanceof RangeError || (cause instanceof Error && cause.name === 'RuntimeError');
}

function withoutCopy(result: SolveResult): unknown {
  const outcome: SolveOutcome = { kind: 'answered', result };
  const buffers = result.status === 'optimal' ? [result.primal, result.rowDual, result.reducedCost] : [];
  return move({
    [transferableSymbol]: [...new Set(buffers.map((values) => values.buffer))] as object[],
    [valueSymbol]: outcome,
  });
}
