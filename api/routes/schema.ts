/** The schema of scenarios, for editors and for programs that write them. */

import * as z from 'zod';
import { documentJsonSchema } from '../../src/results/json-schemas.ts';
import { type AddRoutes, problemResponses } from './route.ts';

export const addSchema: AddRoutes = (app) => {
  const scenarioSchema = documentJsonSchema('scenario');
  app.get(
    '/v1/schema',
    {
      schema: {
        summary: 'JSON Schema of a scenario',
        description:
          'Of each field title, unit, bounds, description and, where a value stands for what is left out, default; costs that a technology gives are in /v1/technologies.',
        tags: ['scenarios'],
        response: { 200: z.record(z.string(), z.unknown()), ...problemResponses },
      },
    },
    async () => ({ ...scenarioSchema }),
  );
};
