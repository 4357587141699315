/** Results know what a list shows of them: cost and scores. Those from before have none. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const figures: Migration = {
  async up(database: Kysely<never>) {
    await sql.raw('alter table results add column figures jsonb').execute(database);
  },
};
