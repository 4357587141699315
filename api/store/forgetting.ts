/** What nobody asks for any more: progress of runs that ended a day ago (7,200 rows an hour of solving), and old audit. */

import { type Kysely, sql } from 'kysely';
import type { Rows } from './database.ts';
import type { Tables } from './tables.ts';

const KEPT_DAYS = 1;
const EVERY_MILLISECONDS = 3_600_000;

/** Log and end stay, under the numbers they have. Safe from several processes at once. */
export async function forgetProgress(rows: Rows): Promise<void> {
  await rows
    .deleteFrom('run_events')
    .where('kind', '=', 'progress')
    .where('run_id', 'in', (from) =>
      from
        .selectFrom('runs')
        .select('id')
        .where('finished_at', '<', sql<Date>`now() - make_interval(days => ${KEPT_DAYS})`),
    )
    .execute();
}

/** That something was forgotten, and how much, is written down in its place. Safe from several processes at once. */
export async function forgetAudit(rows: Kysely<Tables>, keptDays: number): Promise<void> {
  await rows.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('audit')
      .where('at', '<', sql<Date>`now() - make_interval(days => ${keptDays})`)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    const subject = `older than ${keptDays} days`;
    await transaction
      .insertInto('audit')
      .values({ owner: 'local', key_id: null, action: 'audit.forgotten', subject, requests: Number(numDeletedRows) })
      .execute();
  });
}

/** Now and every hour. @returns ends it */
export function keepForgetting(forget: () => Promise<void>, onError: (error: Error) => void): () => void {
  const turn = () => forget().catch(onError);
  void turn();
  const timer = setInterval(turn, EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
