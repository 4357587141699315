/** Runs of a batch have a place in it, a batch knows what it varies, and a key may stand for a run or for a batch. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table batches add column sweep jsonb',
  'create index batches_by_owner on batches (owner, created_at, id)',
  'alter table runs add column batch_position integer',
  'alter table runs add check ((batch_id is null) = (batch_position is null))',
  'drop index runs_by_batch',
  'create unique index runs_by_batch on runs (batch_id, batch_position) where batch_id is not null',
  'alter table idempotency_keys alter column run_id drop not null',
  'alter table idempotency_keys add column batch_id uuid references batches',
  'alter table idempotency_keys add check ((run_id is null) <> (batch_id is null))',
];

export const batches: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
