/** The bytes of a profile → looked into, stored under their hash, named for their owner. */

import { Problem } from '../http/problem.ts';
import { removeUnusedBytes } from '../operations/deletion.ts';
import type { Service } from '../service.ts';
import { holdBytes } from '../store/deletion.ts';
import { placeOfProfile } from '../store/objects.ts';
import { keepProfile } from '../store/profiles.ts';
import type { ThreadPool } from '../thread-pool/thread-pool.ts';
import type { Upload } from './profile-upload.ts';

type Kept = NonNullable<Awaited<ReturnType<typeof keepProfile>>>;

/** @throws Problem where it cannot be used, or the name is another profile's */
export async function storeProfile(
  service: Service,
  pool: ThreadPool,
  owner: string,
  { name, bytes: sent }: Upload,
  signal?: AbortSignal,
): Promise<Kept> {
  const found = await pool.inspect({ bytes: sent, file: name }, signal, sent);
  if ('issues' in found) {
    throw new Problem('profile.invalid', { detail: `${name} cannot be used as a profile.`, issues: found.issues });
  }
  const { id, detected, bytes } = found;
  await service.objects.put(placeOfProfile(id), bytes);
  const kept = await service.database.rows.transaction().execute(async (transaction) => {
    await holdBytes(transaction, id);
    // Once more: whoever deleted the same profile meanwhile has removed its bytes.
    await service.objects.put(placeOfProfile(id), bytes);
    return keepProfile(transaction, { owner, id, name, size_bytes: bytes.length, detected });
  });
  if (kept !== undefined) return kept;
  await removeUnusedBytes(service, id);
  const detail = `Another profile is named ${name}. Give this one another name, or leave the name out of use: scenarios may name profiles by id.`;
  throw new Problem('profile.name-taken', { detail });
}
