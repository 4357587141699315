/** A run of an hour tells of its progress 7,200 times. Once it has ended for a day nobody asks for that any more. */

import { sql } from 'kysely';
import type { Rows } from './database.ts';

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

/** Now and every hour. @returns ends it */
export function keepForgetting(rows: Rows, onError: (error: Error) => void): () => void {
  const forget = () => forgetProgress(rows).catch(onError);
  void forget();
  const timer = setInterval(forget, EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
