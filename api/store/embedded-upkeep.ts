/** What PostgreSQL does by itself and PGlite does not: without it the log of changes and the dead rows would only grow. */

import type { PGlite } from '@electric-sql/pglite';

const CHECKPOINT_MILLISECONDS = 60_000;
const VACUUM_EVERY_CHECKPOINTS = 10;

/** @returns ends it */
export function keepUp(pglite: Pick<PGlite, 'exec'>, everyMilliseconds = CHECKPOINT_MILLISECONDS): () => void {
  let checkpoints = 0;
  const timer = setInterval(() => {
    checkpoints += 1;
    const isVacuumDue = checkpoints % VACUUM_EVERY_CHECKPOINTS === 0;
    for (const statement of isVacuumDue ? ['VACUUM', 'CHECKPOINT'] : ['CHECKPOINT']) {
      // A missed turn is made up for by the next; a database that is gone is told by whoever needs it.
      pglite.exec(statement).catch(() => undefined);
    }
  }, everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
