import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import type { SolveJob } from '../../../api/jobs/solve-job.ts';
import { openSolvingThreads, type SolvingThreads } from '../../../api/jobs/solving-threads.ts';

const started: Worker[] = [];
const open: SolvingThreads[] = [];

function openScripted(idleMilliseconds = 60_000) {
  const threads = openSolvingThreads(idleMilliseconds, () => {
    const worker = new Worker(new URL('./scripted-thread.ts', import.meta.url));
    started.push(worker);
    return worker;
  });
  open.push(threads);
  const signal = new AbortController().signal;
  // The cast: the scripted thread reads nothing else of a job.
  const solve = (draft: string, its = signal) => threads.solve({ draft } as SolveJob, its, () => undefined);
  return { threads, numberOf: async (draft: string) => (await solve(draft)).answer as string, solve };
}

/** What is told between does not end the wait, nor fails it. */
async function heard(worker: Worker, event: 'error' | 'exit'): Promise<void> {
  await new Promise<void>((resolve) => worker.once(event, () => resolve()));
}

/** This thread does nothing meanwhile: answer and end of the other wait for it together. */
function holdUpUntilDead(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
}

afterEach(async () => {
  for (const threads of open.splice(0)) await threads.close();
  for (const worker of started.splice(0)) await worker.terminate();
});

test('one run after another is solved on one thread, two at a time on two', async () => {
  const { numberOf } = openScripted();
  const first = await numberOf('a');
  expect(await numberOf('b')).toBe(first);
  expect(new Set(await Promise.all([numberOf('c'), numberOf('d')])).size).toBe(2);
  expect(started).toHaveLength(2);
});

test.for(['fail', 'die'])('a thread whose run ended with "%s" is not used again', async (end) => {
  const { numberOf, solve } = openScripted();
  const first = await numberOf('a');
  await expect(solve(end)).rejects.toThrow(end === 'fail' ? 'as told' : 'ended without an answer');
  expect(started[0]!.threadId).toBe(-1);
  expect(await numberOf('b')).not.toBe(first);
});

test('a signal ends the thread with its own reason, and the next run has another', async () => {
  const { numberOf, solve } = openScripted();
  const first = await numberOf('a');
  const controller = new AbortController();
  const hung = solve('hang', controller.signal);
  controller.abort(new Error('cancelled'));
  await expect(hung).rejects.toThrow('cancelled');
  expect(started[0]!.threadId).toBe(-1);
  expect(await numberOf('b')).not.toBe(first);
});

test.for(['error', 'exit'] as const)('a thread that waits is not used any more from its %s on', async (event) => {
  const { numberOf } = openScripted();
  const first = await numberOf('a');
  started[0]!.postMessage({ draft: 'throw' });
  await heard(started[0]!, event);
  expect(await numberOf('b')).not.toBe(first);
});

test('a thread that is dead by the time its answer is read is not kept', async () => {
  const { numberOf } = openScripted();
  const answered = numberOf('answer and die');
  holdUpUntilDead();
  const first = await answered;
  expect(await numberOf('b')).not.toBe(first);
});

test('a thread that is about to end for want of work gets none', async () => {
  const { numberOf } = openScripted(1);
  const ending = Promise.withResolvers<number>();
  const first = await numberOf('a');
  const terminate = vi.spyOn(started[0]!, 'terminate').mockImplementation(() => {
    ending.resolve(0);
    return ending.promise;
  });
  await ending.promise;
  expect(await numberOf('b')).not.toBe(first);
  terminate.mockRestore();
});

test('a thread without work ends by itself, and one that is in use does not', async () => {
  const { numberOf, solve } = openScripted(300);
  await numberOf('a');
  await pause(1_000);
  expect(started[0]!.threadId).toBe(-1);
  await numberOf('b');
  const controller = new AbortController();
  const hung = solve('hang', controller.signal);
  await pause(1_000);
  expect(started[1]!.threadId).not.toBe(-1);
  controller.abort(new Error('enough'));
  await expect(hung).rejects.toThrow('enough');
});

test('closing ends the threads that wait', async () => {
  const { threads, numberOf } = openScripted();
  await numberOf('a');
  await threads.close();
  expect(started[0]!.threadId).toBe(-1);
});
