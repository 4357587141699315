/** A scenario that was sent → checked, and stored once: what is stored already is found by its content. */

import { randomUUID } from 'node:crypto';
import { notFound } from '../http/problem.ts';
import type { Service } from '../service.ts';
import { findSameScenario, findStoredScenario, insertScenario, type StoredScenario } from '../store/scenarios.ts';
import type { ThreadPool } from '../thread-pool/thread-pool.ts';
import { checkScenario, keepScenario } from './runs.ts';

/** @throws ScenarioError with every fault */
export async function storeScenario(
  service: Service,
  pool: ThreadPool,
  owner: string,
  document: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<{ readonly stored: StoredScenario; readonly isNew: boolean }> {
  const { rows } = service.database;
  const checked = await checkScenario(service, pool, owner, document, signal);
  const { hash: version_hash, name, description } = checked;
  const asked = { owner, name, description, version_hash };
  const before = await findSameScenario(rows, asked);
  const id = before?.id ?? randomUUID();
  if (before === undefined) {
    await rows.transaction().execute(async (transaction) => {
      await keepScenario(transaction, owner, checked);
      await insertScenario(transaction, { id, ...asked });
    });
  }
  return { stored: await requireScenario(service, owner, id), isNew: before === undefined };
}

/** @throws Problem (404) also where it is somebody else's */
export async function requireScenario(
  { database }: Pick<Service, 'database'>,
  owner: string,
  id: string,
): Promise<StoredScenario> {
  const found = await findStoredScenario(database.rows, owner, id);
  if (found === undefined) throw notFound('scenario of this id');
  return found;
}
