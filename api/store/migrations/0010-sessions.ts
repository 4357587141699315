/** Sessions of people who signed in with a key. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const sessions: Migration = {
  async up(database: Kysely<never>) {
    await sql
      .raw(`create table sessions (
        id uuid primary key,
        key_id uuid not null references keys,
        hash text not null,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null)`)
      .execute(database);
  },
};
