/** Errors between threads: taken apart on one side, given their class again on the other. */

import {
  InputError,
  InterruptedError,
  ProfileError,
  ResultError,
  ScenarioError,
  SolverError,
  VerificationError,
} from '../../errors.ts';
import type { Failure } from './jobs.ts';

const inputClasses = { ResultError, ScenarioError, ProfileError };
const classes = { InterruptedError, SolverError, VerificationError };

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  const { name, message, stack = '' } = error;
  if (!(error instanceof InputError)) return { name, message, stack };
  return { name, message, stack, input: { subject: error.subject, issues: error.issues } };
}

export function errorOf({ name, message, stack, input }: Failure): Error {
  if (Object.hasOwn(inputClasses, name) && input !== undefined) {
    const InputClass = inputClasses[name as keyof typeof inputClasses];
    return Object.assign(new InputClass(input.subject, input.issues), { stack });
  }
  if (Object.hasOwn(classes, name)) {
    return Object.assign(new classes[name as keyof typeof classes](message), { stack });
  }
  // A class without a place in the register keeps at least its name.
  return Object.assign(new Error(message), { name, stack });
}
