/** A key as the API tells it, and as it is asked for. Its text is told once. */

import * as z from 'zod';
import { scopes } from '../access/scopes.ts';
import type { Key } from '../store/keys.ts';

export const keyId = z.strictObject({ id: z.uuid().meta({ description: 'Id of the key.' }) });

const owner = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,99}$/)
  .meta({
    description: 'Keys of one owner see the same things, and nobody else sees them.',
    expectation: 'letters, digits, _ . and -, at most 100, the first a letter or a digit',
  });

export const keyRequest = z.strictObject({
  name: z.string().min(1).max(100).meta({ description: 'For people: who uses it, and where.' }),
  owner: owner.optional(),
  scopes: z.array(z.enum(scopes)).min(1).meta({
    description: 'read sees, run also makes and ends things, admin also manages keys. One holds those before.',
  }),
  expiresAt: z.iso
    .datetime()
    .optional()
    .meta({ description: 'In the future: the key opens nothing from then on. It never ends by itself where absent.' }),
});

export const keyDocument = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    owner,
    scopes: z.array(z.enum(scopes)),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().optional().meta({ description: 'To the half minute.' }),
    expiresAt: z.iso.datetime().optional(),
    revokedAt: z.iso.datetime().optional(),
    links: z.strictObject({ self: z.string() }),
  })
  .meta({ id: 'Key' });

export const newKeyDocument = keyDocument
  .extend({ secret: z.string().meta({ description: 'What to send as Authorization: Bearer. Never shown again.' }) })
  .meta({ id: 'NewKey' });

export function documentOfKey(key: Key): z.output<typeof keyDocument> {
  return {
    id: key.id,
    name: key.name,
    owner: key.owner,
    scopes: key.scopes as z.output<typeof keyDocument>['scopes'],
    createdAt: key.created_at.toISOString(),
    ...(key.last_used_at === null ? {} : { lastUsedAt: key.last_used_at.toISOString() }),
    ...(key.expires_at === null ? {} : { expiresAt: key.expires_at.toISOString() }),
    ...(key.revoked_at === null ? {} : { revokedAt: key.revoked_at.toISOString() }),
    links: { self: `/v1/keys/${key.id}` },
  };
}
