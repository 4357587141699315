/** Runs: submitted, listed, looked at, cancelled. */

import * as z from 'zod';
import { untilDisconnect } from '../http/disconnect.ts';
import { Problem } from '../http/problem.ts';
import { givesYaml, readsYaml, sendScenario, yamlQuery } from '../http/yaml.ts';
import { deleteWithFiles } from '../operations/deletion.ts';
import { cursor, limit, pageByAge, pageOf, rowAtCursor } from '../schemas/paging.ts';
import { documentOfRun, runDocument, runId, runRequestOf, runStatus, study } from '../schemas/run.ts';
import { scenarioDocument } from '../schemas/scenario.ts';
import { deleteEndedRuns } from '../store/deletion.ts';
import { cancelRun } from '../store/run-claims.ts';
import { listRuns } from '../store/runs.ts';
import { scenarioOfRun } from '../store/scenario-versions.ts';
import { hashOfBody, idempotencyHeader, onceUnderKey } from '../submission/idempotency.ts';
import { standingOf } from '../submission/questions.ts';
import { submitRuns } from '../submission/runs.ts';
import { instant } from './hours-of-run.ts';
import { requireRun } from './require-run.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const stretchOfRuns = {
  from: instant.meta({ description: 'Submitted at this day or instant or later, UTC.' }),
  to: instant.meta({ description: 'Submitted before, UTC.' }),
};

export const addRuns: AddRoutes = (app, surroundings) => {
  const { rows } = surroundings.service.database;

  app.post(
    '/v1/runs',
    {
      schema: {
        summary: 'Submit a run',
        description: 'Accepted runs are never lost. With an Idempotency-Key the same request may be sent again.',
        tags: ['runs'],
        ...readsYaml,
        headers: idempotencyHeader,
        body: runRequestOf(surroundings.longestSeconds),
        response: { 202: runDocument, ...problemResponses },
      },
    },
    async ({ owner, body, headers }, reply) => {
      const key = headers['idempotency-key'];
      const keyed = { owner, key, bodyHash: hashOfBody(body), kind: 'run' } as const;
      const id = await onceUnderKey(surroundings.service, keyed, async () => {
        const standing = await standingOf(surroundings, owner, body, untilDisconnect(reply));
        return async (transaction) => {
          const [run] = await submitRuns(transaction, surroundings.service, owner, [{ ...body, ...standing }]);
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
        summary: 'List runs',
        tags: ['runs'],
        querystring: z.strictObject({
          status: z
            .union([runStatus, z.array(runStatus).min(1).max(5)])
            .optional()
            .meta({ description: 'One, or several: status=queued&status=running.' }),
          scenario: z.string().max(64).optional().meta({ description: 'Content hash of the scenario.' }),
          batch: z.uuid().optional(),
          study: study.optional(),
          onRun: z.uuid().optional().meta({ description: 'Studies that stand on this run.' }),
          name: z.string().max(200).optional().meta({ description: 'Part of the name of the scenario.' }),
          ...stretchOfRuns,
          order: z.enum(['newest', 'oldest']).default('newest'),
          limit,
          cursor,
        }),
        response: { 200: pageOf(runDocument).extend({ total: z.int() }), ...problemResponses },
      },
    },
    async ({ owner, query }) => {
      const { status, scenario, from, to, ...asked } = query;
      const { runs, total } = await listRuns(rows, owner, {
        ...asked,
        statuses: typeof status === 'string' ? [status] : status,
        scenarioHash: scenario,
        from: from === undefined ? undefined : new Date(from),
        to: to === undefined ? undefined : new Date(to),
        after: rowAtCursor(query.cursor),
        limit: query.limit + 1,
      });
      return { ...pageByAge(runs, query.limit, documentOfRun), total };
    },
  );

  app.get(
    '/v1/runs/:id',
    {
      schema: { summary: 'A run', tags: ['runs'], params: runId, response: { 200: runDocument, ...problemResponses } },
    },
    async ({ owner, params }) => documentOfRun(await requireRun(surroundings, owner, params.id)),
  );

  app.get(
    '/v1/runs/:id/scenario',
    {
      schema: {
        summary: 'The scenario of a run, as it was sent',
        description: 'Whatever became of the stored one since.',
        tags: ['runs'],
        params: runId,
        querystring: yamlQuery,
        ...givesYaml,
        response: { 200: scenarioDocument, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { text } = await scenarioOfRun(rows, await requireRun(surroundings, request.owner, request.params.id));
      return sendScenario(request, reply, surroundings.pool, { text, whole: (document) => document });
    },
  );

  app.delete(
    '/v1/runs/:id',
    {
      schema: {
        summary: 'Cancel a run, or delete one that has ended',
        description:
          'A run that is being solved stops within two seconds and is told as it is then. One that has ended is deleted, with its events, and its result and files where no other run has them; one of a batch is deleted with its batch only.',
        tags: ['runs'],
        params: runId,
        response: { 200: runDocument, 204: z.null(), ...problemResponses },
      },
    },
    async ({ owner, params }, reply) => {
      const isCancelled = await rows.transaction().execute((transaction) => cancelRun(transaction, owner, params.id));
      const run = await requireRun(surroundings, owner, params.id);
      if (isCancelled) return documentOfRun(run);
      if (run.batch_id !== null) {
        const detail = `The run is of /v1/batches/${run.batch_id}. Delete that, with all its runs.`;
        throw new Problem('in-use', { detail });
      }
      await deleteWithFiles(surroundings.service, (transaction) => deleteEndedRuns(transaction, [run.id]));
      return reply.code(204).send(null);
    },
  );
};
