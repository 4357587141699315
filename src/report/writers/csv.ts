/** The tables of a report as one table of values: one row a cell, numbers with every digit, text in the language asked for. */

import { type Content, shortCode } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';
import type { Language } from '../language/language.ts';
import { sectionsWithTables } from './blocks.ts';
import { csvCell } from './csv-cell.ts';

const HEAD = ['section', 'table', 'group', 'row', 'column', 'unit', 'value'];

export function contentCsv(content: Content, { text }: Language): string {
  const about = (name: Said, value: Said): Cells => ['report', '', '', text(name), '', '', plainValue(value, text)];
  const cells = sectionsWithTables(content).flatMap(({ section, tables }) =>
    tables.flatMap(({ caption, columns, rows }) => {
      let group = '';
      return rows.flatMap(({ name, unit = '', cells: own, role }): Cells[] => {
        if (role === 'group') {
          group = text(name);
          return [];
        }
        return columns.flatMap((column, at): Cells[] => {
          const said = own[at];
          if (said === undefined || said === '') return [];
          const units = text(column.unit ?? unit);
          return [[section.id, text(caption), group, text(name), text(column.title), units, plainValue(said, text)]];
        });
      });
    }),
  );
  const rows: Cells[] = [
    about(say('Scenario'), content.title),
    about(say('Answer'), content.verdict.headline),
    ...(content.synthetic === undefined ? [] : [about(say('SYNTHETIC PROFILES – NOT MEASURED'), content.synthetic)]),
    about('result.json SHA-256', content.seal.resultSha256),
    about('hourmatch', content.seal.hourmatchVersion),
    about(say('Document code'), shortCode(content.seal)),
    ...cells,
  ];
  return [HEAD, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

type Cells = readonly (string | number)[];

/** Numbers as they are; an infinite one in words. */
function plainValue(said: Said, text: (said: Said) => string): string | number {
  if (typeof said === 'object' && 'value' in said && Number.isFinite(said.value)) return said.value;
  return text(said);
}
