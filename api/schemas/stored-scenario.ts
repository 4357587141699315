/** A stored scenario as the API tells it. */

import * as z from 'zod';
import type { ListedScenario, StoredScenario } from '../store/scenarios.ts';
import { scenarioDocument } from './scenario.ts';

export const storedScenario = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    contentHash: z.string().meta({ description: 'Equal for scenarios that ask for the same, hour by hour.' }),
    profiles: z
      .record(z.string(), z.string())
      .meta({ description: 'Name of each profile in the document → id of its content, fixed when it was stored.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    document: scenarioDocument,
    links: z.strictObject({ self: z.string() }),
  })
  .meta({ id: 'StoredScenario' });

export const listedScenario = storedScenario.omit({ document: true });

export function listedScenarioOf(stored: ListedScenario): z.output<typeof listedScenario> {
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

export function documentOfScenario(stored: StoredScenario): z.output<typeof storedScenario> {
  return { ...listedScenarioOf(stored), document: JSON.parse(stored.text) as Record<string, unknown> };
}

export const etagOf = ({ version_hash: hash }: ListedScenario): string => `"${hash}"`;
