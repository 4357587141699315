/** What is deleted, and what that leaves without a use. Statements of one transaction; files are removed after it. */

import { sql } from 'kysely';
import type { Rows } from './database.ts';

/**
 * Runs that have ended, with events, idempotency keys, and the answers and versions that nobody else has. Others of
 * these ids stay.
 *
 * @returns ids of the results whose files nobody needs any more
 */
export async function deleteEndedRuns(transaction: Rows, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await transaction
    .selectFrom('runs')
    .select(['id', 'owner', 'result_id', 'source_result', 'scenario_hash'])
    .where('id', 'in', ids)
    .where('status', 'not in', ['queued', 'running'])
    .orderBy('id')
    .forUpdate()
    .execute();
  if (found.length === 0) return [];
  const ended = found.map(({ id }) => id);
  await transaction.deleteFrom('idempotency_keys').where('run_id', 'in', ended).execute();
  await transaction.deleteFrom('run_events').where('run_id', 'in', ended).execute();
  await transaction.deleteFrom('runs').where('id', 'in', ended).execute();
  const owners = Map.groupBy(found, ({ owner }) => owner);
  for (const [owner, own] of owners) {
    await deleteUnusedVersions(
      transaction,
      owner,
      own.map(({ scenario_hash: hash }) => hash),
    );
  }
  return deleteUnusedResults(
    transaction,
    found.flatMap(({ result_id, source_result }) => [result_id ?? [], source_result ?? []].flat()),
  );
}

async function deleteUnusedResults(transaction: Rows, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  // Locked first: a run that is just being answered by one of them is seen by the next statement, or finds it gone.
  await transaction.selectFrom('results').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
  const deleted = await transaction
    .deleteFrom('results')
    .where('id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('runs').select('runs.id').whereRef('runs.result_id', '=', 'results.id'))),
    )
    // What a study stands on stays as long as the study does.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('runs').select('runs.id').whereRef('runs.source_result', '=', 'results.id'))),
    )
    .returning('id')
    .execute();
  return deleted.map(({ id }) => id);
}

/** Of these versions those that neither a run nor a stored scenario has. */
export async function deleteUnusedVersions(transaction: Rows, owner: string, hashes: readonly string[]): Promise<void> {
  await transaction
    .selectFrom('scenario_versions')
    .select('hash')
    .where('owner', '=', owner)
    .where('hash', 'in', hashes)
    .orderBy('hash')
    .forUpdate()
    .execute();
  await sql`
    delete from scenario_versions v
    where v.owner = ${owner} and v.hash in (${sql.join(hashes)})
      and not exists (select 1 from runs r where r.owner = v.owner and r.scenario_hash = v.hash)
      and not exists (select 1 from scenarios s where s.owner = v.owner and s.version_hash = v.hash)`.execute(
    transaction,
  );
}

/** Nothing of it may be open. @returns ids of the results whose files nobody needs any more */
export async function deleteBatch(transaction: Rows, id: string): Promise<string[]> {
  const runs = await transaction.selectFrom('runs').select('id').where('batch_id', '=', id).execute();
  await transaction.deleteFrom('idempotency_keys').where('batch_id', '=', id).execute();
  const results = await deleteEndedRuns(
    transaction,
    runs.map((run) => run.id),
  );
  await transaction.deleteFrom('batches').where('id', '=', id).execute();
  return results;
}

/** Runs by themselves and batches as a whole that ended before so many days, a few of them: there may be more. */
export async function deleteOld(
  transaction: Rows,
  keptDays: number,
): Promise<{ readonly count: number; readonly results: readonly string[] }> {
  const cutoff = sql<Date>`now() - make_interval(days => ${keptDays})`;
  const runs = await transaction
    .selectFrom('runs')
    .select('id')
    .where('batch_id', 'is', null)
    .where('finished_at', '<', cutoff)
    .limit(AT_ONCE)
    .execute();
  const results = await deleteEndedRuns(
    transaction,
    runs.map(({ id }) => id),
  );
  const batch = await transaction
    .selectFrom('runs')
    .select('batch_id')
    .where('batch_id', 'is not', null)
    .groupBy('batch_id')
    .having(sql<boolean>`bool_and(coalesce(finished_at < ${cutoff}, false))`)
    .limit(1)
    .executeTakeFirst();
  if (batch !== undefined) results.push(...(await deleteBatch(transaction, batch.batch_id!)));
  return { count: runs.length + (batch === undefined ? 0 : 1), results };
}

const AT_ONCE = 100;

/** Paths of what would be left without it, some of them; what is asked about is locked, so that no user can come. */
export async function usersOfProfile(transaction: Rows, owner: string, id: string): Promise<string[]> {
  await transaction
    .selectFrom('profiles')
    .select('id')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const named = sql`exists (select 1 from jsonb_each_text(v.profiles) named where named.value = ${id})`;
  return pathsOf(
    transaction,
    sql`
    select '/v1/scenarios/' || s.id as path from scenarios s
      join scenario_versions v on v.owner = s.owner and v.hash = s.version_hash where v.owner = ${owner} and ${named}
    union all
    select '/v1/runs/' || r.id from runs r
      join scenario_versions v on v.owner = r.owner and v.hash = r.scenario_hash where v.owner = ${owner} and ${named}`,
  );
}

/** Of the version at which a stored scenario is. */
export async function usersOfVersion(transaction: Rows, owner: string, hash: string): Promise<string[]> {
  return pathsOf(
    transaction,
    sql`select '/v1/runs/' || r.id as path from runs r where r.owner = ${owner} and r.scenario_hash = ${hash}`,
  );
}

const MOST_TOLD = 20;

async function pathsOf(transaction: Rows, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`select path from (${query}) users limit ${MOST_TOLD}`.execute(
    transaction,
  );
  return rows.map(({ path }) => path);
}

/** Whoever stores or removes the bytes of a profile does so alone, until the end of the transaction. */
export async function holdBytes(transaction: Rows, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(transaction);
}
