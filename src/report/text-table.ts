/** A table for terminals: one row a quantity; columns that do not fit go into further blocks under the first. */

import { folded, lengthOf, visible } from './terminal-text.ts';

export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly unit: string; readonly cells: readonly string[] }[];
  readonly width: number;
}

const GAP = '  ';
const WIDEST_HEADING = 12;
const NARROWEST_NAME = 8;

/** Lines, none longer than the width as long as two names and one column fit into it. */
export function textTable({ columns, rows, width }: TextTable): string[] {
  const names = rows.map(({ name }) => visible(name));
  const units = rows.map(({ unit }) => visible(unit));
  const unitWidth = Math.max(0, ...units.map(lengthOf));
  const widths = columns.map((column, at) =>
    Math.max(
      ...rows.map(({ cells }) => lengthOf(cells[at] ?? '')),
      Math.min(WIDEST_HEADING, lengthOf(visible(column))),
    ),
  );
  const widest = Math.max(0, ...widths) + GAP.length;
  const room = width - unitWidth - GAP.length - widest;
  const nameWidth = Math.max(
    NARROWEST_NAME,
    Math.min(Math.max(...names.map(lengthOf)), room, Math.floor(width * 0.45)),
  );
  const left = nameWidth + GAP.length + unitWidth;

  const blocks = blocksOf(widths, width - left);
  return blocks.flatMap((block, at) => {
    const cut = (texts: readonly string[]) => block.map((column) => texts[column] ?? '');
    const blockWidths = block.map((column) => widths[column] ?? 0);
    const heading = cut(columns).map((column, c) => folded(visible(column), blockWidths[c] ?? 0));
    const tall = Math.max(...heading.map((lines) => lines.length));
    const headingLines = Array.from({ length: tall }, (_, line) =>
      lineOf(
        ' '.repeat(left),
        // Headings stand on the line above the numbers.
        heading.map((lines) => lines[line - tall + lines.length] ?? ''),
        blockWidths,
      ),
    );
    const body = rows.flatMap(({ cells }, r) => {
      const [first = '', ...more] = folded(names[r] ?? '', nameWidth);
      const head = `${padEnd(first, nameWidth)}${GAP}${padEnd(units[r] ?? '', unitWidth)}`;
      return [lineOf(head, cut(cells), blockWidths), ...more.map((part) => ` ${part}`.trimEnd())];
    });
    return [...(at === 0 ? [] : ['']), ...headingLines, ...body];
  });
}

/** Columns side by side while they fit; at least one a block. */
function blocksOf(widths: readonly number[], room: number): number[][] {
  const blocks: number[][] = [[]];
  let used = 0;
  widths.forEach((width, column) => {
    const needed = GAP.length + width;
    if (used > 0 && used + needed > room) {
      blocks.push([]);
      used = 0;
    }
    blocks.at(-1)?.push(column);
    used += needed;
  });
  return blocks;
}

function lineOf(head: string, cells: readonly string[], widths: readonly number[]): string {
  return `${head}${cells.map((cell, c) => GAP + padStart(cell, widths[c] ?? 0)).join('')}`.trimEnd();
}

const padEnd = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - lengthOf(text)));
const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - lengthOf(text))) + text;
