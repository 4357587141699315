/** Keys made and revoked, each together with its line in the audit. */

import type { Kysely } from 'kysely';
import { addAudit } from '../store/audit.ts';
import { endKey, insertKey, type Key, keepOwner } from '../store/keys.ts';
import type { Tables } from '../store/tables.ts';
import type { Scope } from './scopes.ts';
import { makeSecret } from './secret.ts';

export interface KeyRequest {
  readonly name: string;
  /** Shared with the other keys of this owner; where absent, what is made with the key is seen with it alone. */
  readonly owner?: string | undefined;
  readonly scopes: readonly Scope[];
  /** Opens nothing from then on; never ends by itself where absent. */
  readonly expiresAt?: Date | undefined;
}

/** @param by id of the key in whose name it is made; null on the machine itself */
export async function makeKey(
  rows: Kysely<Tables>,
  { name, owner, scopes, expiresAt }: KeyRequest,
  by: string | null,
): Promise<{ readonly key: Key; readonly secret: string }> {
  const { id, secret, hash } = makeSecret();
  const key = await rows.transaction().execute(async (transaction) => {
    const theirs = owner ?? id;
    await keepOwner(transaction, theirs, owner ?? name);
    const row = { id, owner: theirs, name, hash, scopes: [...scopes], expires_at: expiresAt ?? null };
    const made = await insertKey(transaction, row);
    await addAudit(transaction, { owner: theirs, keyId: by, action: 'key.created', subject: id });
    return made;
  });
  return { key, secret };
}

/** Undefined where there is none that could be revoked. */
export async function revokeKey(rows: Kysely<Tables>, id: string, by: string | null): Promise<Key | undefined> {
  return rows.transaction().execute(async (transaction) => {
    const key = await endKey(transaction, id);
    if (key !== undefined) {
      await addAudit(transaction, { owner: key.owner, keyId: by, action: 'key.revoked', subject: id });
    }
    return key;
  });
}
