/** The answer of a run: everything but its hours. */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import { chooseFormat } from '../http/negotiation.ts';
import { resultDocument } from '../schemas/result.ts';
import { runId } from '../schemas/run.ts';
import { studies, studyNames } from '../schemas/studies.ts';
import { headOf } from '../thread-pool/lay-out.ts';
import { answerOf, requireRun } from './require-run.ts';
import { type AddRoutes, problemResponses } from './route.ts';

export const addRunResult: AddRoutes = (app, surroundings) => {
  app.get(
    '/v1/runs/:id/result',
    {
      schema: {
        summary: 'The result of a run, everything but the hours; of another study than plan and dispatch its document',
        tags: ['results'],
        params: runId,
        response: {
          200: z.union([resultDocument, ...studyNames.map((name) => studies[name].document)]),
          ...problemResponses,
        },
      },
    },
    async (request, reply) => {
      chooseFormat(request, ['application/json']);
      const found = await answerOf(surroundings, await requireRun(surroundings, request.owner, request.params.id));
      const { result } = await headOf(surroundings.service.objects, found).catch(async (error: unknown) => {
        // Deleted since it was found?
        await requireRun(surroundings, request.owner, request.params.id);
        throw error;
      });
      // As it was written: numbers with every digit.
      return reply
        .headers(ofResult(`${found.place} ${found.words === undefined ? '' : request.params.id}`))
        .header('content-type', 'application/json; charset=utf-8')
        .send(Buffer.from(result) as never);
    },
  );
};

/** A result never changes: whoever has seen it need not ask again. */
export function ofResult(what: string) {
  const tag = createHash('sha256').update(what).digest('base64url').slice(0, 27);
  return { 'cache-control': 'private, max-age=31536000, immutable', etag: `"${tag}"` } as const;
}
