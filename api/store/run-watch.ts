/** Tells listeners that something happened to their run. */

import type { Rows } from './database.ts';
import { openWatch } from './watch.ts';

const TURN_MILLISECONDS = 300;

export interface RunWatch {
  /**
   * Resolves once the run has an event after this one, or has ended, or is gone, or nobody wants to know any more; rejects
   * where the database is away.
   */
  beyond(runId: string, sequence: number, isWanted: () => boolean): Promise<void>;
}

export function watchRuns(rows: Rows): RunWatch {
  const watch = openWatch(async (ids) => {
    const found = await rows.selectFrom('runs').select(['id', 'last_event', 'status']).where('id', 'in', ids).execute();
    return new Map(found.map((run) => [run.id, run]));
  }, TURN_MILLISECONDS);
  return {
    async beyond(runId, sequence, isWanted) {
      await watch.next(
        runId,
        ({ status, last_event: last }) => last > sequence || (status !== 'queued' && status !== 'running'),
        isWanted,
      );
    },
  };
}
