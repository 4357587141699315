/** What the command line says when something went wrong: a headline, what to do, and a stack only when asked for. */

import { InputError, InterruptedError, renderIssues, SolverError, VerificationError } from '../index.ts';
import { exitCodeOf, UsageError } from './exit-code.ts';
import { isSystemError } from './system-error.ts';
import type { Terminal } from './terminal.ts';

/** Set to anything, it shows the stack of every error. */
const STACK_VARIABLE = 'HOURMATCH_STACK';

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
  if (error instanceof InterruptedError) return 'Interrupted; nothing was written.';
  if (error instanceof VerificationError) {
    return `${loud('Not verified.')} ${error.message}\nThis is a fault of hourmatch. Please report it with the scenario.`;
  }
  if (error instanceof SolverError) return `${loud('The solver failed.')} ${error.message}`;
  if (error instanceof UsageError) return `${loud('error:')} ${error.message}`;
  if (isSystemError(error)) return `${loud('error:')} ${error.message}`;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    `${loud('Unexpected error.')} ${text}\nThis is a fault of hourmatch. Please report it with the command line and ` +
    `the scenario;\n${STACK_VARIABLE}=1 before the command shows where it happened.`
  );
}
