/** Exit codes: contracts with scripts. */

import { InputError, InterruptedError, SolverError, VerificationError } from '../index.ts';
import { isSystemError } from './system-error.ts';

export const exitCode = {
  ok: 0,
  input: 1,
  /** Infeasible, unbounded or a limit: the mathematics has answered, but not with a plan. */
  noPlan: 2,
  notVerified: 3,
  solver: 4,
  usage: 64,
  /** A fault of the program itself. */
  unexpected: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof InputError) return exitCode.input;
  if (error instanceof VerificationError) return exitCode.notVerified;
  if (error instanceof SolverError) return exitCode.solver;
  if (error instanceof InterruptedError) return exitCode.interrupted;
  if (error instanceof UsageError) return exitCode.usage;
  // A full disk or a directory that may not be written: the surroundings that were handed in.
  if (isSystemError(error)) return exitCode.input;
  return exitCode.unexpected;
}

/** The command line itself cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
