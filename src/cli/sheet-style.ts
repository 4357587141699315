/** Colours of what a study says on a terminal. */

import type { SheetLayout } from '../index.ts';
import type { Terminal } from './terminal.ts';

const emphasis = {
  title: 'bold',
  good: 'green',
  mixed: 'yellow',
  bad: 'red',
  warning: 'yellow',
  heading: 'cyan',
} as const;

export function sheetStyle(terminal: Terminal): NonNullable<SheetLayout['style']> {
  return (text, part) => terminal.styled(text, emphasis[part]);
}
