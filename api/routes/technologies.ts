/** Costs and efficiencies that fill in what a scenario leaves out, each with its unit, source and year. */

import * as z from 'zod';
import { technologySet } from '../../src/scenario/technologies/technologies.ts';
import { type AddRoutes, problemResponses } from './route.ts';

export const addTechnologies: AddRoutes = (app, { pool }) => {
  let known: ReturnType<typeof pool.technologies> | undefined;
  app.get(
    '/v1/technologies',
    {
      schema: {
        summary: 'Technologies with their values and sources',
        description: 'One item a set: costSet of a scenario names it.',
        tags: ['scenarios'],
        response: { 200: z.strictObject({ items: z.array(technologySet) }), ...problemResponses },
      },
    },
    async () => {
      known ??= pool.technologies(undefined).catch((error: unknown) => {
        // Whoever asks next tries again.
        known = undefined;
        throw error;
      });
      return { items: await known };
    },
  );
};
