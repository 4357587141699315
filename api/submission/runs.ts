/** From the scenario in a request to a checked version in the store, and from that to a run in the queue. */

import { createHash, randomUUID } from 'node:crypto';
import { ScenarioError } from '../../src/errors.ts';
import type { Warning } from '../../src/index.ts';
import { hourmatchVersion } from '../../src/results/document/hourmatch-version.ts';
import { canonicalJson } from '../../src/scenario/document/canonical-json.ts';
import { notFound, Problem } from '../http/problem.ts';
import { MOST_PROFILES, namedProfiles } from '../jobs/named-profiles.ts';
import type { StoredDocument } from '../jobs/stored-scenario.ts';
import { priorityNumber, type RunRequest } from '../schemas/run.ts';
import type { Service } from '../service.ts';
import type { Rows } from '../store/database.ts';
import { findProfileIds, holdProfiles } from '../store/profiles.ts';
import { holdResults, holdSources } from '../store/results.ts';
import { insertRuns, type Run } from '../store/runs.ts';
import { keepVersions } from '../store/scenario-versions.ts';
import type { Checked } from '../thread-pool/check.ts';
import type { Faulty } from '../thread-pool/faulty.ts';
import { tooManyProfiles } from '../thread-pool/read-batch.ts';
import type { ThreadPool } from '../thread-pool/thread-pool.ts';

/** Checked, as JSON. */
export interface CheckedScenario extends StoredDocument {
  readonly hash: string;
  readonly name: string;
  /** Null where there is none. */
  readonly description: string | null;
  /** Absent where it is not checked again, as a stored one. */
  readonly warnings?: readonly Warning[];
}

/** @throws ScenarioError with every fault */
export async function checkScenario(
  { database, objectPlace }: Service,
  pool: ThreadPool,
  owner: string,
  document: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<Required<CheckedScenario> & Pick<Checked, 'fills'>> {
  const named = namedProfiles(document);
  if (named.length > MOST_PROFILES) throw tooManyProfiles('scenario');
  const profiles = await idsOf(database.rows, owner, named);
  const asked = { objects: objectPlace, profiles, scenarios: [JSON.stringify(document)] };
  const [checked] = await pool.check(asked, signal);
  return { ...scenarioFrom(checked!), fills: 'fills' in checked! ? checked.fills : [] };
}

/** @throws ScenarioError */
export function scenarioFrom(checked: Checked | Faulty): Required<CheckedScenario> {
  if ('issues' in checked) throw new ScenarioError('scenario', checked.issues);
  const { contentHash: hash, name, description, text, profiles, warnings } = checked;
  return { hash, name, description, text, profiles, warnings };
}

/** Of the profiles that are stored. */
export async function idsOf(rows: Rows, owner: string, names: readonly string[]): Promise<Record<string, string>> {
  const stored = await findProfileIds(rows, owner, names);
  const ids = new Set(stored.map(({ id }) => id));
  const byName = new Map(stored.map(({ name, id }) => [name, id]));
  const found = names.flatMap((name) => {
    const id = ids.has(name) ? name : byName.get(name);
    return id === undefined ? [] : [[name, id] as const];
  });
  return Object.fromEntries(found);
}

export interface RunToSubmit extends Pick<RunRequest, 'study' | 'options' | 'priority'> {
  readonly scenario: CheckedScenario;
  /** Of a study. */
  readonly asked?: Readonly<Record<string, unknown>>;
  /** Of a study on a plan: that of this run. */
  readonly source?: { readonly run: string; readonly result: string } | undefined;
}

/**
 * Inside a transaction: the runs, what they are of, and their tickets stand together or not at all. They are written in
 * pieces of a hundred: neither one by one, since others wait for the only connection, nor in one long statement.
 *
 * @param batch id of the batch whose runs these are, in their order
 */
export async function submitRuns(
  transaction: Rows,
  { queue }: Service,
  owner: string,
  runs: readonly RunToSubmit[],
  batch: string | null = null,
): Promise<Run[]> {
  await requireProfiles(
    transaction,
    owner,
    runs.map(({ scenario }) => scenario),
  );
  await requireSources(transaction, owner, runs);
  await keepVersions(
    transaction,
    runs.map(({ scenario: { hash, text, profiles } }) => ({ owner, hash, text, profiles })),
  );
  const asked = runs.map(({ scenario, study, options, priority, asked: details, source }, position) => ({
    id: randomUUID(),
    owner,
    batch_id: batch,
    batch_position: batch === null ? null : position,
    scenario_hash: scenario.hash,
    scenario_name: scenario.name,
    scenario_description: scenario.description,
    study,
    options,
    asked: details ?? null,
    source_run: source?.run ?? null,
    source_result: source?.result ?? null,
    run_key: runKeyOf({
      ...{ contentHash: scenario.hash, version: hourmatchVersion, study, options },
      // Its document and its pages tell the name.
      ...(details && { asked: details, name: scenario.name }),
      ...(source && { result: source.result }),
    }),
    priority: priorityNumber(priority),
  }));
  const keys = asked.map(({ run_key }) => run_key);
  const known = new Map((await holdResults(transaction, owner, keys)).map((result) => [result.run_key, result]));
  const made = await insertRuns(transaction, asked, known);
  await queue.sendTickets(transaction, made.filter(({ status }) => status === 'queued').length);
  return made;
}

const runKeyOf = (question: object): string => createHash('sha256').update(canonicalJson(question)).digest('hex');

export async function keepScenario(rows: Rows, owner: string, { hash, text, profiles }: CheckedScenario) {
  await requireProfiles(rows, owner, [{ profiles }]);
  await keepVersions(rows, [{ owner, hash, text, profiles }]);
}

/** @throws Problem where one was deleted since the scenario was checked */
async function requireProfiles(
  transaction: Rows,
  owner: string,
  scenarios: readonly Pick<CheckedScenario, 'profiles'>[],
): Promise<void> {
  const ids = [...new Set(scenarios.flatMap(({ profiles }) => Object.values(profiles)))];
  if ((await holdProfiles(transaction, owner, ids)) === ids.length) return;
  const detail =
    'A profile that the scenario names was deleted meanwhile. GET /v1/profiles lists those that there are.';
  throw new Problem('request.invalid', { detail });
}

/** @throws Problem (404) where the run was deleted since the study on it was read */
async function requireSources(transaction: Rows, owner: string, runs: readonly RunToSubmit[]): Promise<void> {
  const ids = [...new Set(runs.flatMap(({ source }) => source?.result ?? []))];
  if ((await holdSources(transaction, owner, ids)) < ids.length) throw notFound('run of this id');
}
