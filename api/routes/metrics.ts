/** `/metrics`: for administrators, and for whoever asks on the machine itself. */

import * as z from 'zod';
import { openMetrics } from '../operations/metrics.ts';
import { type AddRoutes, problemResponses } from './route.ts';

export const addMetrics: AddRoutes = (app, { service }) => {
  const metrics = openMetrics(service.database.rows);
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // Paths that were made up are one route: each would be a series of its own for ever.
    const route = routeOptions.url ?? 'none';
    metrics.noteRequest({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
  });
  app.get(
    '/metrics',
    {
      schema: {
        summary: 'Figures for Prometheus',
        tags: ['operations'],
        produces: ['text/plain'],
        response: { 200: z.string(), ...problemResponses },
      },
    },
    async (_, reply) =>
      reply.header('content-type', metrics.contentType).send(Buffer.from(await metrics.text()) as never),
  );
};
