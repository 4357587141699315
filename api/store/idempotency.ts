/** Keys under which a client may send the same request again without anything second coming of it. */

import type { Rows } from './database.ts';

export interface Remembered {
  readonly bodyHash: string;
  readonly kind: 'run' | 'batch';
  readonly id: string;
}

export async function rememberedFor(rows: Rows, owner: string, key: string): Promise<Remembered | undefined> {
  const found = await rows
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'run_id', 'batch_id'])
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { body_hash: bodyHash, run_id: run, batch_id: batch } = found;
  return run === null ? { bodyHash, kind: 'batch', id: batch! } : { bodyHash, kind: 'run', id: run };
}

/** False where another request was quicker under the same key. */
export async function remember(rows: Rows, owner: string, key: string, { bodyHash, kind, id }: Remembered) {
  const subject = { run_id: kind === 'run' ? id : null, batch_id: kind === 'batch' ? id : null };
  const { numInsertedOrUpdatedRows } = await rows
    .insertInto('idempotency_keys')
    .values({ owner, key, body_hash: bodyHash, ...subject })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
