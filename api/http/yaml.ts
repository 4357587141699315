/** Bodies and answers as YAML (RFC 9512), for the calls that say so in their schema. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ScenarioError } from '../../src/errors.ts';
import { inSchemaOrder } from '../schemas/scenario.ts';
import { owned, type ThreadPool } from '../thread-pool/thread-pool.ts';
import { readJsonInTurns } from './json.ts';
import { chooseFormat } from './negotiation.ts';
import { Problem } from './problem.ts';

const YAML = 'application/yaml';
const types = ['application/json', YAML] as const;

/** Of a call that reads a scenario, or a request that holds one. */
export const readsYaml = { consumes: [...types] };

/** Of a call that gives one. */
export const givesYaml = { produces: [...types] };
export const yamlQuery = z.strictObject({
  format: z
    .enum(['json', 'yaml'])
    .optional()
    .meta({ description: 'In place of Accept, for links. What is asked for so is a file to be saved.' }),
});

/** Bounded as JSON is, and read on a thread. */
export function acceptYaml(app: FastifyInstance, pool: ThreadPool): void {
  app.addContentTypeParser(YAML, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    const { consumes } = (request.routeOptions.schema ?? {}) as { readonly consumes?: readonly string[] };
    if (consumes?.includes(YAML) !== true) {
      throw new Problem('body.unsupported', { detail: 'Scenarios and runs alone are read as YAML. Send JSON.' });
    }
    const read = await pool.readYaml(owned(body));
    if ('issues' in read) throw new ScenarioError('body', read.issues);
    return readJsonInTurns(read.json);
  });
}

/** @param whole what JSON gives: the document, or more beside it; YAML gives the document alone, to be edited and sent back */
export async function sendScenario<Whole>(
  request: FastifyRequest,
  reply: FastifyReply,
  pool: ThreadPool,
  { text, whole }: { readonly text: string; readonly whole: (document: Readonly<Record<string, unknown>>) => Whole },
): Promise<Whole> {
  const { format } = request.query as z.output<typeof yamlQuery>;
  const type = format === undefined ? chooseFormat(request, types) : types[format === 'yaml' ? 1 : 0];
  reply.header('vary', 'accept');
  if (format !== undefined) reply.header('content-disposition', `attachment; filename="scenario.${format}"`);
  if (type !== YAML) return whole(inSchemaOrder(JSON.parse(text)) as Readonly<Record<string, unknown>>);
  reply.header('content-type', `${YAML}; charset=utf-8`);
  return Buffer.from(await pool.writeYaml(text)) as never;
}
