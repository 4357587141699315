/** Batches: up to a thousand runs accepted together, with progress of their own. */

import * as z from 'zod';
import { limitConcurrency, limitPerOwner } from '../concurrency.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { notFound, Problem } from '../http/problem.ts';
import { judgeBySchema } from '../http/validation.ts';
import { deleteWithFiles } from '../operations/deletion.ts';
import {
  batchDocument,
  batchId,
  batchRequestOf,
  batchRunDocument,
  documentOfBatch,
  documentOfBatchRun,
} from '../schemas/batch.ts';
import { cursor, cursorOf, limit, pageByAge, pageOf, placeOf, rowAtCursor } from '../schemas/paging.ts';
import { runStatus } from '../schemas/run.ts';
import { type Batch, cancelBatch, findBatch, listBatches, listRunsOfBatch } from '../store/batches.ts';
import { deleteBatch } from '../store/deletion.ts';
import { orThrow, prepareBatch } from '../submission/batches.ts';
import { idempotencyHeader, onceUnderKey } from '../submission/idempotency.ts';
import { owned } from '../thread-pool/thread-pool.ts';
import { type AddRoutes, problemResponses, type Surroundings } from './route.ts';

const position = z.tuple([z.string().regex(/^\d{1,4}$/)]);
/** A thousand runs may each bring a scenario of their own. */
const LARGEST_BODY_BYTES = 16 * 2 ** 20;

/** Of one owner, that are read and checked at the same time. */
const MOST_OF_OWNER = 2;
const RETRY_SECONDS = 10;

export const addBatches: AddRoutes = (app, surroundings) => {
  const { service, pool, longestSeconds } = surroundings;
  const oneAtATime = limitConcurrency(1);
  const ofOwner = limitPerOwner(MOST_OF_OWNER, () => {
    const detail = `${MOST_OF_OWNER} batches of yours are being checked. Send this one when one of them is answered.`;
    return new Problem('rate.exceeded', { detail, retryAfterSeconds: RETRY_SECONDS });
  });
  const { rows } = service.database;
  const require = (owner: string, id: string) => requireBatch(surroundings, owner, id);

  app.post(
    '/v1/batches',
    {
      bodyLimit: LARGEST_BODY_BYTES,
      // Described by its schema, but read by the pool: it may hold a thousand scenarios.
      config: { readAs: 'bytes' },
      validatorCompiler: ({ httpPart, ...part }) =>
        httpPart === 'body' ? (value) => ({ value }) : judgeBySchema({ httpPart, ...part } as never),
      schema: {
        summary: 'Submit many runs together',
        description: 'A sweep of one field of a scenario, a list of runs, or both. All of them are accepted, or none.',
        tags: ['batches'],
        headers: idempotencyHeader,
        body: batchRequestOf(longestSeconds),
        response: { 202: batchDocument, ...problemResponses },
      },
    },
    async ({ owner, body, headers }, reply) =>
      ofOwner(owner, async () => {
        const signal = untilDisconnect(reply);
        // The cast: the body is read as bytes, and its schema only describes it.
        const bytes = owned(body as unknown as Uint8Array);
        const asked = orThrow(await pool.readBatch({ bytes, longestSeconds }, signal, bytes));
        const keyed = { owner, key: headers['idempotency-key'], bodyHash: asked.bodyHash, kind: 'batch' } as const;
        const checking = { surroundings, owner, oneAtATime, signal };
        const id = await onceUnderKey(service, keyed, () => prepareBatch(checking, asked));
        const document = documentOfBatch(await require(owner, id));
        return reply.code(202).header('location', document.links.self).send(document);
      }),
  );

  app.get(
    '/v1/batches',
    {
      schema: {
        summary: 'List batches, newest first',
        tags: ['batches'],
        querystring: z.strictObject({ limit, cursor }),
        response: { 200: pageOf(batchDocument), ...problemResponses },
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
        response: { 200: batchDocument, ...problemResponses },
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
        response: { 200: pageOf(batchRunDocument), ...problemResponses },
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
        summary: 'Cancel what has not ended of a batch, or delete one that has',
        description:
          'Runs that are being solved stop within two seconds; those that have ended stay as they are. A batch of which no run is open is deleted with all of them.',
        tags: ['batches'],
        params: batchId,
        response: { 200: batchDocument, 204: z.null(), ...problemResponses },
      },
    },
    async ({ owner, params }, reply) => {
      const batch = await require(owner, params.id);
      if (batch.progress.endedAt !== null) {
        await deleteWithFiles(service, (transaction) => deleteBatch(transaction, batch.id));
        return reply.code(204).send(null);
      }
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
