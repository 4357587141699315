/** Scenarios by their content: what was once run or stored under a hash never changes. */

import type { Selectable } from 'kysely';
import type { Rows } from './database.ts';
import type { ScenarioVersionsTable } from './tables.ts';

export type ScenarioVersion = Selectable<ScenarioVersionsTable>;

export async function keepVersions(
  rows: Rows,
  versions: readonly Omit<ScenarioVersion, 'created_at'>[],
): Promise<void> {
  // In one order everywhere: two that keep the same versions the other way round would wait for each other for ever.
  const byHash = [...new Map(versions.map((version) => [version.hash, version])).values()];
  byHash.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  await rows
    .insertInto('scenario_versions')
    .values(
      byHash.map((version) => ({
        ...version,
        document: JSON.stringify(version.document),
        profiles: JSON.stringify(version.profiles),
      })),
    )
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
