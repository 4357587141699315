/** The hours of a result: one phase under one weather year, whole or a stretch of it, by hour, day or month. */

import * as z from 'zod';
import { limitConcurrency } from '../concurrency.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { runId } from '../schemas/run.ts';
import { placeOfResult } from '../store/objects.ts';
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
import { requireResult, requireRun } from './require-run.ts';
import { type AddRoutes, problemResponses } from './route.ts';
import { ofResult } from './run-result.ts';

const columnNames = z.string().max(8_000);
const MOST_COLUMNS = 1_000;

const scheduleDocument = z
  .strictObject({
    hour: z.array(z.string()).meta({ description: 'Start of each row, UTC.' }),
    columns: z.array(z.strictObject({ name: z.string(), values: z.array(z.number()) })).meta({
      description:
        'loadMW, importMW, generationMW:<renewable>, stateOfChargeMWh:<storage> and so on. By day and month powers and prices are means, contents of stores as at the end, and hours says how many hours each row stands for.',
    }),
  })
  .meta({ id: 'Schedule' });

export const addRunSchedule: AddRoutes = (app, surroundings) => {
  // Each is megabytes: what waits here takes no room in the pool, where it would send others away.
  const scheduleLimit = limitConcurrency(2);

  app.get(
    '/v1/runs/:id/schedule',
    {
      schema: {
        summary: 'The schedule of a run, as JSON, CSV or Parquet',
        tags: ['results'],
        params: runId,
        querystring: z.strictObject({
          ...placeQuery,
          ...formatQuery,
          columns: z
            .union([columnNames, z.array(columnNames).min(1).max(MOST_COLUMNS)])
            .optional()
            .meta({
              description:
                'Names of columns with commas between them, or one a parameter: columns=loadMW&columns=importMW, which also takes a name with a comma in it. Each once; all when left out.',
            }),
          ...stretchQuery,
          resolution: z.enum(['hour', 'day', 'month']).default('hour'),
        }),
        produces: types,
        response: { 200: scheduleDocument, ...problemResponses },
      },
    },
    async (request, reply) => {
      const signal = untilDisconnect(reply);
      const { query, owner, params } = request;
      const type = typeOf(request, query);
      const result = requireResult(await requireRun(surroundings, owner, params.id));
      const { from, to, columns, ...asked } = query;
      const hours = await scheduleLimit(() =>
        surroundings.pool.hours(
          {
            ...asked,
            objects: surroundings.service.objectPlace,
            place: placeOfResult(result),
            columns: typeof columns === 'string' ? [columns] : columns,
            ...stretchOf({ from, to }),
            format: formats[type],
          },
          signal,
        ),
      );
      // Before any head is set: a refusal is not to be kept as a result is.
      const bytes = bytesOf(hours);
      return reply
        .headers(ofResult(`${result} ${type} ${request.url.split('?')[1] ?? ''}`))
        .headers(headersOf(type, query, 'schedule'))
        .send(Buffer.from(bytes) as never);
    },
  );
};
