/** Stored scenarios: a name for a version, which may be moved to another one. */

import { type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
import { wordedText } from './scenario-versions.ts';
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

const whole = (rows: Rows) => joined(rows).select(wordedText('scenarios', 'name', 'description').as('text'));

export async function findStoredScenario(rows: Rows, owner: string, id: string): Promise<StoredScenario | undefined> {
  return whole(rows).where('scenarios.owner', '=', owner).where('scenarios.id', '=', id).executeTakeFirst();
}

/** With the same content in the same words. */
export async function findSameScenario(
  rows: Rows,
  { owner, name, description, version_hash: hash }: Omit<NewScenario, 'id'>,
): Promise<StoredScenario | undefined> {
  return whole(rows)
    .where('scenarios.owner', '=', owner)
    .where('version_hash', '=', hash)
    .where('scenarios.name', '=', name)
    .where('scenarios.description', 'is not distinct from', description)
    .executeTakeFirst();
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

type NewScenario = Pick<StoredScenario, 'id' | 'owner' | 'name' | 'description' | 'version_hash'>;

export async function insertScenario(rows: Rows, scenario: NewScenario): Promise<void> {
  await rows.insertInto('scenarios').values(scenario).execute();
}

/** @returns false where it is something else by now */
export async function moveScenario(
  rows: Rows,
  { owner, id, ...from }: NewScenario,
  to: Pick<NewScenario, 'name' | 'description' | 'version_hash'>,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('scenarios')
    .set({ ...to, updated_at: sql<Date>`now()` })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('version_hash', '=', from.version_hash)
    .where('name', '=', from.name)
    .where('description', 'is not distinct from', from.description)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
