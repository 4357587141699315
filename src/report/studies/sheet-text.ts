/** A study on a terminal. */

import type { Said } from '../content/words.ts';
import { englishText, languageNamed } from '../language/language.ts';
import { visible, wrapped } from '../terminal-text.ts';
import { textTable } from '../text-table.ts';
import { isSaid, type Sheet, type SheetTable, SYNTHETIC } from './sheet.ts';

export interface SheetLayout {
  /** Columns of the terminal; at least 40 are used. */
  readonly width: number;
  /** Marks a line, for example with colours; it adds no visible characters. */
  readonly style?: (text: string, part: 'title' | 'good' | 'mixed' | 'bad' | 'warning' | 'heading') => string;
}

const NARROWEST = 40;

/** Paragraphs with an empty line between them; no end of line after the last. */
export function sheetText(sheet: Sheet, { width, style = (text) => text }: SheetLayout): string {
  const columns = Math.max(width, NARROWEST);
  const { title, headline, tone, synthetic, parts } = sheet;
  const said = (words: Said) => wrapped(visible(englishText(words)), columns);
  const paragraphs = [
    [...said(title).map((line) => style(line, 'title')), ...said(headline).map((line) => style(line, tone))],
    synthetic ? said(SYNTHETIC).map((line) => style(line, 'warning')) : [],
    ...parts
      .filter(isSaid)
      .map(({ title: heading, sentences = [], table }) => [
        style(visible(englishText(heading)), 'heading'),
        ...sentences.flatMap(said),
        ...(table && table.rows.length > 0 ? linesOf(table, columns) : []),
      ]),
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function linesOf({ columns, rows }: SheetTable, width: number): string[] {
  const { text, optional } = languageNamed('en');
  return textTable({
    columns: columns.map(text),
    rows: rows.map(({ name, unit, cells }) => ({ name: text(name), unit: text(unit), cells: cells.map(optional) })),
    width,
  });
}
