/** Threads for the short work of requests, apart from those that solve. Whatever takes too long is ended there. */

import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { Problem, tooBusy } from '../http/problem.ts';
import type { Tasks } from './tasks.ts';

export interface PoolSize {
  readonly threads: number;
  /** Requests beyond these are told to come again. */
  readonly mostWaiting: number;
}

const usualSize: PoolSize = { threads: 2, mostWaiting: 200 };

/** It ends, with all it remembers, when nobody has asked for so long. */
const REMEMBERING_MILLISECONDS = 600_000;

/** Far more than the largest that is let in takes; a thread that goes on longer is ended and replaced. */
const LONGEST_MILLISECONDS = 120_000;

type Task<Name extends keyof Tasks> = (
  input: Parameters<Tasks[Name]>[0],
  /** Ends it: nobody waits for the answer any more. */
  signal?: AbortSignal,
  /** Of the input: handed over, not copied. */
  bytes?: Uint8Array<ArrayBuffer>,
) => ReturnType<Tasks[Name]>;

export type ThreadPool = { readonly [Name in keyof Tasks]: Task<Name> } & { close(): Promise<void> };

export function openThreadPool({ threads, mostWaiting }: PoolSize = usualSize): ThreadPool {
  const filename = new URL(`./thread${extname(import.meta.url)}`, import.meta.url).href;
  const bands = new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: REMEMBERING_MILLISECONDS });
  const all = new Piscina({
    filename,
    // As many at least as at most: otherwise nobody replaces a thread that ended while others wait for it.
    minThreads: threads,
    maxThreads: threads,
    maxQueue: mostWaiting,
  });
  const task =
    <Name extends keyof Tasks>(name: Name, pool = all): Task<Name> =>
    (input, signal, bytes) => {
      if (pool.queueSize >= mostWaiting) throw tooBusy();
      return atMost(LONGEST_MILLISECONDS, signal, (ended) =>
        pool.run(input, { name, signal: ended, transferList: bytes === undefined ? [] : [bytes.buffer] }),
      ) as ReturnType<Tasks[Name]>;
    };
  return {
    check: task('check'),
    readBatch: task('readBatch'),
    survey: task('survey'),
    inspect: task('inspect'),
    inspectAgain: task('inspectAgain'),
    hours: task('hours'),
    yearMap: task('yearMap'),
    inputs: task('inputs'),
    technologies: task('technologies'),
    ledger: task('ledger'),
    report: task('report'),
    band: task('band', bands),
    compare: task('compare'),
    readYaml: task('readYaml'),
    writeYaml: task('writeYaml'),
    verify: task('verify'),
    close: async () => void (await Promise.all([all, bands].map((pool) => pool.close({ force: true })))),
  };
}

/** The same bytes with a buffer of their own, which can be handed over whole. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const isOwn = bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.byteLength;
  return isOwn ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}

/** @throws Problem where it takes longer, or the signal's reason */
async function atMost<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = AbortSignal.timeout(milliseconds);
  try {
    return await work(AbortSignal.any(signal === undefined ? [late] : [late, signal]));
  } catch (error) {
    signal?.throwIfAborted();
    if (late.aborted) throw tooLong(milliseconds);
    throw error;
  }
}

export function tooLong(milliseconds: number, done = 'It is not done'): Problem {
  return new Problem('check.too-long', { detail: `${done} after ${milliseconds / 1000} s. Send less at once.` });
}
