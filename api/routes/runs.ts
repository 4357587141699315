/** Runs: submitted, listed, looked at, cancelled. */

import * as z from 'zod';
import { idempotencyHeader, onceUnderKey } from '../idempotency.ts';
import { notFound } from '../problem.ts';
import { cursor, limit, pageByAge, pageOf, rowAtCursor } from '../schemas/paging.ts';
import { documentOfRun, type RunRequest, runDocument, runId, runRequest, runStatus } from '../schemas/run.ts';
import { cancelRun } from '../store/run-claims.ts';
import { findRun, listRuns, type Run } from '../store/runs.ts';
import { findStoredScenario } from '../store/scenarios.ts';
import { type CheckedScenario, checkScenario, submitRuns } from '../submission.ts';
import { type AddRoutes, refusals, type Surroundings } from './route.ts';

export const addRuns: AddRoutes = (app, surroundings) => {
  const { rows } = surroundings.service.database;

  app.post(
    '/v1/runs',
    {
      schema: {
        summary: 'Submit a run',
        description: 'Accepted runs are never lost. With an Idempotency-Key the same request may be sent again.',
        tags: ['runs'],
        headers: idempotencyHeader,
        body: runRequest,
        response: { 202: runDocument, ...refusals },
      },
    },
    async (request, reply) => {
      const { owner, body, headers } = request;
      const keyed = { owner, key: headers['idempotency-key'], body, kind: 'run' } as const;
      const id = await onceUnderKey(surroundings.service, keyed, async () => {
        const scenario = await scenarioOf(surroundings, owner, body.scenario);
        return async (transaction) => {
          const [run] = await submitRuns(transaction, surroundings.service, owner, [{ ...body, scenario }]);
          return run!.id;
        };
      });
      const run = await requireRun(surroundings, owner, id);
      const document = documentOfRun(run);
      return reply.code(202).header('location', document.links.self).send(document);
    },
  );

  app.get(
    '/v1/runs',
    {
      schema: {
        summary: 'List runs, newest first',
        tags: ['runs'],
        querystring: z.strictObject({
          status: runStatus.optional(),
          scenario: z.string().optional().meta({ description: 'Content hash of the scenario.' }),
          limit,
          cursor,
        }),
        response: { 200: pageOf(runDocument), ...refusals },
      },
    },
    async ({ owner, query }) => {
      const found = await listRuns(rows, owner, {
        status: query.status,
        scenarioHash: query.scenario,
        after: rowAtCursor(query.cursor),
        limit: query.limit + 1,
      });
      return pageByAge(found, query.limit, documentOfRun);
    },
  );

  app.get(
    '/v1/runs/:id',
    { schema: { summary: 'A run', tags: ['runs'], params: runId, response: { 200: runDocument, ...refusals } } },
    async ({ owner, params }) => documentOfRun(await requireRun(surroundings, owner, params.id)),
  );

  app.delete(
    '/v1/runs/:id',
    {
      schema: {
        summary: 'Cancel a run',
        description: 'A run that is being solved stops within two seconds. One that has ended stays as it is.',
        tags: ['runs'],
        params: runId,
        response: { 200: runDocument, ...refusals },
      },
    },
    async ({ owner, params }) => {
      await rows.transaction().execute((transaction) => cancelRun(transaction, owner, params.id));
      return documentOfRun(await requireRun(surroundings, owner, params.id));
    },
  );
};

/** @throws Problem (404) also where it is somebody else's */
export async function requireRun({ service }: Surroundings, owner: string, id: string): Promise<Run> {
  const run = await findRun(service.database.rows, owner, id);
  if (run === undefined) throw notFound('run of this id');
  return run;
}

/** @throws Problem (404) where it is the id of a scenario that is not there */
export async function scenarioOf(
  { service, desk }: Surroundings,
  owner: string,
  given: RunRequest['scenario'],
): Promise<CheckedScenario> {
  if (typeof given !== 'string') return checkScenario(service, desk, owner, given);
  const stored = await findStoredScenario(service.database.rows, owner, given);
  if (stored === undefined) throw notFound('scenario of this id');
  const { version_hash: hash, name, document, profiles } = stored;
  return { hash, name, document: document as Record<string, unknown>, profiles };
}
