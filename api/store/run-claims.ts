/**
 * Who works on a run. Each claim has a number, and every change made in its name asks for that number: a worker that was
 * taken for dead, or whose run was cancelled meanwhile, changes nothing any more. So a run ends exactly once.
 */

import { sql } from 'kysely';
import type { Rows } from './database.ts';
import { addRunEvent } from './run-events.ts';
import type { Run } from './runs.ts';

/** Whoever uses the machine itself, where there are no keys. */
const LOCAL = 'local';

export type Claim = Pick<Run, 'id' | 'claim'>;

/**
 * The run to work on next: the one this ticket was on before, else of the owner who has the fewest at work, of these
 * who was served longest ago, by priority and age; one under which workers died comes after those that were not tried.
 * Undefined where nothing waits. When an owner was served last is kept apart from the runs, which their owner may delete.
 *
 * @param full owners who have enough at work here, as long as there are others to leave room for
 */
export async function claimRun(rows: Rows, ticket: string, full: readonly string[] = []): Promise<Run | undefined> {
  const isFree =
    full.length === 0
      ? sql`true`
      : sql`(r.owner not in (${sql.join(full)})
          or not exists (select 1 from owners other where other.id not in (r.owner, ${LOCAL})))`;
  const next = sql<string>`(
    select r.id from runs r
    where (r.ticket = ${ticket}::uuid and r.status in ('queued', 'running'))
       or (r.ticket is null and r.status = 'queued' and ${isFree})
    order by (r.ticket is not null) desc,
      (select count(*) from runs busy where busy.owner = r.owner and busy.status = 'running'),
      (select served_at from owners where owners.id = r.owner) nulls first,
      r.priority desc, r.attempts, r.created_at, r.id
    limit 1 for update skip locked)`;
  return rows
    .with('claimed', (all) =>
      all
        .updateTable('runs')
        .set({
          status: 'running',
          ticket,
          claim: sql<number>`claim + 1`,
          attempts: sql<number>`attempts + 1`,
          started_at: sql<Date>`coalesce(started_at, now())`,
        })
        .where('id', '=', next)
        .returningAll(),
    )
    .with('served', (all) =>
      all
        .updateTable('owners')
        .set({ served_at: sql<Date>`clock_timestamp()` })
        .where('id', 'in', all.selectFrom('claimed').select('owner')),
    )
    .selectFrom('claimed')
    .selectAll()
    .executeTakeFirst();
}

/** False once the run is cancelled, finished or claimed by another. */
export async function isStillHeld(rows: Rows, claim: Claim): Promise<boolean> {
  return (await heldRun(rows, claim).select('id').executeTakeFirst()) !== undefined;
}

export const heldRun = (rows: Rows, { id, claim }: Claim) =>
  rows.selectFrom('runs').where('id', '=', id).where('claim', '=', claim).where('status', '=', 'running');

const held = (rows: Rows, { id, claim }: Claim) =>
  rows.updateTable('runs').where('id', '=', id).where('claim', '=', claim).where('status', '=', 'running');

/** @returns false where the run is no longer ours */
export async function finishRun(rows: Rows, claim: Claim, resultId: string, answer: string, reused: boolean) {
  const { numUpdatedRows } = await held(rows, claim)
    .set({
      status: 'succeeded',
      result_id: resultId,
      answer,
      reused,
      progress: 1,
      ticket: null,
      finished_at: sql`now()`,
    })
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await addRunEvent(rows, claim.id, { kind: 'done', data: { status: 'succeeded', answer, reused } });
  return true;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** @returns false where the run is no longer ours */
export async function failRun(rows: Rows, claim: Claim, failure: Failure): Promise<boolean> {
  const { numUpdatedRows } = await held(rows, claim)
    .set({ status: 'failed', failure: JSON.stringify(failure), ticket: null, finished_at: sql`now()` })
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await addRunEvent(rows, claim.id, { kind: 'done', data: { status: 'failed', ...failure } });
  return true;
}

/** Back among those that wait, free for any ticket: nobody failed, so it does not count as an attempt. */
export async function handBackRun(rows: Rows, claim: Claim): Promise<boolean> {
  const { numUpdatedRows } = await held(rows, claim)
    .set({
      status: 'queued',
      ticket: null,
      claim: sql<number>`claim + 1`,
      attempts: sql<number>`greatest(attempts - 1, 0)`,
    })
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await addRunEvent(rows, claim.id, { kind: 'log', data: { message: 'The worker stops; another takes the run.' } });
  return true;
}

/** Waits for the next turn of its own ticket. */
export async function awaitRetry(rows: Rows, claim: Claim, { message }: Failure): Promise<void> {
  const { numUpdatedRows } = await held(rows, claim).set({ status: 'queued' }).executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await addRunEvent(rows, claim.id, { kind: 'log', data: { message: `Will be tried again. ${message}` } });
}

/** @returns false where it has ended already */
export async function cancelRun(rows: Rows, owner: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('runs')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('status', 'in', ['queued', 'running'])
    .set({ status: 'cancelled', ticket: null, finished_at: sql`now()` })
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await addRunEvent(rows, id, { kind: 'done', data: { status: 'cancelled' } });
  return true;
}

/** What our own death left behind: for a store that one process holds alone, before it works. */
export async function releaseOrphans(rows: Rows): Promise<void> {
  await rows
    .updateTable('runs')
    .set({ status: 'queued', ticket: null, claim: sql<number>`claim + 1` })
    .where('status', 'in', ['queued', 'running'])
    .execute();
}

/** A run whose ticket was given up by the queue: its workers died under it again and again. */
export async function failRunOfTicket(rows: Rows, ticket: string, failure: Failure): Promise<void> {
  const run = await rows
    .updateTable('runs')
    .where('ticket', '=', ticket)
    .where('status', 'in', ['queued', 'running'])
    .set({
      status: 'failed',
      failure: JSON.stringify(failure),
      ticket: null,
      claim: sql<number>`claim + 1`,
      finished_at: sql`now()`,
    })
    .returning('id')
    .executeTakeFirst();
  if (run !== undefined) await addRunEvent(rows, run.id, { kind: 'done', data: { status: 'failed', ...failure } });
}

/** Whether any run waits that no ticket stands for. */
export async function isAnyWaiting(rows: Rows): Promise<boolean> {
  const found = await rows
    .selectFrom('runs')
    .select('id')
    .where('status', '=', 'queued')
    .where('ticket', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
