/** A database that is away for a while: PostgreSQL restarts, or a cable is pulled. */

import { setTimeout as pause } from 'node:timers/promises';

/** No connection, or one that was cut. What was asked may or may not have been done. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|57P0[123]|08...)$/.test(code)) {
    return true;
  }
  return (
    typeof message === 'string' && /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
  );
}

const PAUSE_MILLISECONDS = 500;
const LONGEST_MILLISECONDS = 120_000;

/** Tries again while the database is away: for work whose loss would cost more than the wait, and that may be repeated. */
export async function retryWhileUnavailable<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + LONGEST_MILLISECONDS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseUnavailable(error) || Date.now() > until) throw error;
      await pause(PAUSE_MILLISECONDS);
    }
  }
}
