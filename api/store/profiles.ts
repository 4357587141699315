/** Stored profiles: rows that say what was detected; the bytes are objects under their own hash. */

import { type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
import type { ProfilesTable } from './tables.ts';

export type StoredProfile = Selectable<ProfilesTable>;

export async function findProfile(rows: Rows, owner: string, nameOrId: string): Promise<StoredProfile | undefined> {
  const [found] = await findProfiles(rows, owner, [nameOrId]);
  return found;
}

async function findProfiles(rows: Rows, owner: string, namesOrIds: readonly string[]): Promise<StoredProfile[]> {
  if (namesOrIds.length === 0) return [];
  return rows
    .selectFrom('profiles')
    .selectAll()
    .where('owner', '=', owner)
    .where(({ or, eb }) => or([eb('id', 'in', namesOrIds), eb('name', 'in', namesOrIds)]))
    .execute();
}

/** Of those that are stored, without what was detected in them. */
export async function findProfileIds(rows: Rows, owner: string, namesOrIds: readonly string[]) {
  if (namesOrIds.length === 0) return [];
  return rows
    .selectFrom('profiles')
    .select(['id', 'name'])
    .where('owner', '=', owner)
    .where(({ or, eb }) => or([eb('id', 'in', namesOrIds), eb('name', 'in', namesOrIds)]))
    .execute();
}

/** Of one page together: whatever there may be in a profile, a page stays short. */
const MOST_COLUMNS = 2_000;

/** By name, as many as fit; each says whether there is another one after it. */
export async function listProfiles(rows: Rows, owner: string, after: string, limit: number) {
  const next = rows
    .selectFrom('profiles')
    .selectAll()
    .where('owner', '=', owner)
    .where('name', '>', after)
    .orderBy('name')
    .limit(limit + 1);
  const counted = rows
    .selectFrom(next.as('next'))
    .selectAll()
    .select([
      sql<number>`sum(jsonb_array_length(detected->'columns')) over (order by name)`.as('columns'),
      sql<number>`row_number() over (order by name)`.as('place'),
      sql<boolean>`lead(name) over (order by name) is not null`.as('hasNext'),
    ]);
  return rows
    .selectFrom(counted.as('counted'))
    .selectAll()
    .where(({ or, eb }) => or([eb('columns', '<=', MOST_COLUMNS), eb('place', '=', 1)]))
    .orderBy('name')
    .limit(limit)
    .execute();
}

/** Until the end of the transaction nobody deletes them. @returns how many there are */
export async function holdProfiles(transaction: Rows, owner: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const held = transaction.selectFrom('profiles').select('id').where('owner', '=', owner).where('id', 'in', ids);
  return (await held.orderBy('id').forKeyShare().execute()).length;
}

/** Undefined where the name belongs to other bytes. */
export async function keepProfile(
  rows: Rows,
  profile: Omit<StoredProfile, 'created_at'>,
): Promise<{ readonly stored: StoredProfile; readonly isNew: boolean } | undefined> {
  const inserted = await rows
    .insertInto('profiles')
    .values({ ...profile, detected: JSON.stringify(profile.detected) })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return { stored: inserted, isNew: true };
  const stored = await rows
    .selectFrom('profiles')
    .selectAll()
    .where('owner', '=', profile.owner)
    .where('id', '=', profile.id)
    .executeTakeFirst();
  return stored && { stored, isNew: false };
}
