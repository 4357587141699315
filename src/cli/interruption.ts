/** Ctrl-C and its relatives: the first asks the work to stop; work that does not is ended all the same. */

import { exitCode } from './exit-code.ts';

/** A second is promised; this leaves room for the process itself to end. */
const GRACE_MILLISECONDS = 700;

let grace = GRACE_MILLISECONDS;

/** For a command that has something to bring to an end first, as a server has its requests and runs. */
export function takeTimeToEnd(milliseconds: number): void {
  grace = milliseconds;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function listenForInterruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    process.on(signal, () => {
      if (controller.signal.aborted) return;
      controller.abort();
      setTimeout(() => process.exit(exitCode.interrupted), grace).unref();
    });
  }
  return controller.signal;
}
