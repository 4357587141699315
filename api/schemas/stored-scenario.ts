/** A stored scenario as the API tells it. */

import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import * as z from 'zod';
import type { AnsweredRun } from '../store/runs.ts';
import type { ListedScenario, StoredScenario } from '../store/scenarios.ts';
import type { ScenariosTable } from '../store/tables.ts';
import { documentOfRun, runDocument } from './run.ts';
import { inSchemaOrder, scenarioDocument } from './scenario.ts';

export const storedScenario = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    contentHash: z
      .string()
      .meta({ description: 'Equal for scenarios that ask for the same, hour by hour, whatever they are called.' }),
    profiles: z
      .record(z.string(), z.string())
      .meta({ description: 'Name of each profile in the document → id of its content, fixed when it was stored.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    document: scenarioDocument,
    links: z.strictObject({ self: z.string() }),
  })
  .meta({ id: 'StoredScenario' });

export const listedScenario = storedScenario.omit({ document: true }).extend({
  phases: z.array(z.looseObject({ name: z.string(), firstYear: z.int(), itCapacityMW: z.number() })),
  lastRun: runDocument.optional().meta({ description: 'Newest run of this version of it.' }),
});

/** @param lastRun of its version */
export function listedScenarioOf(
  stored: ListedScenario,
  lastRun: AnsweredRun | undefined,
): z.output<typeof listedScenario> {
  return {
    ...outlineOf(stored),
    phases: [...stored.phases],
    ...(lastRun === undefined ? {} : { lastRun: documentOfRun(lastRun) }),
  };
}

function outlineOf(stored: Pick<StoredScenario, keyof Selectable<ScenariosTable> | 'profiles'>) {
  return {
    id: stored.id,
    name: stored.name,
    contentHash: stored.version_hash,
    profiles: { ...stored.profiles },
    createdAt: stored.created_at.toISOString(),
    updatedAt: stored.updated_at.toISOString(),
    links: { self: `/v1/scenarios/${stored.id}` },
  };
}

export function documentOfScenario(
  stored: StoredScenario,
  document = inSchemaOrder(JSON.parse(stored.text)) as Readonly<Record<string, unknown>>,
): z.output<typeof storedScenario> {
  return { ...outlineOf(stored), document };
}

/** Of all that PUT changes: content and words. */
export function etagOf({ version_hash, name, description }: Pick<StoredScenario, keyof Selectable<ScenariosTable>>) {
  const words = createHash('sha256')
    .update(JSON.stringify([name, description]))
    .digest('base64url')
    .slice(0, 16);
  return `"${version_hash}-${words}"`;
}
