/** Stored scenarios: a name for a version, which may be moved to another one. */

import { type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
import { documentText } from './scenario-versions.ts';
import type { ScenariosTable, ScenarioVersionsTable } from './tables.ts';

type Outline = Selectable<ScenariosTable> & Pick<Selectable<ScenarioVersionsTable>, 'profiles'>;

export type ListedScenario = Outline & {
  readonly phases: readonly { readonly name: string; readonly firstYear: number; readonly itCapacityMW: number }[];
};

export type StoredScenario = Outline & {
  /** The document as JSON. */
  readonly text: string;
};

const joined = (rows: Rows) =>
  rows
    .selectFrom('scenarios')
    .innerJoin('scenario_versions', (join) =>
      join
        .onRef('scenario_versions.owner', '=', 'scenarios.owner')
        .onRef('scenario_versions.hash', '=', 'scenarios.version_hash'),
    )
    .selectAll('scenarios')
    .select('scenario_versions.profiles');

const whole = (rows: Rows) => joined(rows).select(documentText.as('text'));

export async function findStoredScenario(rows: Rows, owner: string, id: string): Promise<StoredScenario | undefined> {
  return whole(rows).where('scenarios.owner', '=', owner).where('scenarios.id', '=', id).executeTakeFirst();
}

export async function findScenarioOfVersion(rows: Rows, owner: string, hash: string) {
  return whole(rows).where('scenarios.owner', '=', owner).where('version_hash', '=', hash).executeTakeFirst();
}

/** Newest first, without their documents: a page of those could be any size. */
export async function listScenarios(
  rows: Rows,
  owner: string,
  after: { readonly createdAt: Date; readonly id: string } | undefined,
  limit: number,
): Promise<ListedScenario[]> {
  let query = joined(rows)
    .select(sql<ListedScenario['phases']>`scenario_versions.document->'phases'`.as('phases'))
    .where('scenarios.owner', '=', owner);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('scenarios.created_at', 'scenarios.id'), '<', tuple(after.createdAt, after.id)),
    );
  }
  return query.orderBy('scenarios.created_at', 'desc').orderBy('scenarios.id', 'desc').limit(limit).execute();
}

export async function insertScenario(
  rows: Rows,
  scenario: Pick<StoredScenario, 'id' | 'owner' | 'name' | 'version_hash'>,
): Promise<void> {
  await rows.insertInto('scenarios').values(scenario).execute();
}

/** @returns false where it is at another version by now */
export async function moveScenario(
  rows: Rows,
  { owner, id }: Pick<StoredScenario, 'owner' | 'id'>,
  from: string,
  to: Pick<StoredScenario, 'name' | 'version_hash'>,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('scenarios')
    .set({ ...to, updated_at: sql<Date>`now()` })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('version_hash', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
