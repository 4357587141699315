/** What every command is given. */

import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface Context {
  readonly terminal: Terminal;
  /** Fires when the user wants to stop. */
  readonly signal: AbortSignal;
  /** What the process says when it ends; 0 unless a command knows better. */
  exit(code: ExitCode): void;
}
