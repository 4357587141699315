/** Exit codes: contracts with scripts. */

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

/** The command line itself cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
