/** Doubts about a scenario: on stderr before anything is solved, on stdout where they are the answer. */

import { basename } from 'node:path';
import type { LoadedScenario } from '../index.ts';
import type { Terminal } from './terminal.ts';

export async function warned(
  file: string,
  { warnings }: LoadedScenario,
  terminal: Terminal,
  to: 'stdout' | 'stderr' = 'stderr',
): Promise<void> {
  if (warnings.length === 0) return;
  const { renderWarnings } = await import('../report/issues.ts');
  const [width, styled] =
    to === 'stdout' ? [terminal.printWidth, terminal.styled] : [terminal.noteWidth, terminal.noteStyled];
  const style = (text: string, part: string) => styled(text, part === 'headline' ? 'yellow' : 'cyan');
  const text = renderWarnings(warnings, basename(file), { width, style });
  if (to === 'stdout') terminal.print(`\n${text}`);
  else terminal.note(text);
}
