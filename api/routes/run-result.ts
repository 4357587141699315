/** The answer of a run: everything but its hours. */

import { createHash } from 'node:crypto';
import { chooseFormat } from '../http/negotiation.ts';
import { Problem } from '../http/problem.ts';
import { resultDocument } from '../schemas/result.ts';
import { runId } from '../schemas/run.ts';
import { placeOfResult } from '../store/objects.ts';
import type { Run } from '../store/runs.ts';
import { correctedWords } from '../store/scenario-versions.ts';
import { headOf, type WordedResult } from '../thread-pool/lay-out.ts';
import { type AddRoutes, problemResponses, type Surroundings } from './route.ts';
import { requireRun } from './runs.ts';

export const addRunResult: AddRoutes = (app, surroundings) => {
  app.get(
    '/v1/runs/:id/result',
    {
      schema: {
        summary: 'The result of a run, everything but the hours',
        tags: ['results'],
        params: runId,
        response: { 200: resultDocument, ...problemResponses },
      },
    },
    async (request, reply) => {
      chooseFormat(request, ['application/json']);
      const found = await resultOf(surroundings, await requireRun(surroundings, request.owner, request.params.id));
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

/** The result of a run in its words: that of an identical run may have others. @throws Problem where it has none */
export async function resultOf({ service }: Surroundings, run: Run): Promise<WordedResult> {
  return { place: placeOfResult(requireResult(run)), words: await correctedWords(service.database.rows, run) };
}

/** @throws Problem where the run has none, with what can be done */
export function requireResult({ status, result_id: resultId, failure, id }: Run): string {
  switch (status) {
    case 'succeeded':
      return resultId!;
    case 'queued':
    case 'running':
      throw new Problem('run.not-finished', {
        detail: `The run is ${status}. Listen to /v1/runs/${id}/events, or ask again.`,
        retryAfterSeconds: 2,
      });
    case 'failed':
      throw new Problem('run.no-result', { detail: `The run failed: ${failure?.message} (${failure?.code})` });
    case 'cancelled':
      throw new Problem('run.no-result', { detail: 'The run was cancelled.' });
    default: {
      const never: never = status;
      throw new TypeError(`unknown status ${String(never)}`);
    }
  }
}
