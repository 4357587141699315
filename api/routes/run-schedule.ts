/** The hours of a result: one phase under one weather year, whole or a stretch of it, by hour, day or month. */

import * as z from 'zod';
import type { Issue } from '../../src/index.ts';
import { limitConcurrency } from '../concurrency.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { chooseFormat } from '../http/negotiation.ts';
import { Problem } from '../http/problem.ts';
import { runId } from '../schemas/run.ts';
import { placeOfResult } from '../store/objects.ts';
import type { HoursAnswer } from '../thread-pool/hours.ts';
import { type AddRoutes, problemResponses } from './route.ts';
import { ofResult, requireResult } from './run-result.ts';
import { requireRun } from './runs.ts';

const formats = { 'application/json': 'json', 'text/csv': 'csv', 'application/vnd.apache.parquet': 'parquet' } as const;
const types = Object.keys(formats) as (keyof typeof formats)[];

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z)?$/)
  // 30 February would be a day of March.
  .refine((text) => new Date(text).toJSON()?.startsWith(text.replace(/Z$/, '')) === true)
  .meta({ expectation: 'a day or an instant of the calendar, UTC, such as 2005-01-31 or 2005-01-31T06:00Z' })
  .optional();

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
          phase: z.string().max(200).optional().meta({ description: 'Name of the phase; the first when left out.' }),
          weatherYear: z
            .string()
            .max(200)
            .optional()
            .meta({ description: 'Name of the weather year; the first when left out.' }),
          columns: z
            .union([columnNames, z.array(columnNames).min(1).max(MOST_COLUMNS)])
            .optional()
            .meta({
              description:
                'Names of columns with commas between them, or one a parameter: columns=loadMW&columns=importMW, which also takes a name with a comma in it. Each once; all when left out.',
            }),
          from: instant.meta({ description: 'First hour, UTC: 2005-01-01 or 2005-01-01T06:00Z.' }),
          to: instant.meta({ description: 'End, UTC; not in any more.' }),
          resolution: z.enum(['hour', 'day', 'month']).default('hour'),
        }),
        produces: types,
        response: { 200: scheduleDocument, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { query, owner, params } = request;
      const type = chooseFormat(request, types);
      const result = requireResult(await requireRun(surroundings, owner, params.id));
      const { from, to, columns, ...asked } = query;
      const hours = await scheduleLimit(() =>
        surroundings.pool.hours(
          {
            ...asked,
            objects: surroundings.service.objectPlace,
            place: placeOfResult(result),
            columns: typeof columns === 'string' ? [columns] : columns,
            from: from === undefined ? undefined : Date.parse(from),
            to: to === undefined ? undefined : Date.parse(to),
            format: formats[type],
          },
          untilDisconnect(reply),
        ),
      );
      // Before any head is set: a refusal is not to be kept as a result is.
      const bytes = bytesOf(hours);
      const charset = type === 'application/vnd.apache.parquet' ? '' : '; charset=utf-8';
      return reply
        .headers(ofResult(`${result} ${type} ${request.url.split('?')[1] ?? ''}`))
        .header('content-type', `${type}${charset}`)
        .header('vary', 'accept')
        .send(Buffer.from(bytes) as never);
    },
  );
};

/** @throws Problem where the answer has no schedule, or not this one */
function bytesOf(hours: HoursAnswer): Uint8Array {
  switch (hours.kind) {
    case 'hours':
      return hours.bytes;
    case 'no plan': {
      const detail = `The answer is ${hours.status}; only an optimal one has a schedule.`;
      throw new Problem('run.no-plan', { detail });
    }
    case 'wrong name': {
      const { where, given, known } = hours;
      const problem = `${shown(given)} is not in this result`;
      const own = known.some((name) => name.includes(',')) && where === 'columns';
      const expected = `One of ${known.join(', ')}.${own ? ' A name with a comma needs a parameter of its own.' : ''}`;
      throw refusal({ code: 'request.wrong-choice', where, problem, expected });
    }
    case 'twice': {
      const problem = `${shown(hours.given)} is asked for twice`;
      throw refusal({ code: 'request.duplicate-field', where: 'columns', problem, expected: 'Each column once.' });
    }
    default: {
      const never: never = hours;
      throw new TypeError(`unknown answer ${String(never)}`);
    }
  }
}

const shown = (given: string) => JSON.stringify(given.slice(0, 80));

const refusal = (issue: Issue) =>
  new Problem('request.invalid', { detail: 'The query has one fault.', issues: [issue] });
