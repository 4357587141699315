/** Batches: up to a thousand runs accepted together, with progress of their own. */

import * as z from 'zod';
import { prepareBatch } from '../batch-submission.ts';
import { idempotencyHeader, onceUnderKey } from '../idempotency.ts';
import { notFound } from '../problem.ts';
import {
  batchDocument,
  batchId,
  batchRequest,
  batchRunDocument,
  documentOfBatch,
  documentOfBatchRun,
} from '../schemas/batch.ts';
import { cursor, cursorOf, limit, pageByAge, pageOf, placeOf, rowAtCursor } from '../schemas/paging.ts';
import { runStatus } from '../schemas/run.ts';
import { type Batch, cancelBatch, findBatch, listBatches, listRunsOfBatch } from '../store/batches.ts';
import { type AddRoutes, refusals, type Surroundings } from './route.ts';

const position = z.tuple([z.string().regex(/^\d{1,4}$/)]);
/** A thousand runs may each bring a scenario of their own. */
const LARGEST_BODY_BYTES = 16 * 2 ** 20;

export const addBatches: AddRoutes = (app, surroundings) => {
  const { service } = surroundings;
  const { rows } = service.database;
  const require = (owner: string, id: string) => requireBatch(surroundings, owner, id);

  app.post(
    '/v1/batches',
    {
      bodyLimit: LARGEST_BODY_BYTES,
      schema: {
        summary: 'Submit many runs together',
        description: 'A sweep of one field of a scenario, a list of runs, or both. All of them are accepted, or none.',
        tags: ['batches'],
        headers: idempotencyHeader,
        body: batchRequest,
        response: { 202: batchDocument, ...refusals },
      },
    },
    async ({ owner, body, headers }, reply) => {
      const keyed = { owner, key: headers['idempotency-key'], body, kind: 'batch' } as const;
      const id = await onceUnderKey(service, keyed, () => prepareBatch(surroundings, owner, body));
      const document = documentOfBatch(await require(owner, id));
      return reply.code(202).header('location', document.links.self).send(document);
    },
  );

  app.get(
    '/v1/batches',
    {
      schema: {
        summary: 'List batches, newest first',
        tags: ['batches'],
        querystring: z.strictObject({ limit, cursor }),
        response: { 200: pageOf(batchDocument), ...refusals },
      },
    },
    async ({ owner, query }) => {
      const found = await listBatches(rows, owner, rowAtCursor(query.cursor), query.limit + 1);
      return pageByAge(found, query.limit, documentOfBatch);
    },
  );

  app.get(
    '/v1/batches/:id',
    {
      schema: {
        summary: 'A batch and how far it is',
        tags: ['batches'],
        params: batchId,
        response: { 200: batchDocument, ...refusals },
      },
    },
    async ({ owner, params }) => documentOfBatch(await require(owner, params.id)),
  );

  app.get(
    '/v1/batches/:id/runs',
    {
      schema: {
        summary: 'The runs of a batch, in the order of the request',
        tags: ['batches'],
        params: batchId,
        querystring: z.strictObject({ status: runStatus.optional(), limit, cursor }),
        response: { 200: pageOf(batchRunDocument), ...refusals },
      },
    },
    async ({ owner, params, query }) => {
      const batch = await require(owner, params.id);
      const from = Number(placeOf(query.cursor, position)?.[0] ?? 0);
      const found = await listRunsOfBatch(rows, batch, { status: query.status, from, limit: query.limit + 1 });
      const next = found[query.limit];
      return {
        items: found.slice(0, query.limit).map((run) => documentOfBatchRun(batch, run)),
        ...(next === undefined ? {} : { nextCursor: cursorOf([String(next.batch_position)]) }),
      };
    },
  );

  app.delete(
    '/v1/batches/:id',
    {
      schema: {
        summary: 'Cancel what has not ended of a batch',
        description: 'Runs that are being solved stop within two seconds; those that have ended stay as they are.',
        tags: ['batches'],
        params: batchId,
        response: { 200: batchDocument, ...refusals },
      },
    },
    async ({ owner, params }) => {
      const batch = await require(owner, params.id);
      await rows.transaction().execute((transaction) => cancelBatch(transaction, batch));
      return documentOfBatch(await require(owner, params.id));
    },
  );
};

/** @throws Problem (404) also where it is somebody else's */
export async function requireBatch({ service }: Surroundings, owner: string, id: string): Promise<Batch> {
  const found = await findBatch(service.database.rows, owner, id);
  if (found === undefined) throw notFound('batch of this id');
  return found;
}
