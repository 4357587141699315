/** Deleting what nobody uses any more, rows first: files without rows are removed at the next start at the latest. */

import { Problem } from '../http/problem.ts';
import type { Service } from '../service.ts';
import type { Rows } from '../store/database.ts';
import { deleteOld, deleteUnusedVersions, holdBytes, usersOfProfile, usersOfVersion } from '../store/deletion.ts';
import { placeOfProfile, placeOfResult } from '../store/objects.ts';
import type { StoredProfile } from '../store/profiles.ts';
import type { StoredScenario } from '../store/scenarios.ts';

/** @param work deletes rows, and gives the results whose files are to go with them */
export async function deleteWithFiles(
  { database, objects }: Service,
  work: (transaction: Rows) => Promise<readonly string[]>,
): Promise<void> {
  const results = await database.rows.transaction().execute(work);
  for (const id of results) await objects.remove(placeOfResult(id));
}

/** @throws Problem (409) with the runs that are of it */
export async function deleteScenario({ database }: Service, { owner, id, version_hash: hash }: StoredScenario) {
  await database.rows.transaction().execute(async (transaction) => {
    refuseInUse(await usersOfVersion(transaction, owner, hash));
    await transaction.deleteFrom('scenarios').where('owner', '=', owner).where('id', '=', id).execute();
    await deleteUnusedVersions(transaction, owner, [hash]);
  });
}

/** @throws Problem (409) with the scenarios and runs that name it */
export async function deleteProfile(service: Service, { owner, id }: StoredProfile): Promise<void> {
  await service.database.rows.transaction().execute(async (transaction) => {
    refuseInUse(await usersOfProfile(transaction, owner, id));
    await transaction.deleteFrom('profiles').where('owner', '=', owner).where('id', '=', id).execute();
  });
  await removeUnusedBytes(service, id);
}

/** Of a profile that no owner has: deleted, or refused after it was written. */
export async function removeUnusedBytes({ database, objects }: Service, id: string): Promise<void> {
  await database.rows.transaction().execute(async (transaction) => {
    await holdBytes(transaction, id);
    const known = await transaction.selectFrom('profiles').select('id').where('id', '=', id).limit(1).execute();
    if (known.length === 0) await objects.drop(placeOfProfile(id));
  });
}

/** Runs and batches that ended before so many days, with their files. Safe from several processes at once. */
export async function forgetRuns(service: Service, keptDays: number): Promise<void> {
  for (let count = 1; count > 0; ) {
    await deleteWithFiles(service, async (transaction) => {
      const deleted = await deleteOld(transaction, keptDays);
      count = deleted.count;
      return deleted.results;
    });
  }
}

function refuseInUse(users: readonly string[]): void {
  if (users.length === 0) return;
  throw new Problem('in-use', { detail: `It is used by ${users.join(', ')}. Delete those first.` });
}
