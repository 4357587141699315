/** Uses of keys counted by the hour, and what the metrics ask for found without reading every run. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table audit add column requests integer not null default 1',
  `create unique index audit_uses on audit (owner, subject, action, at) where action in ('key.used', 'token.used')`,
  'create index audit_by_owner on audit (owner, id)',
  'create index runs_by_status on runs (status)',
  'create index runs_finished on runs (finished_at) where finished_at is not null',
];

export const access: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
