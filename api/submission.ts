/** From the scenario in a request to a checked version in the store, and from that to a run in the queue. */

import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson, ScenarioError, type Warning } from '../src/index.ts';
import type { Desk } from './desk/desk.ts';
import { namedProfiles } from './jobs/stored-scenario.ts';
import { priorityNumber, type RunRequest } from './schemas/run.ts';
import type { Service } from './service.ts';
import type { Rows } from './store/database.ts';
import { findProfiles } from './store/profiles.ts';
import { findResults } from './store/results.ts';
import { insertRuns, type Run } from './store/runs.ts';
import { keepVersions } from './store/scenario-versions.ts';
import { version } from './version.ts';

export interface CheckedScenario {
  readonly hash: string;
  readonly name: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** Name in the document → id. */
  readonly profiles: Readonly<Record<string, string>>;
  /** Absent where it is not checked again, as a stored one. */
  readonly warnings?: readonly Warning[];
}

/**
 * @param fixed names of profiles that are resolved already, as those of a stored scenario
 * @throws ScenarioError with every fault
 */
export async function checkScenario(
  { database, objectPlace }: Service,
  desk: Desk,
  owner: string,
  document: Readonly<Record<string, unknown>>,
  fixed: CheckedScenario['profiles'] = {},
): Promise<Required<CheckedScenario>> {
  const open = namedProfiles(document).filter((name) => !Object.hasOwn(fixed, name));
  const profiles = { ...(await idsOf(database.rows, owner, open)), ...fixed };
  const checked = await desk.check({ document, profiles, objects: objectPlace });
  if ('issues' in checked) throw new ScenarioError('scenario', checked.issues);
  const { contentHash: hash, name, warnings } = checked;
  return { hash, name, document, profiles, warnings };
}

async function idsOf(rows: Rows, owner: string, names: readonly string[]): Promise<Record<string, string>> {
  const stored = await findProfiles(rows, owner, names);
  const ids = names.flatMap((name) => {
    const found = stored.find((profile) => profile.id === name) ?? stored.find((profile) => profile.name === name);
    return found === undefined ? [] : [[name, found.id] as const];
  });
  return Object.fromEntries(ids);
}

export interface RunToSubmit extends Pick<RunRequest, 'study' | 'options' | 'priority'> {
  readonly scenario: CheckedScenario;
}

/**
 * Inside a transaction: the runs, what they are of, and their tickets stand together or not at all. However many they
 * are, a handful of statements makes them: the embedded store has one connection, and others wait for it.
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
  await keepVersions(
    transaction,
    runs.map(({ scenario: { hash, document, profiles } }) => ({ owner, hash, document, profiles })),
  );
  const asked = runs.map(({ scenario, study, options, priority }, position) => ({
    id: randomUUID(),
    owner,
    batch_id: batch,
    batch_position: batch === null ? null : position,
    scenario_hash: scenario.hash,
    scenario_name: scenario.name,
    study,
    options,
    run_key: createHash('sha256')
      .update(canonicalJson({ contentHash: scenario.hash, version, study, options }))
      .digest('hex'),
    priority: priorityNumber(priority),
  }));
  const keys = asked.map(({ run_key }) => run_key);
  const known = new Map((await findResults(transaction, owner, keys)).map((result) => [result.run_key, result]));
  const made = await insertRuns(transaction, asked, known);
  await queue.sendTickets(transaction, made.filter(({ status }) => status === 'queued').length);
  return made;
}

export async function keepScenario(rows: Rows, owner: string, { hash, document, profiles }: CheckedScenario) {
  await keepVersions(rows, [{ owner, hash, document, profiles }]);
}
