/** The same request sent again under its key is answered with what came of it the first time. */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Problem } from '../http/problem.ts';
import type { Service } from '../service.ts';
import type { Rows } from '../store/database.ts';
import { type Remembered, remember, rememberedFor } from '../store/idempotency.ts';

export const idempotencyHeader = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .meta({ expectation: 'visible ASCII characters without spaces, at most 200' })
    .optional(),
});

export interface KeyedRequest {
  readonly owner: string;
  readonly key: string | undefined;
  /** See `hashOfBody`. */
  readonly bodyHash: string;
  /** What comes of it. */
  readonly kind: Remembered['kind'];
}

/** Of a body as it was understood: defaults filled in, however it was written. */
export const hashOfBody = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/**
 * Id of what came of the request, now or before.
 *
 * @param prepare everything that is long and changes nothing; gives what is then stored in one transaction
 * @throws Problem where the key came with another body
 */
export async function onceUnderKey(
  { database }: Service,
  { owner, key, bodyHash, kind }: KeyedRequest,
  prepare: () => Promise<(transaction: Rows) => Promise<string>>,
): Promise<string> {
  const { rows } = database;
  const before = async () => {
    const known = key === undefined ? undefined : await rememberedFor(rows, owner, key);
    if (known === undefined) return undefined;
    if (known.bodyHash === bodyHash && known.kind === kind) return known.id;
    const detail = `The key ${key} came before with another body. Send the same body, or another key.`;
    throw new Problem('idempotency.other-body', { detail });
  };
  const known = await before();
  if (known !== undefined) return known;
  const store = await prepare();
  try {
    return await rows.transaction().execute(async (transaction) => {
      const id = await store(transaction);
      const isFirst = key === undefined || (await remember(transaction, owner, key, { bodyHash, kind, id }));
      if (!isFirst) throw new SecondRequest();
      return id;
    });
  } catch (error) {
    if (!(error instanceof SecondRequest)) throw error;
    return (await before())!;
  }
}

/** The same request came at the same time under the same key, and the other one was first. */
class SecondRequest extends Error {}
