/** What went wrong: an exit code, a headline with what to do, and a stack only when asked for. */

import { InputError, InterruptedError, ReportError, SolverError, VerificationError } from '../errors.ts';
import { renderIssues } from '../report/issues.ts';
import { type ExitCode, exitCode, UsageError } from './exit-code.ts';
import { harmless } from './harmless.ts';
import type { Terminal } from './terminal.ts';

/** Set to anything, it shows the stack of every error. */
const STACK_VARIABLE = 'HOURMATCH_STACK';

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof InputError || error instanceof ReportError) return exitCode.input;
  if (error instanceof VerificationError) return exitCode.notVerified;
  if (error instanceof SolverError) return exitCode.solver;
  if (error instanceof InterruptedError) return exitCode.interrupted;
  if (error instanceof UsageError) return exitCode.usage;
  // A full disk or a directory that may not be written: the surroundings that were handed in.
  if (isSystemError(error)) return exitCode.input;
  return exitCode.unexpected;
}

export function noteFailure(error: unknown, terminal: Terminal): void {
  terminal.note(messageOf(error, terminal));
  if (process.env[STACK_VARIABLE] && error instanceof Error) terminal.note(error.stack ?? '');
}

/** The failure as data, for `--json`. */
export function failureDocument(error: unknown): object {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const issues = error instanceof InputError ? { issues: error.issues } : {};
  return { error: { name, message, exitCode: exitCodeOf(error), ...issues } };
}

function messageOf(error: unknown, terminal: Terminal): string {
  const loud = (text: string) => terminal.noteStyled(text, 'red');
  if (error instanceof InputError) {
    return renderIssues(error, {
      width: terminal.noteWidth,
      style: (text, part) => (part === 'headline' ? loud(text) : terminal.noteStyled(text, 'cyan')),
    });
  }
  const text = harmless(error instanceof Error ? error.message : String(error));
  if (error instanceof VerificationError) {
    return `${loud('Not verified.')} ${text}\nThis is a fault of hourmatch. Please report it with the scenario.`;
  }
  if (error instanceof SolverError) return `${loud('The solver failed.')} ${text}`;
  if (error instanceof UsageError || error instanceof ReportError || isSystemError(error))
    return `${loud('error:')} ${text}`;
  return [
    `${loud('Unexpected error.')} ${error instanceof Error ? `${error.name}: ` : ''}${text}`,
    'This is a fault of hourmatch. Please report it with the command line and the',
    `scenario; ${STACK_VARIABLE}=1 before the command shows where it happened.`,
  ].join('\n');
}

/** No such file, no permission, disk full. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
