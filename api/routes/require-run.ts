/** The run that a call is about, and what it has found: refused where there is none, with what can be done. */

import { notFound, Problem } from '../http/problem.ts';
import { hasEnded, isPlanOrDispatch } from '../schemas/run.ts';
import { placeOfResult } from '../store/objects.ts';
import { type AnsweredRun, findRun, type Run } from '../store/runs.ts';
import { correctedWords } from '../store/scenario-versions.ts';
import type { WordedResult } from '../thread-pool/lay-out.ts';
import type { Surroundings } from './route.ts';

/** @throws Problem (404) also where it is somebody else's */
export async function requireRun(
  { service }: Pick<Surroundings, 'service'>,
  owner: string,
  id: string,
): Promise<AnsweredRun> {
  const run = await findRun(service.database.rows, owner, id);
  if (run === undefined) throw notFound('run of this id');
  return run;
}

/**
 * Of a plan or a dispatch, whose files are hours, proofs and all else that is read of a result.
 *
 * @throws Problem where the run has none, with what can be done
 */
export function requireResult(run: Run): string {
  const result = requireAnswer(run);
  if (isPlanOrDispatch(run.study)) return result;
  const detail = `The run is of the study ${run.study}, which has a document and a report: /v1/runs/${run.id}/result.`;
  throw new Problem('run.no-plan', { detail });
}

/** The result of a plan or a dispatch in the words of the run: that of an identical one may have others. @throws as `requireResult` */
export async function resultOf({ service }: Pick<Surroundings, 'service'>, run: Run): Promise<WordedResult> {
  return { place: placeOfResult(requireResult(run)), words: await correctedWords(service.database.rows, run) };
}

/** The same of whatever was asked; words are part of the question of a study. @throws Problem where the run has none */
export async function answerOf(surroundings: Pick<Surroundings, 'service'>, run: Run): Promise<WordedResult> {
  return isPlanOrDispatch(run.study) ? resultOf(surroundings, run) : { place: placeOfResult(requireAnswer(run)) };
}

/** @throws Problem where the run has none, with what can be done */
function requireAnswer({ status, result_id: resultId, failure, id }: Run): string {
  // Of a study that failed or was cancelled: what was finished of it.
  if (resultId !== null && hasEnded(status)) return resultId;
  switch (status) {
    case 'succeeded':
      throw new TypeError(`${id} succeeded without a result`);
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
