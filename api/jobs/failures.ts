/** What becomes of a run whose solve failed: told at once where trying again cannot help. */

import { wordsOfRefusedWrite } from '../store/refused-writes.ts';
import type { Failure } from '../store/run-claims.ts';
import { SolveFailure } from './solving-threads.ts';

export interface Judged extends Failure {
  readonly mayHelpToRetry: boolean;
}

const LESS = 'fewer weather years, phases or values';

export function judgeFailure(error: unknown): Judged {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const refusedWrite = wordsOfRefusedWrite(error);
  if (refusedWrite !== undefined) return { code: 'run.not-stored', message: refusedWrite, mayHelpToRetry: false };
  if (!(error instanceof SolveFailure)) return { code: 'run.interrupted', message, mayHelpToRetry: true };
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const told = `The run needed more memory than there is. Ask for less at once: ${LESS}.`;
    return { code: 'run.out-of-memory', message: told, mayHelpToRetry: false };
  }
  switch (error.kind) {
    case 'ScenarioError':
    case 'ResultError':
    case 'ProfileError':
      return { code: 'run.bad-input', message, mayHelpToRetry: false };
    case 'VerificationError':
      return { code: 'run.not-verified', message, mayHelpToRetry: false };
    case 'SolverError':
      return { code: 'run.solver-failed', message, mayHelpToRetry: false };
    case 'TimeIsUp':
      return { code: 'run.time-limit', message, mayHelpToRetry: false };
    default:
      return { code: 'run.interrupted', message: `${error.kind}: ${message}`, mayHelpToRetry: true };
  }
}
