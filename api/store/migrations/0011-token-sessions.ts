/** Sessions of people who signed in with a token of an issuer: of no key. Those that are open are opened anew. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const tokenSessions: Migration = {
  async up(database: Kysely<never>) {
    await sql.raw('delete from sessions').execute(database);
    await sql
      .raw(`alter table sessions
        alter column key_id drop not null,
        add column owner text not null references owners,
        add column scopes jsonb not null,
        add column ends_at timestamptz(3) not null`)
      .execute(database);
  },
};
