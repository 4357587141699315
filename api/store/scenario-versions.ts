/** Scenarios by their content: what was once run or stored under a hash never changes. */

import type { Selectable } from 'kysely';
import type { Rows } from './database.ts';
import type { ScenarioVersionsTable } from './tables.ts';

export type ScenarioVersion = Selectable<ScenarioVersionsTable>;

export async function keepVersion(rows: Rows, version: Omit<ScenarioVersion, 'created_at'>): Promise<void> {
  await rows
    .insertInto('scenario_versions')
    .values({
      ...version,
      document: JSON.stringify(version.document),
      profiles: JSON.stringify(version.profiles),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findVersion(rows: Rows, owner: string, hash: string): Promise<ScenarioVersion | undefined> {
  return rows
    .selectFrom('scenario_versions')
    .selectAll()
    .where('owner', '=', owner)
    .where('hash', '=', hash)
    .executeTakeFirst();
}
