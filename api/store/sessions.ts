/** Sessions as rows: each of a key, or of a token's owner, gone when it is over. */

import { type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
import type { SessionsTable } from './tables.ts';

export type Session = Selectable<SessionsTable>;

/** Of one key, or of one owner without, at a time; the oldest go first. */
const MOST_AT_ONCE = 20;

/** Those that are over are removed as others begin. */
export async function insertSession(rows: Rows, { scopes, ...session }: Omit<Session, 'created_at'>): Promise<void> {
  await rows
    .insertInto('sessions')
    .values({ ...session, scopes: JSON.stringify(scopes) })
    .execute();
  await sql`
    delete from sessions where expires_at <= ${new Date()} or id in (
      select id from sessions where owner = ${session.owner} and key_id is not distinct from ${session.key_id}
      order by created_at desc, id offset ${MOST_AT_ONCE})`.execute(rows);
}

/** Neither over, nor of a key that was revoked or has expired. */
export async function findSession(rows: Rows, id: string): Promise<Session | undefined> {
  const now = new Date();
  return rows
    .selectFrom('sessions')
    .leftJoin('keys', 'keys.id', 'sessions.key_id')
    .selectAll('sessions')
    .where('sessions.id', '=', id)
    .where('sessions.expires_at', '>', now)
    .where('keys.revoked_at', 'is', null)
    .where(({ eb, or }) => or([eb('keys.expires_at', 'is', null), eb('keys.expires_at', '>', now)]))
    .executeTakeFirst();
}

export async function extendSession(rows: Rows, id: string, expiresAt: Date): Promise<void> {
  await rows.updateTable('sessions').set({ expires_at: expiresAt }).where('id', '=', id).execute();
}

export async function deleteSession(rows: Rows, id: string): Promise<void> {
  await rows.deleteFrom('sessions').where('id', '=', id).execute();
}
