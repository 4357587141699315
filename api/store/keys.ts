/** Keys as rows: never removed, so that what was done with one can always be told. */

import { type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
import type { KeysTable } from './tables.ts';

export type Key = Selectable<KeysTable>;

export async function insertKey(
  rows: Rows,
  { scopes, ...key }: Pick<Key, 'id' | 'owner' | 'name' | 'hash' | 'scopes' | 'expires_at'>,
): Promise<Key> {
  return rows
    .insertInto('keys')
    .values({ ...key, scopes: JSON.stringify(scopes) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findKey(rows: Rows, id: string): Promise<Key | undefined> {
  return rows.selectFrom('keys').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Of all owners, oldest first; revoked ones too. */
export async function listKeys(
  rows: Rows,
  after: { readonly createdAt: Date; readonly id: string } | undefined,
  limit: number,
): Promise<Key[]> {
  let query = rows.selectFrom('keys').selectAll();
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at', 'id'), '>', tuple(after.createdAt, after.id)),
    );
  }
  return query.orderBy('created_at').orderBy('id').limit(limit).execute();
}

/** Undefined where there is none that could be revoked. */
export async function endKey(rows: Rows, id: string): Promise<Key | undefined> {
  return rows
    .updateTable('keys')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** @param which `ever` counts those that are revoked or expired as well */
export async function isAnyKey(rows: Rows, which: 'ever' | 'in use'): Promise<boolean> {
  const query = rows.selectFrom('keys').select('id').limit(1);
  const inUse = query
    .where('revoked_at', 'is', null)
    .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date())]));
  const found = await (which === 'ever' ? query : inUse).executeTakeFirst();
  return found !== undefined;
}

export async function keepOwner(rows: Rows, id: string, name: string): Promise<void> {
  await rows
    .insertInto('owners')
    .values({ id, name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
