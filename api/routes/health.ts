/** Whether the process lives, and whether it can do its work: store, objects and queue. */

import { sql } from 'kysely';
import * as z from 'zod';
import { type AddRoutes, problemResponses } from './route.ts';

const part = z.enum(['ready', 'not ready']);

export const addHealth: AddRoutes = (app, { service }) => {
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'The process lives',
        tags: ['operations'],
        response: { 200: z.strictObject({ status: z.literal('alive') }), ...problemResponses },
      },
    },
    async () => ({ status: 'alive' as const }),
  );

  const readiness = z.strictObject({ status: part, store: part, objects: part, queue: part });
  app.get(
    '/readyz',
    {
      schema: {
        summary: 'Requests and runs can be served',
        tags: ['operations'],
        response: { 200: readiness, 503: readiness, ...problemResponses },
      },
    },
    async (_, reply) => {
      const [store, objects, queue] = await Promise.all(
        [
          sql`select 1`.execute(service.database.rows),
          service.objects.check(),
          service.queue.boss.schemaVersion().then((found) => {
            if (found === null) throw new Error('The queue is not installed.');
          }),
        ].map(isReady),
      );
      const status = [store, objects, queue].every((word) => word === 'ready') ? 'ready' : 'not ready';
      return reply
        .code(status === 'ready' ? 200 : 503)
        .send({ status, store: store!, objects: objects!, queue: queue! });
    },
  );
};

const isReady = (check: Promise<unknown>) =>
  check.then(
    () => 'ready' as const,
    () => 'not ready' as const,
  );
