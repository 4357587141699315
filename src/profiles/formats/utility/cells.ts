/** What single cells of unknown tables look like, before anybody knows their column. */

import { isFormula } from '../formula.ts';

/** Spellings of "no value" by data loggers, spreadsheets and databases. */
export const missingMarks: readonly string[] = [
  ...['', 'NaN', 'nan', 'NAN', 'N/A', 'n/a', 'NA', '#N/A', 'n/e', 'ND', '-', '--', 'null', 'NULL', 'None'],
];

export type CellKind = 'missing' | 'number' | 'formula' | 'interval' | 'stamp' | 'date' | 'time' | 'text';

const date = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))`;
const time = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AaPp][Mm])?`;
const zone = String.raw`(?:Z|[+-]\d{2}:?\d{2})?`;
const stamp = `${date}[T ]${time}${zone}`;

const missing = new Set(missingMarks);

const kinds: readonly (readonly [RegExp, CellKind])[] = [
  [new RegExp(`^${stamp}/${stamp}$`), 'interval'],
  [new RegExp(`^${stamp}$`), 'stamp'],
  [new RegExp(`^${date}$`), 'date'],
  [new RegExp(`^${time}$`), 'time'],
  [/^[+-]?[.,]?\d[\d.,' \u00a0\u202f]*([eE][+-]?\d+)?$/, 'number'],
];

/** Longer cells are text; patterns are not run over them. */
const LONGEST = 80;

export function kindOfCell(cell: string): CellKind {
  if (missing.has(cell)) return 'missing';
  const kind = cell.length > LONGEST ? undefined : kinds.find(([pattern]) => pattern.test(cell))?.[1];
  return kind ?? (isFormula(cell) ? 'formula' : 'text');
}
