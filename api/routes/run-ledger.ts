/** The hour ledger of a run: records of one kind, of a stretch of hours and of a plant. */

import * as z from 'zod';
import { recordKinds } from '../../src/ledger/table.ts';
import { storageOrders } from '../../src/results/ledger/ledger-document.ts';
import { limitConcurrency } from '../concurrency.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { Problem } from '../http/problem.ts';
import { runId } from '../schemas/run.ts';
import {
  bytesOf,
  formatQuery,
  formats,
  headersOf,
  placeQuery,
  stretchOf,
  stretchQuery,
  typeOf,
  types,
} from './hours-of-run.ts';
import { requireRun, resultOf } from './require-run.ts';
import { type AddRoutes, problemResponses } from './route.ts';
import { ofResult } from './run-result.ts';

const ledgerDocument = z
  .strictObject({
    ledger: z.enum(recordKinds),
    place: z.string().meta({ description: 'Phase and weather year.' }),
    issuingBody: z.string().meta({ description: 'planned, not issued.' }),
    rows: z.int(),
    chainStart: z.string().meta({ description: 'previous_hash of the first row of the year.' }),
    columns: z.array(
      z.strictObject({
        name: z.string(),
        type: z.string(),
        values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
  })
  .meta({ id: 'Ledger' });

export const addRunLedger: AddRoutes = (app, surroundings) => {
  // A year of records is in memory meanwhile.
  const oneAtATime = limitConcurrency(1);

  app.get(
    '/v1/runs/:id/ledger',
    {
      schema: {
        summary: 'The hour ledger of a run, as JSON, CSV or Parquet',
        description:
          'Which watt-hour of which plant served which hour, directly or out of which storage, with the hour of its origin; planned, not issued. Energy is in whole watt-hours below 2^53.',
        tags: ['results'],
        params: runId,
        querystring: z.strictObject({
          ...placeQuery,
          ...formatQuery,
          kind: z.enum(recordKinds).default('allocations'),
          plant: z
            .string()
            .max(200)
            .optional()
            .meta({ description: 'Name of a plant or a storage: records that it stands behind; all when left out.' }),
          ...stretchQuery,
          order: z.enum(storageOrders).default('fifo').meta({ description: 'What a storage gives first.' }),
        }),
        produces: types,
        response: { 200: ledgerDocument, ...problemResponses },
      },
    },
    async (request, reply) => {
      const signal = untilDisconnect(reply);
      const { query, owner, params } = request;
      const type = typeOf(request, query);
      const result = await resultOf(surroundings, await requireRun(surroundings, owner, params.id));
      const { from, to, ...asked } = query;
      const { pool, service } = surroundings;
      const source = { objects: service.objectPlace, ...result };
      const found = await oneAtATime(() =>
        pool.ledger({ ...source, ...asked, ...stretchOf({ from, to }), format: formats[type] }, signal),
      );
      if ('issues' in found) {
        throw new Problem('result.invalid', { detail: 'There is no ledger of it.', issues: found.issues });
      }
      const bytes = bytesOf(found);
      return reply
        .headers(
          ofResult(
            `${result.place} ${result.words === undefined ? '' : params.id} ledger ${type} ${request.url.split('?')[1] ?? ''}`,
          ),
        )
        .headers(headersOf(type, query, 'ledger'))
        .send(Buffer.from(bytes) as never);
    },
  );
};
