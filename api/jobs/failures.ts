/** What becomes of a run whose solve failed: told at once where trying again cannot help. */

import type { Failure } from '../store/run-claims.ts';
import { SolveFailure } from './solve.ts';

export interface Judged extends Failure {
  readonly mayHelpToRetry: boolean;
}

/** Of the machine, and there to stay until somebody does something about it. */
const lasting: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk that results are written to is full.',
  EDQUOT: 'The quota of the disk that results are written to is used up.',
  EROFS: 'The directory that results are written to is read-only.',
  EACCES: 'The directory that results are written to may not be written.',
  EPERM: 'The directory that results are written to may not be written.',
};

export function judgeFailure(error: unknown): Judged {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && lasting[code] !== undefined) {
    return { code: 'run.not-stored', message: `${lasting[code]} (${message})`, mayHelpToRetry: false };
  }
  if (!(error instanceof SolveFailure)) return { code: 'run.interrupted', message, mayHelpToRetry: true };
  switch (error.kind) {
    case 'ScenarioError':
    case 'ProfileError':
      return { code: 'run.bad-input', message, mayHelpToRetry: false };
    case 'VerificationError':
      return { code: 'run.not-verified', message, mayHelpToRetry: false };
    case 'SolverError':
      return { code: 'run.solver-failed', message, mayHelpToRetry: false };
    default:
      return { code: 'run.interrupted', message: `${error.kind}: ${message}`, mayHelpToRetry: true };
  }
}
