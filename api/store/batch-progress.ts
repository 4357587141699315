/** How far batches are, counted from the rows of their runs: nothing has to keep it up. */

import { sql } from 'kysely';
import type { Rows } from './database.ts';
import type { RunStatus } from './tables.ts';
import { openWatch, type Watch } from './watch.ts';

export interface BatchProgress {
  readonly counts: Readonly<Record<RunStatus, number>>;
  /** Of those that succeeded, how many were answered by an earlier run. */
  readonly reused: number;
  /** Of all runs, those that have ended as 1. */
  readonly share: number;
  /** When the first was taken up, and how much was solved since then, in runs. */
  readonly startedAt: Date | null;
  readonly solvedRuns: number;
  /** How much is left, in runs. */
  readonly remainingRuns: number;
  /** When the last run ended; null as long as one is open. */
  readonly endedAt: Date | null;
  /**
   * From 1, higher with all that happens to a run: its claims and its events have numbers that only rise, and whatever
   * changes its status takes the next of one of them. Their sum is as good as a row of each change.
   */
  readonly changes: number;
}

/** One question, however many batches; those that are not there are left out. */
export async function progressOf(rows: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, BatchProgress>> {
  const groups = await rows
    .selectFrom('runs')
    .select(({ fn }) => [
      'batch_id',
      'status',
      fn.countAll<number>().as('count'),
      fn.sum<number>('progress').as('progress'),
      // Where the answer was there already nothing was solved: it says nothing about the time that others take.
      sql<number>`count(*) filter (where reused)`.as('reused'),
      sql<number>`sum(claim + last_event)`.as('changes'),
      fn.min('started_at').as('started_at'),
      fn.max('finished_at').as('finished_at'),
    ])
    .where('batch_id', 'in', ids)
    .groupBy(['batch_id', 'status'])
    .execute();
  type Group = (typeof groups)[number];
  const progressOfGroups = (own: readonly Group[]): BatchProgress => {
    const of = (status: RunStatus) => own.find((group) => group.status === status);
    const count = (status: RunStatus) => of(status)?.count ?? 0;
    const running = of('running')?.progress ?? 0;
    const open = count('queued') + count('running');
    const reused = of('succeeded')?.reused ?? 0;
    const inOrder = (times: readonly (Date | null)[]) =>
      times.flatMap((at) => at ?? []).toSorted((a, b) => a.getTime() - b.getTime());
    return {
      counts: {
        queued: count('queued'),
        running: count('running'),
        succeeded: count('succeeded'),
        failed: count('failed'),
        cancelled: count('cancelled'),
      },
      reused,
      share: 1 - (open - running) / own.reduce((total, group) => total + group.count, 0),
      startedAt: inOrder(own.map(({ started_at: at }) => at))[0] ?? null,
      solvedRuns: count('succeeded') - reused + running,
      remainingRuns: open - running,
      endedAt: open > 0 ? null : (inOrder(own.map(({ finished_at: at }) => at)).at(-1) ?? null),
      changes: own.reduce((sum, { changes }) => sum + changes, 1),
    };
  };
  const ofBatches = Map.groupBy(groups, ({ batch_id: id }) => id!);
  return new Map([...ofBatches].map(([id, own]) => [id, progressOfGroups(own)]));
}

/** A batch is hours long: nobody misses what is told a second later, and a thousand rows are read for it. */
const TURN_MILLISECONDS = 1_000;

export const watchBatches = (rows: Rows): Watch<BatchProgress> =>
  openWatch((ids) => progressOf(rows, ids), TURN_MILLISECONDS);
