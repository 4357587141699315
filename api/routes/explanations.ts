/** What numbers are made of: the equations of the model and of its verification, and the inputs of a run with their sources. */

import * as z from 'zod';
import type { Equation } from '../../src/index.ts';
import { readEquations, readLaws } from '../../src/report/equations.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { equation, inputsDocument } from '../schemas/explanations.ts';
import { runId } from '../schemas/run.ts';
import { scenarioOfRun } from '../store/scenario-versions.ts';
import { requireRun } from './require-run.ts';
import { type AddRoutes, problemResponses } from './route.ts';
import { ofResult } from './run-result.ts';

export const addExplanations: AddRoutes = (app, surroundings) => {
  const { service, pool } = surroundings;
  const of = (kind: 'model' | 'verification') => (one: Equation) => ({ of: kind, ...one });
  // Read once, before anybody waits.
  const equations = [...readEquations().map(of('model')), ...readLaws().map(of('verification'))];

  app.get(
    '/v1/equations',
    {
      schema: {
        summary: 'The equations of the model and of what is verified',
        description: 'As hourmatch explain prints them.',
        tags: ['results'],
        response: { 200: z.strictObject({ items: z.array(equation) }), ...problemResponses },
      },
    },
    async () => ({ items: equations }),
  );

  app.get(
    '/v1/runs/:id/inputs',
    {
      schema: {
        summary: 'What a run was made from, each value with its source',
        tags: ['runs'],
        params: runId,
        response: { 200: inputsDocument, ...problemResponses },
      },
    },
    async ({ owner, params }, reply) => {
      const signal = untilDisconnect(reply);
      const run = await requireRun(surroundings, owner, params.id);
      const scenario = await scenarioOfRun(service.database.rows, run);
      const found = await pool.inputs({ objects: service.objectPlace, scenario }, signal);
      return reply.headers(ofResult(`${run.scenario_hash} inputs`)).send(found as never);
    },
  );
};
