/** A stored scenario as the API tells it. */

import * as z from 'zod';
import type { StoredScenario } from '../store/scenarios.ts';
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

export function documentOfScenario(stored: StoredScenario): z.output<typeof storedScenario> {
  return {
    id: stored.id,
    name: stored.name,
    contentHash: stored.version_hash,
    profiles: { ...stored.profiles },
    createdAt: stored.created_at.toISOString(),
    updatedAt: stored.updated_at.toISOString(),
    document: stored.document as Record<string, unknown>,
    links: { self: `/v1/scenarios/${stored.id}` },
  };
}

export const etagOf = ({ version_hash: hash }: StoredScenario): string => `"${hash}"`;
