/** People with keys of a server, each as a visitor. */

import type { z } from 'zod';
import type { Scope } from '../../api/access/scopes.ts';
import type { newKeyDocument } from '../../api/schemas/key.ts';
import { type Visitor, visitor } from './client.ts';

export type NewKey = z.output<typeof newKeyDocument>;

export async function newKey(by: Visitor, name: string, scope: Scope, owner?: string): Promise<NewKey> {
  const answer = await by.send('POST', '/v1/keys', { name, scopes: [scope], owner });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as NewKey;
}

export async function keyHolder(by: Visitor, name: string, scope: Scope, owner?: string): Promise<Visitor> {
  return visitor(by.url, (await newKey(by, name, scope, owner)).secret);
}
