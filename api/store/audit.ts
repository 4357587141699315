/** What was done with whose key. Rows are added, and those of uses counted up; `forgetting.ts` removes the oldest. */

import { type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
import type { AuditTable } from './tables.ts';

export type AuditEntry = Selectable<AuditTable>;

export const auditActions = [
  'key.created',
  'key.revoked',
  'key.used',
  'token.used',
  'session.opened',
  'session.ended',
  'deleted',
  'audit.forgotten',
] as const;

export interface Deed {
  readonly owner: string;
  /** Of who did it; null on the machine itself and for tokens. */
  readonly keyId: string | null;
  readonly action: (typeof auditActions)[number];
  /** Id of the key, path of what was deleted, or age of what was forgotten. */
  readonly subject: string;
}

export async function addAudit(rows: Rows, { keyId, ...deed }: Deed): Promise<void> {
  await rows
    .insertInto('audit')
    .values({ ...deed, key_id: keyId })
    .execute();
}

export interface Use extends Deed {
  readonly requests: number;
}

/** One row a key and hour. */
export async function addUse(rows: Rows, { keyId, requests, ...deed }: Use): Promise<void> {
  await rows
    .insertInto('audit')
    .values({ ...deed, key_id: keyId, requests, at: sql<Date>`date_trunc('hour', now())` })
    .onConflict((conflict) =>
      conflict
        .columns(['owner', 'subject', 'action', 'at'])
        .where('action', 'in', sql<never>`('key.used', 'token.used')`)
        .doUpdateSet({ requests: sql<number>`audit.requests + excluded.requests` }),
    )
    .execute();
  if (keyId === null) return;
  await rows.updateTable('keys').set({ last_used_at: sql<Date>`now()` }).where('id', '=', keyId).execute();
}

/** Newest first. */
export async function listAudit(
  rows: Rows,
  {
    owner,
    before,
    limit,
  }: { readonly owner?: string | undefined; readonly before?: number | undefined; readonly limit: number },
): Promise<AuditEntry[]> {
  let query = rows.selectFrom('audit').selectAll();
  if (owner !== undefined) query = query.where('owner', '=', owner);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(limit).execute();
}
