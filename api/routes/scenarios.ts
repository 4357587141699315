/** Stored scenarios: checked when they come, versioned by their content, changed only by who has seen the last version. */

import * as z from 'zod';
import { ScenarioError } from '../../src/errors.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { issueSchema, Problem, warningSchema } from '../http/problem.ts';
import { givesYaml, readsYaml, sendScenario, yamlQuery } from '../http/yaml.ts';
import { deleteScenario } from '../operations/deletion.ts';
import { profileFills } from '../schemas/fills.ts';
import { cursor, limit, pageByAge, pageOf, rowAtCursor } from '../schemas/paging.ts';
import { scenarioDocument } from '../schemas/scenario.ts';
import {
  documentOfScenario,
  etagOf,
  listedScenario,
  listedScenarioOf,
  storedScenario,
} from '../schemas/stored-scenario.ts';
import { lastRuns } from '../store/runs.ts';
import { listScenarios, moveScenario } from '../store/scenarios.ts';
import { requireScenario, storeScenario } from '../submission/keep-scenario.ts';
import { checkScenario, keepScenario } from '../submission/runs.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const scenarioId = z.strictObject({ id: z.uuid().meta({ description: 'Id of the scenario.' }) });

export const addScenarios: AddRoutes = (app, { service, pool }) => {
  const { rows } = service.database;
  const require = (owner: string, id: string) => requireScenario(service, owner, id);

  app.post(
    '/v1/scenarios/validate',
    {
      schema: {
        summary: 'Check a scenario without storing it',
        tags: ['scenarios'],
        ...readsYaml,
        body: scenarioDocument,
        response: {
          200: z.strictObject({
            valid: z.boolean(),
            contentHash: z.string().optional(),
            issues: z.array(issueSchema),
            warnings: z
              .array(warningSchema)
              .meta({ description: 'Magnitudes that look like a slip, doubts about profiles.' }),
            fills: z.array(profileFills).meta({ description: 'What is filled of profiles, as the scenario asks.' }),
          }),
          ...problemResponses,
        },
      },
    },
    async ({ owner, body }, reply) => {
      try {
        const { hash, warnings, fills } = await checkScenario(service, pool, owner, body, untilDisconnect(reply));
        return { valid: true, contentHash: hash, issues: [], warnings: [...warnings], fills: [...fills] };
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        return { valid: false, issues: [...error.issues], warnings: [], fills: [] };
      }
    },
  );

  app.post(
    '/v1/scenarios',
    {
      schema: {
        summary: 'Store a scenario',
        description: 'What is stored already is given back as it is, with 200.',
        tags: ['scenarios'],
        ...readsYaml,
        body: scenarioDocument,
        response: { 200: storedScenario, 201: storedScenario, ...problemResponses },
      },
    },
    async ({ owner, body }, reply) => {
      const { stored, isNew } = await storeScenario(service, pool, owner, body, untilDisconnect(reply));
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/v1/scenarios/${stored.id}`)
        .header('etag', etagOf(stored))
        .send(documentOfScenario(stored));
    },
  );

  app.get(
    '/v1/scenarios',
    {
      schema: {
        summary: 'List stored scenarios, newest first',
        tags: ['scenarios'],
        querystring: z.strictObject({ limit, cursor }),
        response: { 200: pageOf(listedScenario), ...problemResponses },
      },
    },
    async ({ owner, query }) => {
      const found = await listScenarios(rows, owner, rowAtCursor(query.cursor), query.limit + 1);
      const runs = await lastRuns(
        rows,
        owner,
        found.map(({ version_hash: hash }) => hash),
      );
      const lastOf = new Map(runs.map((run) => [run.scenario_hash, run]));
      return pageByAge(found, query.limit, (stored) => listedScenarioOf(stored, lastOf.get(stored.version_hash)));
    },
  );

  app.get(
    '/v1/scenarios/:id',
    {
      schema: {
        summary: 'A stored scenario',
        description: 'As YAML its document alone, to be edited and sent back under the ETag.',
        tags: ['scenarios'],
        params: scenarioId,
        querystring: yamlQuery,
        ...givesYaml,
        response: { 200: storedScenario, ...problemResponses },
      },
    },
    async (request, reply) => {
      const stored = await require(request.owner, request.params.id);
      reply.header('etag', etagOf(stored));
      return sendScenario(request, reply, pool, {
        text: stored.text,
        whole: (document) => documentOfScenario(stored, document),
      });
    },
  );

  app.put(
    '/v1/scenarios/:id',
    {
      schema: {
        summary: 'Change a stored scenario',
        description: 'If-Match holds the ETag of the version that was seen; runs of earlier versions keep theirs.',
        tags: ['scenarios'],
        params: scenarioId,
        headers: z.looseObject({ 'if-match': z.string().max(200).optional() }),
        ...readsYaml,
        body: scenarioDocument,
        response: { 200: storedScenario, ...problemResponses },
      },
    },
    async ({ owner, params, headers, body }, reply) => {
      const seen = headers['if-match'];
      const stored = await require(owner, params.id);
      if (seen === undefined) {
        throw new Problem('if-match.missing', { detail: 'Send the ETag that GET gave as If-Match.' });
      }
      const checked = await checkScenario(service, pool, owner, body, untilDisconnect(reply));
      const isMoved =
        seen === etagOf(stored) &&
        (await rows.transaction().execute(async (transaction) => {
          await keepScenario(transaction, owner, checked);
          const { name, description, hash } = checked;
          return moveScenario(transaction, stored, { name, description, version_hash: hash });
        }));
      const now = await require(owner, params.id);
      if (!isMoved) {
        const detail = `The scenario is at ${etagOf(now)} by now. GET it, and decide again.`;
        throw new Problem('scenario.changed', { detail });
      }
      return reply.header('etag', etagOf(now)).send(documentOfScenario(now));
    },
  );

  app.delete(
    '/v1/scenarios/:id',
    {
      schema: {
        summary: 'Delete a stored scenario',
        description: 'Refused with 409 as long as there are runs of its version; runs of earlier ones keep theirs.',
        tags: ['scenarios'],
        params: scenarioId,
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async ({ owner, params }, reply) => {
      await deleteScenario(service, await require(owner, params.id));
      return reply.code(204).send(null);
    },
  );
};
