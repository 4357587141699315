/** Work with a display of how far it is, until it is done. */

import type { Terminal } from '../terminal.ts';
import type { Display } from './display.ts';

export async function shown<Result>(
  terminal: Terminal,
  work: (hear: Display['hear']) => Promise<Result>,
): Promise<Result> {
  const { createDisplay } = await import('./display.ts');
  const display = createDisplay(terminal);
  try {
    return await work(display.hear);
  } finally {
    display.end();
  }
}
