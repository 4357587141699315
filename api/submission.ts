/** From the scenario in a request to a checked version in the store, and from that to a run in the queue. */

import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson, ScenarioError } from '../src/index.ts';
import type { Desk } from './desk/desk.ts';
import { namedProfiles } from './jobs/stored-scenario.ts';
import { priorityNumber, type RunRequest } from './schemas/run.ts';
import type { Service } from './service.ts';
import type { Rows } from './store/database.ts';
import { findProfiles } from './store/profiles.ts';
import { findResult } from './store/results.ts';
import { insertRun, type Run } from './store/runs.ts';
import { keepVersion } from './store/scenario-versions.ts';
import { version } from './version.ts';

export interface CheckedScenario {
  readonly hash: string;
  readonly name: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** Name in the document → id. */
  readonly profiles: Readonly<Record<string, string>>;
}

/** @throws ScenarioError with every fault */
export async function checkScenario(
  { database, objectPlace }: Service,
  desk: Desk,
  owner: string,
  document: Readonly<Record<string, unknown>>,
): Promise<CheckedScenario> {
  const profiles = await idsOf(database.rows, owner, namedProfiles(document));
  const checked = await desk.check({ document, profiles, objects: objectPlace });
  if ('issues' in checked) throw new ScenarioError('scenario', checked.issues);
  return { hash: checked.contentHash, name: checked.name, document, profiles };
}

async function idsOf(rows: Rows, owner: string, names: readonly string[]): Promise<Record<string, string>> {
  const stored = await findProfiles(rows, owner, names);
  const ids = names.flatMap((name) => {
    const found = stored.find((profile) => profile.id === name) ?? stored.find((profile) => profile.name === name);
    return found === undefined ? [] : [[name, found.id] as const];
  });
  return Object.fromEntries(ids);
}

/** Inside a transaction: the run, what it is of, and its ticket stand together or not at all. */
export async function submitRun(
  transaction: Rows,
  { queue }: Service,
  owner: string,
  scenario: CheckedScenario,
  { study, options, priority }: Pick<RunRequest, 'study' | 'options' | 'priority'>,
): Promise<Run> {
  await keepScenario(transaction, owner, scenario);
  const runKey = createHash('sha256')
    .update(canonicalJson({ contentHash: scenario.hash, version, study, options }))
    .digest('hex');
  const known = await findResult(transaction, owner, runKey);
  const run = await insertRun(
    transaction,
    {
      id: randomUUID(),
      owner,
      scenario_hash: scenario.hash,
      scenario_name: scenario.name,
      study,
      options,
      run_key: runKey,
      priority: priorityNumber(priority),
    },
    known,
  );
  if (known === undefined) await queue.sendTicket(transaction);
  return run;
}

export async function keepScenario(rows: Rows, owner: string, { hash, document, profiles }: CheckedScenario) {
  await keepVersion(rows, { owner, hash, document, profiles });
}
