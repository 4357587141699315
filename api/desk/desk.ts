/** Threads for the short work of requests, apart from those that solve. */

import { Piscina } from 'piscina';
import { tooBusy } from '../refusals.ts';
import type { Tasks } from './tasks.ts';

export interface DeskSize {
  readonly threads: number;
  /** Requests beyond these are told to come again. */
  readonly mostWaiting: number;
}

const usualSize: DeskSize = { threads: 2, mostWaiting: 200 };

/** Far more than the largest result takes; a thread that goes on longer is ended and replaced. */
const LONGEST_VERIFICATION_MILLISECONDS = 120_000;

export interface Desk extends Tasks {
  close(): Promise<void>;
}

export function openDesk({ threads, mostWaiting }: DeskSize = usualSize): Desk {
  const pool = new Piscina({
    filename: new URL('./thread.ts', import.meta.url).href,
    // As many at least as at most: otherwise nobody replaces a thread that ended while others wait for it.
    minThreads: threads,
    maxThreads: threads,
    maxQueue: mostWaiting,
  });
  const run = async (input: unknown, name: keyof Tasks, signal?: AbortSignal) => {
    if (pool.queueSize >= mostWaiting) throw tooBusy();
    return pool.run(input, { name, signal: signal ?? null });
  };
  return {
    check: (input) => run(input, 'check'),
    inspect: (input) => run(input, 'inspect'),
    hours: (input) => run(input, 'hours'),
    verify: (directory) => run(directory, 'verify', AbortSignal.timeout(LONGEST_VERIFICATION_MILLISECONDS)),
    close: () => pool.close({ force: true }),
  };
}
