/** Threads for the short work of requests, apart from those that solve. */

import { Piscina } from 'piscina';
import type { Tasks } from './tasks.ts';

const THREADS = 2;
/** Requests beyond these are told to come again. */
const MOST_WAITING = 200;

/** Far more than the largest result takes; a thread that goes on longer is ended and replaced. */
const LONGEST_VERIFICATION_MILLISECONDS = 120_000;

export interface Desk extends Tasks {
  /** How many wait. */
  readonly waiting: number;
  close(): Promise<void>;
}

export function openDesk(): Desk {
  const pool = new Piscina({
    filename: new URL('./thread.ts', import.meta.url).href,
    // As many at least as at most: otherwise nobody replaces a thread that ended while others wait for it.
    minThreads: THREADS,
    maxThreads: THREADS,
    maxQueue: MOST_WAITING,
  });
  return {
    check: (input) => pool.run(input, { name: 'check' }),
    inspect: (input) => pool.run(input, { name: 'inspect' }),
    hours: (input) => pool.run(input, { name: 'hours' }),
    verify: (directory) =>
      pool.run(directory, { name: 'verify', signal: AbortSignal.timeout(LONGEST_VERIFICATION_MILLISECONDS) }),
    get waiting() {
      return pool.queueSize;
    },
    close: () => pool.close({ force: true }),
  };
}
