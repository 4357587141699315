/** How a file was read, for people: the steps, then the first day as the file has it and as hours of UTC. */

import type { Explanation } from '../index.ts';
import { harmless } from './harmless.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

export function explanationText(explanation: Explanation, terminal: Terminal): string {
  const { steps, rows, hours, name, unit, unitBefore } = explanation;
  const width = terminal.printWidth;
  const listed = steps.map((step, at) => {
    const number = `${at + 1}.`.padEnd(4);
    return `${number}${wrap(harmless(step), width - number.length).replaceAll('\n', `\n${' '.repeat(number.length)}`)}`;
  });
  const figure = (value: number | undefined) =>
    value === undefined ? '–' : value.toLocaleString('en-US', { maximumSignificantDigits: 6, useGrouping: false });
  const before = rows.map(({ line, clock, value }) => [`${line}`, clock, figure(value)]);
  const after = hours.map(({ stamp, value }) => [stamp, figure(value)]);
  return [
    terminal.styled('Steps', 'bold'),
    ...listed,
    '',
    terminal.styled(harmless(`${name}: the first day in the file`), 'bold'),
    ...table([['line', 'clock', unitBefore === '' ? 'value' : harmless(unitBefore)], ...before]),
    '',
    terminal.styled('The first day as hours', 'bold'),
    ...table([['UTC', unit], ...after]),
  ].join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, cell) => Math.max(...rows.map((row) => row[cell]!.length)));
  return rows.map((row) => row.map((cell, at) => cell.padStart(widths[at]!)).join('  '));
}
