/** What is told of a run while it is worked on: numbered without gaps, kept, so that any listener can catch up. */

import { type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
import type { RunEventsTable } from './tables.ts';

export type RunEvent = Selectable<RunEventsTable>;
export type NewRunEvent = Pick<RunEvent, 'kind' | 'data'>;

/** Also raises the run's progress where the event tells one. The caller's transaction keeps both together. */
export async function addRunEvent(rows: Rows, runId: string, { kind, data }: NewRunEvent): Promise<void> {
  const { progress } = data;
  const { last_event: sequence } = await rows
    .updateTable('runs')
    .set({
      last_event: sql<number>`last_event + 1`,
      ...(typeof progress === 'number' ? { progress } : {}),
    })
    .where('id', '=', runId)
    .returning('last_event')
    .executeTakeFirstOrThrow();
  await rows
    .insertInto('run_events')
    .values({ run_id: runId, sequence, kind, data: JSON.stringify(data) })
    .execute();
}

export async function eventsAfter(rows: Rows, runId: string, sequence: number, limit: number): Promise<RunEvent[]> {
  return rows
    .selectFrom('run_events')
    .selectAll()
    .where('run_id', '=', runId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

/** In a transaction that only tells: not worth the wait for the disk. Whatever is stored after it takes it along. */
export async function spareTheDisk(transaction: Rows): Promise<void> {
  await sql`set local synchronous_commit to off`.execute(transaction);
}
