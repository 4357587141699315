/** How a terminal shows the parts of a summary and of what a study says. */

import type { Terminal } from './terminal.ts';

const emphasis = {
  title: 'bold',
  good: 'green',
  mixed: 'yellow',
  bad: 'red',
  warning: 'yellow',
  heading: 'cyan',
  quiet: 'dim',
} as const;

export function emphasisOf(terminal: Terminal): (text: string, part: keyof typeof emphasis) => string {
  return (text, part) => terminal.styled(text, emphasis[part]);
}
