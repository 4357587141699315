/** What the commands of the service share: where its store is, how much it solves at once, and how it ends. */

import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Context } from './context.ts';
import { UsageError } from './exit-code.ts';
import { endsByInterruption } from './interruption.ts';
import { textOf, threadsOf } from './options.ts';

/** Requests are answered and runs handed back; then the process ends, whatever still hangs. */
const END_MILLISECONDS = 15_000;

export interface ServiceOptions {
  readonly dataDir: string;
  readonly runs: number;
  readonly threads: number;
}

export function addServiceOptions(command: Command): Command {
  return addStoreOption(command).option(
    '--threads <n>',
    'solves of one run at the same time',
    threadsOf,
    Math.max(1, availableParallelism() - 1),
  );
}

export function addStoreOption(command: Command): Command {
  return command.option(
    '--data-dir <dir>',
    'results and profiles, and the rows where DATABASE_URL is not set',
    textOf,
    '.hourmatch',
  );
}

/** The whole address may hold a password, so it comes by the environment and is printed nowhere. */
export const databaseUrl = (): string | undefined => process.env.DATABASE_URL || undefined;

/**
 * Opens the service; a store that is another's is told in the words of the store.
 *
 * @throws UsageError
 */
export async function opened<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof Error && (error.name === 'StoreError' || error.name === 'AccessError')) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}

/** Runs until the user or a supervisor wants it to stop, then closes: how it is meant to end, so the exit code is 0. */
export async function untilInterrupted(
  { signal, terminal }: Context,
  running: { close(): Promise<void> },
): Promise<void> {
  endsByInterruption(END_MILLISECONDS);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  terminal.note('Stopping: runs under way go back to the queue.');
  await running.close();
}
