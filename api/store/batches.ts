/** Batches as rows: many runs that were accepted together, with what is varied among them. */

import { type Selectable, sql } from 'kysely';
import { type BatchProgress, progressOf } from './batch-progress.ts';
import type { Rows } from './database.ts';
import { type AnsweredRun, answeredRuns } from './runs.ts';
import type { BatchesTable, RunStatus } from './tables.ts';

type BatchRow = Selectable<BatchesTable>;

export type Batch = BatchRow & { readonly progress: BatchProgress };

type NewBatch = Pick<BatchRow, 'id' | 'owner' | 'name' | 'total' | 'sweep'>;

export async function insertBatch(rows: Rows, { sweep, ...batch }: NewBatch): Promise<void> {
  await rows
    .insertInto('batches')
    .values({ ...batch, sweep: sweep === null ? null : JSON.stringify(sweep) })
    .execute();
}

export async function findBatch(rows: Rows, owner: string, id: string): Promise<Batch | undefined> {
  const found = await rows
    .selectFrom('batches')
    .selectAll()
    .where('id', '=', id)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return found && (await withProgress(rows, [found]))[0];
}

/** Newest first. */
export async function listBatches(
  rows: Rows,
  owner: string,
  after: { readonly createdAt: Date; readonly id: string } | undefined,
  limit: number,
): Promise<Batch[]> {
  let query = rows.selectFrom('batches').selectAll().where('owner', '=', owner);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at', 'id'), '<', tuple(after.createdAt, after.id)),
    );
  }
  return withProgress(rows, await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute());
}

async function withProgress(rows: Rows, batches: readonly BatchRow[]): Promise<Batch[]> {
  if (batches.length === 0) return [];
  const ids = batches.map(({ id }) => id);
  const progress = await progressOf(rows, ids);
  // There is none without runs: both are stored in one transaction.
  return batches.map((batch) => ({ ...batch, progress: progress.get(batch.id)! }));
}

/** In the order in which they were asked for, from a position on. */
export async function listRunsOfBatch(
  rows: Rows,
  { id, owner }: Pick<BatchRow, 'id' | 'owner'>,
  filter: { readonly status: RunStatus | undefined; readonly from: number; readonly limit: number },
): Promise<AnsweredRun[]> {
  let query = answeredRuns(rows).where('batch_id', '=', id).where('owner', '=', owner);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  return query.where('batch_position', '>=', filter.from).orderBy('batch_position').limit(filter.limit).execute();
}

/** Inside a transaction: every run that has not ended yet. */
export async function cancelBatch(rows: Rows, { id, owner }: Pick<BatchRow, 'id' | 'owner'>): Promise<void> {
  const cancelled = await rows
    .updateTable('runs')
    .where('batch_id', '=', id)
    .where('owner', '=', owner)
    .where('status', 'in', ['queued', 'running'])
    .set({
      status: 'cancelled',
      ticket: null,
      finished_at: sql`now()`,
      last_event: sql<number>`last_event + 1`,
    })
    .returning(['id', 'last_event'])
    .execute();
  if (cancelled.length === 0) return;
  const data = JSON.stringify({ status: 'cancelled' });
  await rows
    .insertInto('run_events')
    .values(cancelled.map(({ id: run, last_event }) => ({ run_id: run, sequence: last_event, kind: 'done', data })))
    .execute();
}
