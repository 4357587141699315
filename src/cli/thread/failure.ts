/** Errors between threads: taken apart on one side, given their class again on the other. */

import { InterruptedError, SolverError, VerificationError } from '../../index.ts';
import type { Failure } from './jobs.ts';

const classes = { InterruptedError, SolverError, VerificationError };

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}

export function errorOf({ name, message, stack }: Failure): Error {
  if (Object.hasOwn(classes, name)) {
    return Object.assign(new classes[name as keyof typeof classes](message), { stack });
  }
  // A class without a place in the register keeps at least its name.
  return Object.assign(new Error(message), { name, stack });
}
