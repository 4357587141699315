/** Keys under which a client may send the same request again without a second run coming of it. */

import type { Rows } from './database.ts';

export interface Remembered {
  readonly bodyHash: string;
  readonly runId: string;
}

export async function rememberedFor(rows: Rows, owner: string, key: string): Promise<Remembered | undefined> {
  const found = await rows
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'run_id'])
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst();
  return found && { bodyHash: found.body_hash, runId: found.run_id };
}

/** False where another request was quicker under the same key. */
export async function remember(rows: Rows, owner: string, key: string, { bodyHash, runId }: Remembered) {
  const { numInsertedOrUpdatedRows } = await rows
    .insertInto('idempotency_keys')
    .values({ owner, key, body_hash: bodyHash, run_id: runId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
