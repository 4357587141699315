/** Runs as rows: made, found, listed. What workers do with them is in `run-claims.ts`. */

import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
import type { Result } from './results.ts';
import type { RunStatus, RunsTable, Tables } from './tables.ts';

export type Run = Selectable<RunsTable>;

/** With what its answer comes to. */
export type AnsweredRun = Run & Pick<Result, 'figures'>;

type NewRun = Pick<
  Run,
  'id' | 'owner' | 'scenario_hash' | 'scenario_name' | 'study' | 'options' | 'run_key' | 'priority'
> &
  Partial<Pick<Run, 'batch_id' | 'batch_position' | 'scenario_description' | 'asked' | 'source_run' | 'source_result'>>;

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
      const asked = run.asked ? JSON.stringify(run.asked) : null;
      return { ...run, asked, options: JSON.stringify(run.options), status: 'queued' as const, ...answered };
    });
    made.push(...(await rows.insertInto('runs').values(piece).returningAll().execute()));
  }
  const places = new Map(runs.map(({ id }, place) => [id, place]));
  return made.toSorted((a, b) => places.get(a.id)! - places.get(b.id)!);
}

/** Runs with the figures of their results. */
export const answeredRuns = (rows: Rows) =>
  rows
    .selectFrom('runs')
    .selectAll('runs')
    .select(({ selectFrom }) =>
      selectFrom('results').select('results.figures').whereRef('results.id', '=', 'runs.result_id').as('figures'),
    );

export async function findRun(rows: Rows, owner: string, id: string): Promise<AnsweredRun | undefined> {
  return answeredRuns(rows).where('id', '=', id).where('owner', '=', owner).executeTakeFirst();
}

/** The newest of each of these scenarios. */
export async function lastRuns(rows: Rows, owner: string, hashes: readonly string[]): Promise<AnsweredRun[]> {
  if (hashes.length === 0) return [];
  return answeredRuns(rows)
    .distinctOn('scenario_hash')
    .where('owner', '=', owner)
    .where('scenario_hash', 'in', hashes)
    .orderBy('scenario_hash')
    .orderBy('created_at', 'desc')
    .execute();
}

export interface RunFilter {
  readonly statuses?: readonly RunStatus[] | undefined;
  readonly scenarioHash?: string | undefined;
  readonly batch?: string | undefined;
  readonly study?: string | undefined;
  /** Studies that stand on it. */
  readonly onRun?: string | undefined;
  /** Part of the scenario's name, however it is written. */
  readonly name?: string | undefined;
  /** Submitted in this time; the first is in, the second is not. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** The last run of the page before. */
  readonly after?: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
  readonly order: 'newest' | 'oldest';
}

/** A page of them, and how many there are in all. */
export async function listRuns(
  rows: Rows,
  owner: string,
  filter: RunFilter,
): Promise<{ readonly runs: AnsweredRun[]; readonly total: number }> {
  const { after, limit, order } = filter;
  const direction = order === 'newest' ? 'desc' : 'asc';
  let query = answeredRuns(rows).where(fitting(owner, filter));
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at', 'id'), direction === 'desc' ? '<' : '>', tuple(after.createdAt, after.id)),
    );
  }
  const { count } = await rows
    .selectFrom('runs')
    .select(sql<string>`count(*)`.as('count'))
    .where(fitting(owner, filter))
    .executeTakeFirstOrThrow();
  const runs = await query.orderBy('created_at', direction).orderBy('id', direction).limit(limit).execute();
  return { runs, total: Number(count) };
}

function fitting(owner: string, { statuses, scenarioHash, batch, study, onRun, name, from, to }: RunFilter) {
  return ({ eb, and }: ExpressionBuilder<Tables, 'runs'>) =>
    and([
      eb('owner', '=', owner),
      ...(statuses === undefined ? [] : [eb('status', 'in', statuses)]),
      ...(scenarioHash === undefined ? [] : [eb('scenario_hash', '=', scenarioHash)]),
      ...(batch === undefined ? [] : [eb('batch_id', '=', batch)]),
      ...(study === undefined ? [] : [eb('study', '=', study)]),
      ...(onRun === undefined ? [] : [eb('source_run', '=', onRun)]),
      ...(name === undefined ? [] : [sql<boolean>`strpos(lower(scenario_name), lower(${name})) > 0`]),
      ...(from === undefined ? [] : [eb('created_at', '>=', from)]),
      ...(to === undefined ? [] : [eb('created_at', '<', to)]),
    ]);
}
