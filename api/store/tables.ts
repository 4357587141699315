/** The rows of the store, as types. Hours never come here: they are files behind `ObjectStore`. */

import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { RunFigures, StudyFigures } from '../schemas/run-figures.ts';

export type RunStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

type Json<T> = JSONColumnType<T & object, string, string>;
type JsonOrNull<T> = JSONColumnType<(T & object) | null, string | null, string | null>;
/** Set by the database when the row is made. */
type Made = ColumnType<Date, never, never>;
type Moment = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface RunsTable {
  readonly id: string;
  readonly owner: string;
  readonly batch_id: string | null;
  /** Counts from 0 in the order in which the batch was asked for. */
  readonly batch_position: number | null;
  readonly scenario_hash: string;
  readonly scenario_name: string;
  /** Null where there is none. */
  readonly scenario_description: ColumnType<string | null, string | null | undefined, string | null>;
  readonly study: string;
  /** As asked, defaults filled in. */
  readonly options: Json<Readonly<Record<string, unknown>>>;
  /** Of a study beside plan and dispatch, defaults filled in. */
  readonly asked: JsonOrNull<Readonly<Record<string, unknown>>>;
  /** Of a study on a plan: the run that was named, and the result it had, which stays as long as this row. */
  readonly source_run: string | null;
  readonly source_result: string | null;
  /** Equal for runs that have the same answer: content, version, study, what was asked, what it stands on and options. */
  readonly run_key: string;
  readonly priority: number;
  readonly status: RunStatus;
  readonly progress: ColumnType<number, number | undefined, number>;
  /** Rises with every claim and hand-back; whoever works under an older one has lost the run. */
  readonly claim: ColumnType<number, number | undefined, number>;
  /** Claims that ended in a failure of the machinery, not of the scenario. */
  readonly attempts: ColumnType<number, number | undefined, number>;
  /** The job of the queue under which it is worked on or will be again. */
  readonly ticket: string | null;
  /** Of a study that has not come to its end: what is finished of it. */
  readonly result_id: string | null;
  /** Status of the answer, as that of its result. */
  readonly answer: string | null;
  /** True where the answer of an earlier run was given. */
  readonly reused: ColumnType<boolean, boolean | undefined, boolean>;
  readonly failure: JsonOrNull<{ readonly code: string; readonly message: string }>;
  /** Sequence of the newest event. */
  readonly last_event: ColumnType<number, number | undefined, number>;
  readonly created_at: Made;
  readonly started_at: Moment;
  readonly finished_at: Moment;
}

export interface RunEventsTable {
  readonly run_id: string;
  readonly sequence: number;
  readonly kind: 'progress' | 'log' | 'done';
  readonly data: Json<Readonly<Record<string, unknown>>>;
  readonly at: Made;
}

export interface ResultsTable {
  readonly id: string;
  readonly owner: string;
  readonly run_key: string;
  /** Of the answer: optimal, infeasible, unbounded or limit; of a study complete or partial. */
  readonly answer: string;
  /** Null where there is no plan, and for results from before there were any. */
  readonly figures: JsonOrNull<RunFigures | StudyFigures>;
  readonly created_at: Made;
}

export interface ScenariosTable {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly description: string | null;
  readonly version_hash: string;
  readonly created_at: Made;
  readonly updated_at: ColumnType<Date, never, Date>;
}

export interface ScenarioVersionsTable {
  readonly owner: string;
  readonly hash: string;
  /** As sent first; runs and stored scenarios of it have names and descriptions of their own. */
  readonly document: Json<unknown>;
  /** Name of each stored profile in the document → its id. */
  readonly profiles: Json<Readonly<Record<string, string>>>;
  readonly created_at: Made;
}

export interface ProfilesTable {
  readonly owner: string;
  /** SHA-256 of the bytes. */
  readonly id: string;
  readonly name: string;
  readonly size_bytes: number;
  readonly detected: Json<unknown>;
  readonly created_at: Made;
}

interface IdempotencyKeysTable {
  readonly owner: string;
  readonly key: string;
  readonly body_hash: string;
  /** Exactly one of the two. */
  readonly run_id: string | null;
  readonly batch_id: string | null;
  readonly created_at: Made;
}

export interface BatchesTable {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly total: number;
  /** What the first runs vary: a path of the scenario, and its value in each of them. */
  readonly sweep: JsonOrNull<{ readonly path: string; readonly values: readonly unknown[] }>;
  readonly created_at: Made;
}

interface OwnersTable {
  readonly id: string;
  readonly name: string;
  readonly created_at: Made;
  readonly served_at: Moment;
}

export interface KeysTable {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly hash: string;
  readonly scopes: Json<readonly string[]>;
  readonly created_at: Made;
  readonly expires_at: Moment;
  readonly revoked_at: Moment;
  readonly last_used_at: Moment;
}

export interface SessionsTable {
  readonly id: string;
  /** Null where it was opened with a token. */
  readonly key_id: string | null;
  readonly owner: string;
  readonly scopes: Json<readonly string[]>;
  readonly hash: string;
  readonly created_at: Made;
  readonly expires_at: ColumnType<Date, Date, Date>;
  /** Whatever is asked for until then. */
  readonly ends_at: ColumnType<Date, Date, never>;
}

export interface AuditTable {
  readonly id: Generated<number>;
  readonly owner: string;
  readonly key_id: string | null;
  readonly action: string;
  readonly subject: string;
  /** Of uses, which are counted by the hour: how many. */
  readonly requests: ColumnType<number, number | undefined, number>;
  readonly at: ColumnType<Date, Date | undefined, never>;
}

export interface Tables {
  readonly owners: OwnersTable;
  readonly keys: KeysTable;
  readonly sessions: SessionsTable;
  readonly audit: AuditTable;
  readonly profiles: ProfilesTable;
  readonly scenarios: ScenariosTable;
  readonly scenario_versions: ScenarioVersionsTable;
  readonly batches: BatchesTable;
  readonly runs: RunsTable;
  readonly run_events: RunEventsTable;
  readonly results: ResultsTable;
  readonly idempotency_keys: IdempotencyKeysTable;
}
