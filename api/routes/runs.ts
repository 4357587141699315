/** Runs: submitted, listed, looked at, cancelled. */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import { notFound, Problem } from '../problem.ts';
import { cursor, cursorOf, limit, pageOf, placeOf } from '../schemas/paging.ts';
import { documentOfRun, type RunRequest, runDocument, runId, runRequest, runStatus } from '../schemas/run.ts';
import { remember, rememberedFor } from '../store/idempotency.ts';
import { cancelRun } from '../store/run-claims.ts';
import { findRun, listRuns, type Run } from '../store/runs.ts';
import { findStoredScenario } from '../store/scenarios.ts';
import { type CheckedScenario, checkScenario, submitRun } from '../submission.ts';
import { type AddRoutes, refusals, type Surroundings } from './route.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

export const addRuns: AddRoutes = (app, surroundings) => {
  const { rows } = surroundings.service.database;

  app.post(
    '/v1/runs',
    {
      schema: {
        summary: 'Submit a run',
        description: 'Accepted runs are never lost. With an Idempotency-Key the same request may be sent again.',
        tags: ['runs'],
        headers: z.looseObject({
          'idempotency-key': z
            .string()
            .regex(/^[\x21-\x7e]{1,200}$/)
            .optional(),
        }),
        body: runRequest,
        response: { 202: runDocument, ...refusals },
      },
    },
    async (request, reply) => {
      const run = await submit(surroundings, request.owner, request.body, request.headers['idempotency-key']);
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
      const after = placeOf(query.cursor, place);
      const found = await listRuns(rows, owner, {
        status: query.status,
        scenarioHash: query.scenario,
        after: after && { createdAt: new Date(after[0]!), id: after[1]! },
        limit: query.limit + 1,
      });
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      const hasMore = found.length > items.length && last !== undefined;
      return {
        items: items.map(documentOfRun),
        ...(hasMore ? { nextCursor: cursorOf([last.created_at.toISOString(), last.id]) } : {}),
      };
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

async function submit(surroundings: Surroundings, owner: string, body: RunRequest, key: string | undefined) {
  const { service } = surroundings;
  const { rows } = service.database;
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const before = key === undefined ? undefined : await runBefore(surroundings, owner, key, bodyHash);
  if (before !== undefined) return before;
  const scenario = await scenarioOf(surroundings, owner, body.scenario);
  try {
    return await rows.transaction().execute(async (transaction) => {
      const run = await submitRun(transaction, service, owner, scenario, body);
      const isFirst = key === undefined || (await remember(transaction, owner, key, { bodyHash, runId: run.id }));
      if (!isFirst) throw new SecondRequest();
      return run;
    });
  } catch (error) {
    if (!(error instanceof SecondRequest) || key === undefined) throw error;
    return (await runBefore(surroundings, owner, key, bodyHash))!;
  }
}

/** The same request came at the same time under the same key, and the other one was first. */
class SecondRequest extends Error {}

async function runBefore(surroundings: Surroundings, owner: string, key: string, bodyHash: string) {
  const remembered = await rememberedFor(surroundings.service.database.rows, owner, key);
  if (remembered === undefined) return undefined;
  if (remembered.bodyHash === bodyHash) return requireRun(surroundings, owner, remembered.runId);
  const detail = `The key ${key} came before with another body. Send the same body, or another key.`;
  throw new Problem('idempotency.other-body', { detail });
}

async function scenarioOf(
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
