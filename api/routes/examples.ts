/** Scenarios that ship, for whoever has none yet: listed, and taken over with their profiles in one call. */

import * as z from 'zod';
import { untilDisconnect } from '../http/disconnect.ts';
import { notFound } from '../http/problem.ts';
import { documentOfScenario, etagOf, storedScenario } from '../schemas/stored-scenario.ts';
import { type Example, profileBytes, shippedExamples } from '../submission/examples.ts';
import { storeProfile } from '../submission/keep-profile.ts';
import { storeScenario } from '../submission/keep-scenario.ts';
import { uploadLimit } from '../submission/profile-upload.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const exampleDocument = z
  .strictObject({
    name: z.string().meta({ description: 'What POST /v1/examples takes.' }),
    title: z.string(),
    description: z.string().optional(),
    phases: z.array(z.strictObject({ name: z.string(), firstYear: z.int(), itCapacityMW: z.number() })),
    weatherYears: z.array(z.string()),
  })
  .meta({ id: 'Example' });

export const addExamples: AddRoutes = (app, { service, pool }) => {
  let known: Promise<Example[]> | undefined;
  const examples = () => {
    known ??= shippedExamples();
    return known;
  };

  app.get(
    '/v1/examples',
    {
      schema: {
        summary: 'List the scenarios that ship',
        tags: ['scenarios'],
        response: { 200: z.strictObject({ items: z.array(exampleDocument) }), ...problemResponses },
      },
    },
    async () => ({ items: (await examples()).map(documentOf) }),
  );

  app.post(
    '/v1/examples',
    {
      schema: {
        summary: 'Store a scenario that ships, with its profiles',
        description: 'What is stored already is given back as it is, with 200.',
        tags: ['scenarios'],
        body: z.strictObject({ name: z.string().max(100) }),
        response: { 200: storedScenario, 201: storedScenario, ...problemResponses },
      },
    },
    async ({ owner, body }, reply) => {
      const signal = untilDisconnect(reply);
      const example = (await examples()).find(({ name }) => name === body.name);
      if (example === undefined) throw notFound('example of this name');
      for (const name of example.profiles) {
        await uploadLimit(async () =>
          storeProfile(service, pool, owner, { name, bytes: await profileBytes(name) }, signal),
        );
      }
      const { stored, isNew } = await storeScenario(service, pool, owner, example.document, signal);
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/v1/scenarios/${stored.id}`)
        .header('etag', etagOf(stored))
        .send(documentOfScenario(stored));
    },
  );
};

function documentOf({ name, document }: Example): z.output<typeof exampleDocument> {
  const { name: title, description, phases, weatherYears } = document;
  return {
    name,
    title,
    ...(description === undefined ? {} : { description }),
    phases: phases.map(({ name: phase, firstYear, itCapacityMW }) => ({ name: phase, firstYear, itCapacityMW })),
    weatherYears: weatherYears.map((year) => year.name),
  };
}
