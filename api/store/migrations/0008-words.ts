/** Name and description are of whoever asks, no longer of the content: runs and stored scenarios keep their own. */

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table scenarios add column description text',
  'alter table runs add column scenario_description text',
  `update scenarios s set description = v.document->>'description'
    from scenario_versions v where v.owner = s.owner and v.hash = s.version_hash and v.document ? 'description'`,
  `update runs r set scenario_description = v.document->>'description'
    from scenario_versions v where v.owner = r.owner and v.hash = r.scenario_hash and v.document ? 'description'`,
];

export const words: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
