/** A study that did not come to its end names what was finished of it; whatever succeeded has a result as before. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const parts: Migration = {
  async up(database: Kysely<never>) {
    await sql
      .raw(`alter table runs
        drop constraint runs_check,
        add constraint runs_succeeded_with check (status <> 'succeeded' or result_id is not null)`)
      .execute(database);
  },
};
