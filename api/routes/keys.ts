/** Keys, for administrators: made, listed, revoked. */

import * as z from 'zod';
import { makeKey, revokeKey } from '../access/keys.ts';
import { notFound, Problem } from '../http/problem.ts';
import { documentOfKey, keyDocument, keyId, keyRequest, newKeyDocument } from '../schemas/key.ts';
import { cursor, limit, pageByAge, pageOf, rowAtCursor } from '../schemas/paging.ts';
import { findKey, listKeys } from '../store/keys.ts';
import { type AddRoutes, problemResponses } from './route.ts';

export const addKeys: AddRoutes = (app, { service, keys }) => {
  const { rows } = service.database;

  app.post(
    '/v1/keys',
    {
      schema: {
        summary: 'Make a key',
        description:
          'Its text is in this answer and nowhere else. The first key closes a server that was open to its machine, for good.',
        tags: ['access'],
        body: keyRequest,
        response: { 201: newKeyDocument, ...problemResponses },
      },
    },
    async ({ body, caller }, reply) => {
      const { expiresAt: text, ...request } = body;
      const { key, secret } = await makeKey(rows, { ...request, expiresAt: futureOf(text) }, caller.keyId);
      keys.forget();
      const document = documentOfKey(key);
      return reply
        .code(201)
        .header('location', document.links.self)
        .header('cache-control', 'no-store')
        .send({ ...document, secret });
    },
  );

  app.get(
    '/v1/keys',
    {
      schema: {
        summary: 'List keys of all owners, oldest first',
        tags: ['access'],
        querystring: z.strictObject({ limit, cursor }),
        response: { 200: pageOf(keyDocument), ...problemResponses },
      },
    },
    async ({ query }) => {
      const found = await listKeys(rows, rowAtCursor(query.cursor), query.limit + 1);
      return pageByAge(found, query.limit, documentOfKey);
    },
  );

  app.delete(
    '/v1/keys/:id',
    {
      schema: {
        summary: 'Revoke a key',
        description:
          'At once on this server, within two seconds on others. What was made with it stays with its owner.',
        tags: ['access'],
        params: keyId,
        response: { 200: keyDocument, ...problemResponses },
      },
    },
    async ({ params, caller }) => {
      // One that was revoked before stays as it is.
      const key = (await revokeKey(rows, params.id, caller.keyId)) ?? (await findKey(rows, params.id));
      keys.forget();
      if (key === undefined) throw notFound('key of this id');
      return documentOfKey(key);
    },
  );
};

/** @throws Problem (400) where it is over already: such a key would only look like one */
function futureOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (at.getTime() > Date.now()) return at;
  const problem = `${text} is over`;
  const issue = {
    code: 'request.out-of-range',
    where: 'expiresAt',
    pointer: '/expiresAt',
    problem,
    expected: 'An instant in the future.',
  } as const;
  throw new Problem('request.invalid', { detail: 'The body has one fault.', issues: [issue] });
}
