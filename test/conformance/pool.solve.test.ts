import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InterruptedError, SolverError } from '../../src/errors.ts';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { createSolverPool, type SolverPool } from '../../src/solvers/pool.ts';
import type { SolveProgress } from '../../src/solvers/solver.ts';
import { none, write } from './programs.ts';
import { storageYear } from './storage-year.ts';

const noLimit = { timeLimitSeconds: none };
const long = storageYear(4000);
const short = storageYear(24);

let pool: SolverPool;
beforeAll(() => {
  pool = createSolverPool({ threads: 1 });
});
afterAll(() => pool.close());

/** Begins a long solve and comes back once its thread is at work. */
async function begin(from: SolverPool, signal?: AbortSignal) {
  const { promise: started, resolve } = Promise.withResolvers<void>();
  const solved = from.solve('highs', long, { ...noLimit, onProgress: () => resolve() }, signal ? { signal } : {});
  solved.catch(() => undefined);
  await started;
  return { solved };
}

test('a thread answers what the solver answers, and the program stays the caller’s', async () => {
  const there = await pool.solve('highs', short, noLimit);
  expect(there).toEqual(await highsSolver.solve(short, noLimit));
  expect(short.coefficient.length).toBeGreaterThan(0);
});

test('the dense solver runs there too', async () => {
  expect(await pool.solve('javascript-lp-solver', short, noLimit)).toMatchObject({ status: 'optimal' });
});

test('a program on shared memory is solved where it lies', async () => {
  const shared = (values: Float64Array): Float64Array => {
    const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  const program: LinearProgram = {
    ...short,
    objective: shared(short.objective),
    coefficient: shared(short.coefficient),
    rowUpper: shared(short.rowUpper),
  };
  expect(await pool.solve('highs', program, noLimit)).toEqual(await highsSolver.solve(short, noLimit));
});

test('progress reaches the caller while the thread is busy', async () => {
  const seen: SolveProgress[] = [];
  const answer = await pool.solve('highs', storageYear(240), { ...noLimit, onProgress: (one) => seen.push(one) });
  expect(seen.length).toBeGreaterThan(1);
  expect(answer).toMatchObject({ status: 'optimal', iterations: seen.at(-1)!.iterations });
  expect(answer).toMatchObject({ objective: seen.at(-1)!.objective });
});

test('a time limit is an answer there too', async () => {
  expect(await pool.solve('highs', long, { timeLimitSeconds: 0.1 })).toMatchObject({ status: 'limit', limit: 'time' });
});

test('a refusal crosses the threads as what it is, and the thread goes on', async () => {
  const faulty = write([{ cost: Number.NaN }], []);
  await expect(pool.solve('highs', faulty, noLimit)).rejects.toThrow(SolverError);
  await expect(pool.solve('highs', faulty, noLimit)).rejects.toThrow(/objective\[0\] is NaN/);
  expect(await pool.solve('highs', short, noLimit)).toMatchObject({ status: 'optimal' });
});

test('a busy solve that is stopped ends and the next one works', async () => {
  const stop = new AbortController();
  const { solved } = await begin(pool, stop.signal);
  stop.abort();
  await expect(solved).rejects.toThrow(InterruptedError);
  expect(await pool.solve('highs', short, noLimit)).toMatchObject({ status: 'optimal' });
});

test('a waiting solve that is stopped leaves the running one alone', async () => {
  const stop = new AbortController();
  const running = pool.solve('highs', storageYear(480), noLimit);
  const waiting = pool.solve('highs', short, noLimit, { signal: stop.signal });
  stop.abort();
  await expect(waiting).rejects.toThrow(InterruptedError);
  expect(await running).toMatchObject({ status: 'optimal' });
});

test('a solve behind one that is stopped gets the new thread', async () => {
  const stop = new AbortController();
  const { solved } = await begin(pool, stop.signal);
  const behind = pool.solve('highs', short, noLimit);
  stop.abort();
  await expect(solved).rejects.toThrow(InterruptedError);
  expect(await behind).toMatchObject({ status: 'optimal' });
});

test('a solve that was stopped before it began never begins', async () => {
  await expect(pool.solve('highs', short, noLimit, { signal: AbortSignal.abort() })).rejects.toThrow(InterruptedError);
});

test('a solve that meets the unforeseen is a SolverError that says why, and the next one works', async () => {
  const broken = { ...short, objective: undefined } as unknown as LinearProgram;
  const solved = pool.solve('highs', broken, noLimit);
  await expect(solved).rejects.toThrow(SolverError);
  await expect(solved).rejects.toThrow(/thread of highs ended: Cannot read properties of undefined/);
  expect(await pool.solve('highs', short, noLimit)).toMatchObject({ status: 'optimal' });
});

test('a thread on which something unforeseen was thrown is not used again, one that only refused is', async () => {
  const filename = new URL('../../src/solvers/worker.ts', import.meta.url).href;
  const threads = new Piscina({ filename, minThreads: 1, maxThreads: 1 });
  const threadAfter = async (program: LinearProgram) => {
    const { port2 } = new MessageChannel();
    const task = { solver: 'highs', program, timeLimitSeconds: 60, wantsProgress: false, port: port2 };
    await threads.run(task, { transferList: [port2] }).catch(() => undefined);
    return threads.threads[0]!.threadId;
  };
  const first = await threadAfter(short);
  expect(await threadAfter(write([{ cost: Number.NaN }], []))).toBe(first);
  expect(await threadAfter({ ...short, objective: undefined } as unknown as LinearProgram)).not.toBe(first);
  await threads.destroy();
});

test('a thread that dies is a SolverError for its solve only', async () => {
  const mortal = createSolverPool({ threads: 1, workerFile: new URL('./dying-worker.ts', import.meta.url) });
  const deadly = mortal.solve('highs', write([], [], 13), noLimit);
  const behind = mortal.solve('highs', write([], [{ of: [] }]), noLimit);
  await expect(deadly).rejects.toThrow(SolverError);
  await expect(deadly).rejects.toThrow(/exited with code: 7/);
  expect(await behind).toEqual({ status: 'infeasible', iterations: 1 });
  expect(await mortal.solve('highs', write([], []), noLimit)).toEqual({ status: 'infeasible', iterations: 0 });
  await mortal.close();
});

test('closing interrupts what runs and what waits, and nothing begins afterwards', async () => {
  const closing = createSolverPool({ threads: 1 });
  const { solved } = await begin(closing);
  const waiting = closing.solve('highs', short, noLimit);
  waiting.catch(() => undefined);
  await closing.close();
  await expect(solved).rejects.toThrow(InterruptedError);
  await expect(waiting).rejects.toThrow(InterruptedError);
  await expect(closing.solve('highs', short, noLimit)).rejects.toThrow(InterruptedError);
});

test('a stopped thread rests within a second or two of work, and the process ends by itself once the pool is closed', async () => {
  const script = fileURLToPath(new URL('./pool-script.ts', import.meta.url));
  // A process that does not end by itself is killed, and that rejects.
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 120_000, killSignal: 'SIGKILL' });
  const seen = JSON.parse(stdout);
  expect(seen).toMatchObject({ error: 'InterruptedError', next: 'optimal' });
  // Of the minute that the solve would have gone on.
  expect(seen.processorSeconds).toBeLessThan(2);
});
