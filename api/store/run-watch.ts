/** Tells listeners that something happened to their run: one question for all of them, however many listen. */

import type { Rows } from './database.ts';

const POLL_MILLISECONDS = 300;

export interface RunWatch {
  /**
   * Resolves once the run has an event after this one, or has ended, or is gone, or nobody wants to know any more; rejects
   * where the database is away.
   */
  beyond(runId: string, sequence: number, isWanted: () => boolean): Promise<void>;
}

interface Waiting {
  readonly runId: string;
  readonly sequence: number;
  isWanted(): boolean;
  resolve(): void;
  reject(error: unknown): void;
}

/** Asks only while somebody waits. */
export function watchRuns(rows: Rows): RunWatch {
  let waiting: Waiting[] = [];
  let isAsking = false;

  async function ask(): Promise<void> {
    const asked = waiting;
    waiting = [];
    try {
      const found = await rows
        .selectFrom('runs')
        .select(['id', 'last_event', 'status'])
        .where('id', 'in', [...new Set(asked.map(({ runId }) => runId))])
        .execute();
      const runs = new Map(found.map((run) => [run.id, run]));
      for (const one of asked) {
        const run = runs.get(one.runId);
        const isAtWork = run?.status === 'queued' || run?.status === 'running';
        if (isAtWork && run.last_event <= one.sequence && one.isWanted()) waiting.push(one);
        else one.resolve();
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  function askSoon(): void {
    if (isAsking || waiting.length === 0) return;
    isAsking = true;
    setTimeout(async () => {
      await ask();
      isAsking = false;
      askSoon();
    }, POLL_MILLISECONDS).unref();
  }

  return {
    beyond(runId, sequence, isWanted) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.push({ runId, sequence, isWanted, resolve, reject });
      askSoon();
      return promise;
    },
  };
}
