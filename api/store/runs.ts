/** Runs as rows: made, found, listed. What workers do with them is in `run-claims.ts`. */

import type { Selectable } from 'kysely';
import type { Rows } from './database.ts';
import type { Result } from './results.ts';
import type { RunStatus, RunsTable } from './tables.ts';

export type Run = Selectable<RunsTable>;

type NewRun = Pick<
  Run,
  'id' | 'owner' | 'scenario_hash' | 'scenario_name' | 'study' | 'options' | 'run_key' | 'priority'
>;

/** @param known result of an earlier run with the same question, which then answers this one at once */
export async function insertRun(rows: Rows, run: NewRun, known: Pick<Result, 'id' | 'answer'> | undefined) {
  const answered = known !== undefined && {
    status: 'succeeded' as const,
    result_id: known.id,
    answer: known.answer,
    reused: true,
    progress: 1,
    finished_at: new Date(),
  };
  return rows
    .insertInto('runs')
    .values({ ...run, options: JSON.stringify(run.options), status: 'queued', ...answered })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findRun(rows: Rows, owner: string, id: string): Promise<Run | undefined> {
  return rows.selectFrom('runs').selectAll().where('id', '=', id).where('owner', '=', owner).executeTakeFirst();
}

export interface RunFilter {
  readonly status?: RunStatus | undefined;
  readonly scenarioHash?: string | undefined;
  /** The last run of the page before. */
  readonly after?: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function listRuns(rows: Rows, owner: string, filter: RunFilter): Promise<Run[]> {
  const { status, scenarioHash, after, limit } = filter;
  let query = rows.selectFrom('runs').selectAll().where('owner', '=', owner);
  if (status !== undefined) query = query.where('status', '=', status);
  if (scenarioHash !== undefined) query = query.where('scenario_hash', '=', scenarioHash);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at', 'id'), '<', tuple(after.createdAt, after.id)),
    );
  }
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
