/** Stored profiles: rows that say what was detected; the bytes are objects under their own hash. */

import type { Selectable } from 'kysely';
import type { Rows } from './database.ts';
import type { ProfilesTable } from './tables.ts';

export type StoredProfile = Selectable<ProfilesTable>;

export const placeOfProfile = (id: string): string => `profiles/${id}`;

export async function findProfile(rows: Rows, owner: string, nameOrId: string): Promise<StoredProfile | undefined> {
  const [found] = await findProfiles(rows, owner, [nameOrId]);
  return found;
}

export async function findProfiles(rows: Rows, owner: string, namesOrIds: readonly string[]): Promise<StoredProfile[]> {
  if (namesOrIds.length === 0) return [];
  return rows
    .selectFrom('profiles')
    .selectAll()
    .where('owner', '=', owner)
    .where(({ or, eb }) => or([eb('id', 'in', namesOrIds), eb('name', 'in', namesOrIds)]))
    .execute();
}

export async function listProfiles(rows: Rows, owner: string, after: string, limit: number): Promise<StoredProfile[]> {
  return rows
    .selectFrom('profiles')
    .selectAll()
    .where('owner', '=', owner)
    .where('name', '>', after)
    .orderBy('name')
    .limit(limit)
    .execute();
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
