/** The hours of a result: one phase under one weather year, whole or a stretch of it, by hour, day or month. */

import * as z from 'zod';
import { type Issue, scheduleFile } from '../../src/index.ts';
import { chooseFormat } from '../negotiation.ts';
import { Problem } from '../problem.ts';
import { runId } from '../schemas/run.ts';
import { placeOfResult } from '../store/results.ts';
import { type AddRoutes, refusals, type Surroundings } from './route.ts';
import { requireResult } from './run-result.ts';
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
  app.get(
    '/v1/runs/:id/schedule',
    {
      schema: {
        summary: 'The schedule of a run, as JSON, CSV or Parquet',
        tags: ['results'],
        params: runId,
        querystring: z.strictObject({
          phase: z.string().optional().meta({ description: 'Name of the phase; the first when left out.' }),
          weatherYear: z
            .string()
            .optional()
            .meta({ description: 'Name of the weather year; the first when left out.' }),
          from: instant.meta({ description: 'First hour, UTC: 2005-01-01 or 2005-01-01T06:00Z.' }),
          to: instant.meta({ description: 'End, UTC; not in any more.' }),
          resolution: z.enum(['hour', 'day', 'month']).default('hour'),
        }),
        produces: types,
        response: { 200: scheduleDocument, ...refusals },
      },
    },
    async (request, reply) => {
      const { query, owner, params } = request;
      const type = chooseFormat(request, types);
      const run = await requireRun(surroundings, owner, params.id);
      const place = placeOfResult(requireResult(run));
      const names = await namesOf(surroundings, place);
      const phase = oneOf('phase', query.phase, names.phases);
      const weatherYear = oneOf('weatherYear', query.weatherYear, names.weatherYears);
      const answer = await surroundings.desk.hours({
        objects: surroundings.service.objectPlace,
        key: `${place}/${scheduleFile(phase, weatherYear, 'parquet')}`,
        from: query.from === undefined ? undefined : Date.parse(query.from),
        to: query.to === undefined ? undefined : Date.parse(query.to),
        resolution: query.resolution,
        format: formats[type],
      });
      if (answer === undefined) throw new Error(`${place} holds no schedule of ${phase}, ${weatherYear}.`);
      const charset = type === 'application/vnd.apache.parquet' ? '' : '; charset=utf-8';
      return reply
        .header('content-type', `${type}${charset}`)
        .header('vary', 'accept')
        .send(Buffer.from(answer.bytes) as never);
    },
  );
};

/** @throws Problem where the answer has no schedule */
async function namesOf({ service }: Surroundings, place: string) {
  const bytes = await service.objects.get(`${place}/result.json`);
  if (bytes === undefined) throw new Error(`${place} holds no result.`);
  const { phases, status } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    status: string;
    phases: readonly { readonly name: string; readonly weatherYears: readonly { readonly name: string }[] }[];
  };
  const [first] = phases;
  if (first === undefined) {
    throw new Problem('run.no-plan', { detail: `The answer is ${status}; only an optimal one has a schedule.` });
  }
  return { phases: phases.map(({ name }) => name), weatherYears: first.weatherYears.map(({ name }) => name) };
}

function oneOf(where: string, given: string | undefined, names: readonly string[]): string {
  if (given === undefined) return names[0]!;
  if (names.includes(given)) return given;
  const problem = `${JSON.stringify(given.slice(0, 80))} is not in this result`;
  const issue: Issue = { code: 'request.wrong-choice', where, problem, expected: `One of ${names.join(', ')}.` };
  throw new Problem('request.invalid', { detail: 'The query has one fault.', issues: [issue] });
}
