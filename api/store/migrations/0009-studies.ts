/** Runs know what is asked of a study, and the plan that it stands on; that plan stays as long as they do. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table runs add column asked jsonb',
  'alter table runs add column source_run uuid',
  'alter table runs add column source_result uuid references results',
  'create index runs_by_source on runs (source_result) where source_result is not null',
];

export const studies: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
