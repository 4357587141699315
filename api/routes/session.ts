/** The session of a person: opened with a key or a token, told, ended. */

import * as z from 'zod';
import { scopes } from '../access/scopes.ts';
import { endedCookie, openSession } from '../access/sessions.ts';
import { Problem } from '../http/problem.ts';
import { addAudit } from '../store/audit.ts';
import { deleteSession } from '../store/sessions.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const sessionDocument = z
  .strictObject({
    kind: z.enum(['local', 'key', 'token', 'session']).meta({
      description: 'What came with the request; local where the server is open to its own machine.',
    }),
    owner: z.string(),
    scopes: z.array(z.enum(scopes)),
  })
  .meta({ id: 'Session', description: 'Who asks.' });

export const addSession: AddRoutes = (app, { service }) => {
  const { rows } = service.database;

  app.post(
    '/v1/session',
    {
      schema: {
        summary: 'Sign in with a key or a token',
        description:
          'The key, or the token of the issuer, comes as Authorization, once. The answer sets a cookie that no script reads and no other site sends (HttpOnly, SameSite=Strict, Secure where there is TLS); it opens what the key or token does to pages of this server, for an hour after the last request, eight hours at most and no longer than the token.',
        tags: ['access'],
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { kind, keyId, owner } = request.caller;
      if (kind !== 'key' && kind !== 'token') {
        const detail = 'A session is opened with a key or a token of the issuer, sent as Authorization.';
        throw new Problem('access.unknown', { detail });
      }
      const cookie = await openSession(rows, request);
      await addAudit(rows, { owner, keyId, action: 'session.opened', subject: keyId ?? owner });
      return reply.code(204).header('set-cookie', cookie).header('cache-control', 'no-store').send(null);
    },
  );

  app.get(
    '/v1/session',
    {
      schema: {
        summary: 'Who asks',
        tags: ['access'],
        response: { 200: sessionDocument, ...problemResponses },
      },
    },
    async ({ caller: { kind, owner, scopes: held } }, reply) => {
      reply.header('cache-control', 'no-store');
      // The cast: nobody is let in without being known.
      return { kind: kind as z.output<typeof sessionDocument>['kind'], owner, scopes: [...held] };
    },
  );

  app.delete(
    '/v1/session',
    {
      schema: {
        summary: 'Sign out',
        description: 'At once on every server; the cookie opens nothing any more, whoever kept it.',
        tags: ['access'],
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { sessionId, keyId, owner } = request.caller;
      if (sessionId !== undefined) {
        await deleteSession(rows, sessionId);
        await addAudit(rows, { owner, keyId, action: 'session.ended', subject: keyId ?? owner });
      }
      // Results may be kept by browsers for good.
      reply.header('set-cookie', endedCookie(request)).header('clear-site-data', '"cache"');
      return reply.code(204).send(null);
    },
  );
};
