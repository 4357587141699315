/** One series of a year of a run, small enough to be drawn at once. */

import * as z from 'zod';
import { untilDisconnect } from '../http/disconnect.ts';
import { MAP_STEPS, type MapSeries, mapSeries } from '../schemas/map-series.ts';
import { runId } from '../schemas/run.ts';
import { placeOfResult } from '../store/objects.ts';
import { scenarioOfRun } from '../store/scenario-versions.ts';
import { placeQuery, refusalOf } from './hours-of-run.ts';
import { requireResult, requireRun } from './require-run.ts';
import { type AddRoutes, problemResponses } from './route.ts';
import { ofResult } from './run-result.ts';

const yearMap = z
  .strictObject({
    series: z.enum(Object.keys(mapSeries) as [MapSeries]),
    unit: z.string().meta({ description: 'Fractions have the unit 1; money is the currency of the scenario.' }),
    phase: z.string(),
    weatherYear: z.string(),
    firstHour: z.string().meta({ description: 'UTC; the others follow hour by hour.' }),
    least: z.number(),
    most: z.number(),
    values: z.string().meta({
      description: `Base64 of unsigned numbers of 16 bits, little-endian, one an hour: least + number × (most − least) ÷ ${MAP_STEPS}; ${MAP_STEPS + 1} where there is none.`,
    }),
  })
  .meta({ id: 'YearMap' });

export const addRunMap: AddRoutes = (app, surroundings) => {
  const { service, pool } = surroundings;
  app.get(
    '/v1/runs/:id/map',
    {
      schema: {
        summary: 'A series of a year of a run, for a map of its hours',
        description:
          'matched: share of the load that is not imported; curtailed: what plants could have given and did not; stateOfCharge: in all storages at the end of the hour; price: what one more MWh of load would cost; carbon: of import, by MWh of load.',
        tags: ['results'],
        params: runId,
        querystring: z.strictObject({
          ...placeQuery,
          series: z.enum(Object.keys(mapSeries) as [MapSeries]).default('matched'),
        }),
        response: { 200: yearMap, ...problemResponses },
      },
    },
    async ({ owner, params, query, url }, reply) => {
      const signal = untilDisconnect(reply);
      const run = await requireRun(surroundings, owner, params.id);
      const result = requireResult(run);
      const scenario = await scenarioOfRun(service.database.rows, run);
      const asked = { ...query, objects: service.objectPlace, place: placeOfResult(result), scenario };
      const found = await pool.yearMap(asked, signal);
      if (found.kind !== 'map') throw refusalOf(found);
      const { kind: _, ...map } = found;
      return reply
        .headers(ofResult(`${result} ${url.split('?')[1] ?? ''}`))
        .send({ series: query.series, unit: mapSeries[query.series], ...map });
    },
  );
};
