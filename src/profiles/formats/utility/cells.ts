/** What single cells of unknown tables look like, before anybody knows their column. */

import { isFormula } from '../../table/rows.ts';

/** Spellings of "no value" by data loggers, spreadsheets and databases. */
export const missingMarks: readonly string[] = [
  ...['', 'NaN', 'nan', 'NAN', 'N/A', 'n/a', 'NA', '#N/A', 'n/e', 'ND', '-', '--', 'null', 'NULL', 'None'],
];

export type CellKind = 'missing' | 'number' | 'formula' | 'interval' | 'stamp' | 'date' | 'time' | 'range' | 'text';

const numericDate = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})`;
/** `13-Jan-2021`. */
const namedDate = String.raw`\d{1,2}[-/. ][A-Za-zéûä]{3,9}\.?[-/. ](?:\d{4}|\d{2})`;
const date = `(?:${numericDate}|${namedDate})`;
const time = String.raw`\d{1,2}[:hH]\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AaPp][Mm])?`;
/** An offset, or letters such as UTC and CET. */
const zone = String.raw`(?:Z|[+-]\d{2}:?\d{2}| ?(?:UTC|GMT)| [A-Z]{3,4})?`;
const stamp = `${date}[T ]${time}${zone}`;
/** `20210113`, `2021011300`, `202101130015`: numbers, unless their column is named after time. */
const compactDay = String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
const compactTime = String.raw`(?:[01]\d|2[0-4])(?:[0-5]\d)?`;

const missing = new Set(missingMarks);

const kinds: readonly (readonly [RegExp, CellKind])[] = [
  [new RegExp(`^${stamp}/${stamp}$`), 'interval'],
  [new RegExp(`^${stamp}$`), 'stamp'],
  [new RegExp(`^${date}$`), 'date'],
  [new RegExp(`^${time}$`), 'time'],
  // `00 - 01`, `00:00-01:00`, also with spaces that do not break
  [/^\d{1,2}(?::00)?\s?[-–]\s?\d{1,2}(?::00)?$/, 'range'],
  [/^[+-]?[.,]?\d[\d.,' \u00a0\u202f]*([eE][+-]?\d+)?$/, 'number'],
];
const compactKinds: readonly (readonly [RegExp, CellKind])[] = [
  [new RegExp(`^${compactDay}[T :]?${compactTime}$`), 'stamp'],
  [new RegExp(`^${compactDay}$`), 'date'],
];

/** Longer cells are text; patterns are not run over them. */
const LONGEST = 80;

/** `mayBeCompact` says whether digits alone may be a day or a stamp. */
export function kindOfCell(cell: string, mayBeCompact = false): CellKind {
  if (missing.has(cell)) return 'missing';
  const kindIn = (list: typeof kinds) => list.find(([pattern]) => pattern.test(cell))?.[1];
  const kind = cell.length > LONGEST ? undefined : ((mayBeCompact ? kindIn(compactKinds) : undefined) ?? kindIn(kinds));
  return kind ?? (isFormula(cell) ? 'formula' : 'text');
}

/** Names of columns of days and stamps, in the languages of the exports that are known. */
export function namesTime(header: string): boolean {
  return /date|datum|fecha|jour|d[ií]a|time|stamp|zeit|heure|hora|yyyy|observation|valid/i.test(header);
}
