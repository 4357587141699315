/** Keys may end by themselves, and what is old in the audit is found without reading all of it. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table keys add column expires_at timestamptz(3)',
  'create index audit_by_time on audit (at)',
];

export const expiry: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
