/** Owners know when they were served last, so that they take turns also where one run is solved at a time. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const served: Migration = {
  async up(database: Kysely<never>) {
    await sql.raw('alter table owners add column served_at timestamptz').execute(database);
  },
};
