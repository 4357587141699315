/**
 * The queue of both databases. A job is a ticket: the right to work on one run, whichever is most due. Which run that is
 * the rows decide, so that owners share fairly; that somebody works on it, and again after a death, the queue sees to.
 */

import { fromKysely, PgBoss } from 'pg-boss';
import type { Database, Rows } from '../store/database.ts';
import { releaseOrphans } from '../store/run-claims.ts';

export const TICKETS = 'tickets';
/** Tickets whose workers failed or died too often. */
export const DEAD_TICKETS = 'dead-tickets';
export const MOST_ATTEMPTS = 10;

/** Without a sign of life for this long a worker counts as dead; the least that pg-boss allows. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISION_SECONDS = 5;
/** A day is the most that pg-boss allows; runs have a limit of their own below it. */
const LONGEST_SECONDS = 86_399;
/** Tickets of one statement; others wait for it. */
const MOST_AT_ONCE = 200;
/** A run may wait for workers that are still to be bought; then its ticket must still be there. */
const LONGEST_WAIT_SECONDS = 365 * 86_400;

export interface Queue {
  readonly boss: PgBoss;
  /** One more run waits; in the transaction that made it wait. */
  sendTicket(transaction: Rows): Promise<void>;
  sendTickets(transaction: Rows, count: number): Promise<void>;
  close(): Promise<void>;
}

export async function openQueue(database: Database, onError: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({
    ...database.queue,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: SUPERVISION_SECONDS,
    monitorIntervalSeconds: SUPERVISION_SECONDS,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(DEAD_TICKETS, { retryLimit: MOST_ATTEMPTS, notify: true });
  await boss.createQueue(TICKETS, {
    retryLimit: MOST_ATTEMPTS,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: LONGEST_SECONDS,
    retentionSeconds: LONGEST_WAIT_SECONDS,
    deadLetter: DEAD_TICKETS,
    notify: true,
  });
  // What pg-boss knows of a queue it asks for by itself, once: inside a transaction on the only connection it would wait
  // for that transaction to end.
  await boss.findJobs(TICKETS, { limit: 1 });
  const queue: Queue = {
    boss,
    sendTicket: (transaction) => queue.sendTickets(transaction, 1),
    sendTickets: async (transaction, count) => {
      for (let left = count; left > 0; left -= MOST_AT_ONCE) {
        const tickets = Array.from({ length: Math.min(left, MOST_AT_ONCE) }, () => ({}));
        await boss.insert(TICKETS, tickets, { db: fromKysely(transaction) });
      }
    },
    close: () => boss.stop({ graceful: true, close: true, timeout: 5_000 }),
  };
  if (database.kind === 'embedded') await startAfresh(database, queue);
  return queue;
}

/** Nobody else works on an embedded store: whatever is under way here was under way when we died. */
async function startAfresh({ rows }: Database, { boss, sendTickets }: Queue): Promise<void> {
  await boss.deleteAllJobs(TICKETS);
  await rows.transaction().execute(async (transaction) => {
    await releaseOrphans(transaction);
    const waiting = await transaction.selectFrom('runs').select('id').where('status', '=', 'queued').execute();
    await sendTickets(transaction, waiting.length);
  });
}
