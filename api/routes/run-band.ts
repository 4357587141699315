/** What is proven of the cost of a change of a run, at once and without solving. */

import * as z from 'zod';
import { limitConcurrency } from '../concurrency.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { Problem } from '../http/problem.ts';
import { bandDocument } from '../schemas/band.ts';
import { runId } from '../schemas/run.ts';
import { placeOfResult } from '../store/objects.ts';
import { scenarioOfRun } from '../store/scenario-versions.ts';
import { requireResult, requireRun } from './require-run.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const MOST_CHANGES = 16;
const MOST_SOLVED = 8;

const bandRequest = z.strictObject({
  changes: z
    .record(z.string().min(1).max(200), z.number())
    .refine((changes) => Object.keys(changes).length <= MOST_CHANGES)
    .meta({
      description:
        'Path in the scenario → value: matching.target, grid.importPricePerMWh, renewables[0].siteMaximumMW.',
      expectation: `at most ${MOST_CHANGES} paths with a number each`,
    }),
  solved: z
    .array(z.uuid())
    .max(MOST_SOLVED)
    .default([])
    .meta({ description: 'Ids of runs of other changes that have ended with a plan: they narrow the band.' }),
});

export const addRunBand: AddRoutes = (app, surroundings) => {
  const { service, pool } = surroundings;
  // What is in memory of its thread is lost with a thread that is ended: whoever waits may go, who is answered may not.
  const oneAtATime = limitConcurrency(1);
  app.post(
    '/v1/runs/:id/band',
    {
      schema: {
        summary: 'What a change of a run would cost, at least and at most',
        description:
          'Proven without solving: from below by the duals of what was solved, from above by its plans, priced anew or mixed. Of plans of all phases together.',
        tags: ['results'],
        params: runId,
        body: bandRequest,
        response: { 200: bandDocument, ...problemResponses },
      },
    },
    async ({ owner, params, body: { changes, solved } }, reply) => {
      const signal = untilDisconnect(reply);
      const [run, ...others] = await Promise.all(
        [...new Set([params.id, ...solved])].map((id) => requireRun(surroundings, owner, id)),
      );
      const results = [run!, ...others].map((one) => ({ place: placeOfResult(requireResult(one)), run: one.id }));
      const scenario = await scenarioOfRun(service.database.rows, run!);
      const found = await oneAtATime(() => {
        signal.throwIfAborted();
        return pool.band({ objects: service.objectPlace, scenario, changes, solved: results });
      });
      if (!('issues' in found)) return found;
      throw new Problem('request.invalid', { detail: 'Nothing can be told of this change.', issues: found.issues });
    },
  );
};
