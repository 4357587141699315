/** The schema of scenarios, for editors and for programs that write them. */

import * as z from 'zod';
import { scenarioJsonSchema } from '../../src/index.ts';
import { type AddRoutes, problemResponses } from './route.ts';

export const addSchema: AddRoutes = (app) => {
  app.get(
    '/v1/schema',
    {
      schema: {
        summary: 'JSON Schema of a scenario',
        tags: ['scenarios'],
        response: { 200: z.record(z.string(), z.unknown()), ...problemResponses },
      },
    },
    async () => ({ ...scenarioJsonSchema() }),
  );
};
