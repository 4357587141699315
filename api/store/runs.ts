/** Runs as rows: made, found, listed. What workers do with them is in `run-claims.ts`. */

import type { Selectable } from 'kysely';
import type { Rows } from './database.ts';
import type { Result } from './results.ts';
import type { RunStatus, RunsTable } from './tables.ts';

export type Run = Selectable<RunsTable>;

type NewRun = Pick<
  Run,
  'id' | 'owner' | 'scenario_hash' | 'scenario_name' | 'study' | 'options' | 'run_key' | 'priority'
> &
  Partial<Pick<Run, 'batch_id' | 'batch_position'>>;

/** Of one statement; others wait for it. */
const MOST_ROWS = 100;

/** @param known results of earlier runs by run key, which then answer those with the same question at once */
export async function insertRuns(
  rows: Rows,
  runs: readonly NewRun[],
  known: ReadonlyMap<string, Pick<Result, 'id' | 'answer'>> = new Map(),
): Promise<Run[]> {
  const made: Run[] = [];
  for (let first = 0; first < runs.length; first += MOST_ROWS) {
    const piece = runs.slice(first, first + MOST_ROWS).map((run) => {
      const answer = known.get(run.run_key);
      const answered = answer !== undefined && {
        status: 'succeeded' as const,
        result_id: answer.id,
        answer: answer.answer,
        reused: true,
        progress: 1,
        finished_at: new Date(),
      };
      return { ...run, options: JSON.stringify(run.options), status: 'queued' as const, ...answered };
    });
    made.push(...(await rows.insertInto('runs').values(piece).returningAll().execute()));
  }
  const places = new Map(runs.map(({ id }, place) => [id, place]));
  return made.toSorted((a, b) => places.get(a.id)! - places.get(b.id)!);
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
