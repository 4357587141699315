/** What changed between results of runs: asked and answered in one call, since nothing is solved. */

import * as z from 'zod';
import { comparisonSchema } from '../../src/studies/comparison/document.ts';
import { limitConcurrency } from '../concurrency.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { Problem } from '../http/problem.ts';
import { requireRun, resultOf } from './require-run.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const comparisonRequest = z.strictObject({
  runs: z
    .array(z.uuid())
    .min(2)
    .max(4)
    .meta({ description: 'Ids of runs that have ended; the first is what the others are compared with.' }),
});

export const addComparisons: AddRoutes = (app, surroundings) => {
  // Hours of whole results are in memory meanwhile.
  const oneAtATime = limitConcurrency(1);

  app.post(
    '/v1/comparisons',
    {
      schema: {
        summary: 'What changed between the results of runs',
        description:
          'Differences first: changed inputs, sizes, scores, hours that flipped, and the cost split into what the old plan would cost at the new prices and what other sizes and hours cost beyond that.',
        tags: ['results'],
        body: comparisonRequest,
        response: { 200: comparisonSchema, ...problemResponses },
      },
    },
    async ({ owner, body }, reply) => {
      const signal = untilDisconnect(reply);
      const runs = await Promise.all(body.runs.map((id) => requireRun(surroundings, owner, id)));
      const results = await Promise.all(
        runs.map(async (run) => ({ ...(await resultOf(surroundings, run)), run: run.id })),
      );
      const { pool, service } = surroundings;
      const found = await oneAtATime(() => pool.compare({ objects: service.objectPlace, results }, signal));
      if (!('issues' in found)) return found;
      throw new Problem('result.invalid', { detail: 'A result cannot be read.', issues: found.issues });
    },
  );
};
