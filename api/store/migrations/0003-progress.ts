/** What is forgotten after a run ended must be found without looking at all runs that ever were. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const progress: Migration = {
  async up(database: Kysely<never>) {
    await sql`create index run_events_of_progress on run_events (run_id) where kind = 'progress'`.execute(database);
  },
};
