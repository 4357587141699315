/** Errors between threads: taken apart on one side, given their class again on the other. */

import { InputError, InterruptedError, ResultError, SolverError, VerificationError } from '../../index.ts';
import type { Failure } from './jobs.ts';

const classes = { InterruptedError, SolverError, VerificationError };

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  const { name, message, stack = '' } = error;
  if (!(error instanceof InputError)) return { name, message, stack };
  return { name, message, stack, input: { subject: error.subject, issues: error.issues } };
}

export function errorOf({ name, message, stack, input }: Failure): Error {
  if (name === 'ResultError' && input !== undefined) {
    return Object.assign(new ResultError(input.subject, input.issues), { stack });
  }
  if (Object.hasOwn(classes, name)) {
    return Object.assign(new classes[name as keyof typeof classes](message), { stack });
  }
  // A class without a place in the register keeps at least its name.
  return Object.assign(new Error(message), { name, stack });
}
