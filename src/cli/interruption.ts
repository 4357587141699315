/** Ctrl-C and its relatives: the first asks the work to stop; work that does not is ended all the same. */

import { type ExitCode, exitCode } from './exit-code.ts';

/** A second is promised; this leaves room for the process itself to end. */
const GRACE_MILLISECONDS = 700;

let grace = GRACE_MILLISECONDS;

let isExpected = false;

/** For work that leaves something to be written once it is stopped. */
export function needsToEnd(milliseconds: number): void {
  grace = milliseconds;
}

/** For a command that ends in no other way, and has something to bring to an end first, as a server has its requests. */
export function endsByInterruption(milliseconds: number): void {
  needsToEnd(milliseconds);
  isExpected = true;
}

/** The exit code of a command that has come to its end. */
export function codeAtEnd(code: ExitCode, { aborted }: AbortSignal): ExitCode {
  return aborted && !isExpected ? exitCode.interrupted : code;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** As a shell tells of kill -9. */
const KILLED = 137;

/** Where a launcher started this process and was killed, the process is meant: it ends at once, whatever it does. */
export function endWithLauncher(): void {
  process.on('disconnect', () => process.exit(KILLED));
  // The channel is no reason to stay.
  process.channel?.unref();
}

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
