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
const time = String.raw`\d{1,2}[:hH]\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AaPp]\.?[ \u00a0]?[Mm]\.?)?`;
/** An offset, or letters such as UTC and CET. */
const zone = String.raw`(?:Z| ?[+-]\d{2}:?\d{2}| ?(?:UTC|GMT)| [A-Z]{3,4})?`;
const stamp = `${date}[T ]${time}${zone}`;
/** `20210113`, `2021011300`, `202101130015`: numbers, unless their column is named after time. */
const compactDay = String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
const compactTime = String.raw`(?:[01]\d|2[0-4])(?:[0-5]\d)?`;

/** Seconds or milliseconds since 1970, and days of spreadsheets since 1900 from 1970 to 2106. */
const epoch = String.raw`1\d{9}(?:\.0+)?|1\d{12}`;
const serial = String.raw`(?:2[5-9]|[3-6]\d|7[0-4])\d{3}`;

const missing = new Set(missingMarks);

const kinds: readonly (readonly [RegExp, CellKind])[] = [
  [new RegExp(`^${stamp}/${stamp}$`), 'interval'],
  [new RegExp(`^${stamp}$`), 'stamp'],
  [new RegExp(`^${date}$`), 'date'],
  [new RegExp(`^${time}$`), 'time'],
  // `00 - 01`, `00:00-01:00`, also with spaces that do not break
  [/^\d{1,2}(?::00)?\s?[-–]\s?\d{1,2}(?::00)?$/, 'range'],
  [/^[+-]?[.,]?\d[\d.,' \u00a0\u202f]*([eE][+-]?\d+)?$/, 'number'],
  [/^[+-]?\d[\d.,']*\s?(?:%|[hH]|[kMG]?Wh?|kvar|Mvar|m\/s|km\/h|°C|W\/m²)$/, 'number'],
];
const compactKinds: readonly (readonly [RegExp, CellKind])[] = [
  [new RegExp(`^${compactDay}[T :]?${compactTime}$`), 'stamp'],
  [new RegExp(`^${compactDay}$`), 'date'],
];

/** Numbers as programs count time: only below a header that names it. */
const countedKinds: readonly (readonly [RegExp, CellKind])[] = [
  [new RegExp(`^(?:${epoch}|${serial}[.,]\\d+)$`), 'stamp'],
  [new RegExp(`^${serial}$`), 'date'],
];

/** Longer cells are text; patterns are not run over them. */
const LONGEST = 80;

/** Whether digits alone may be a day or a stamp: written one behind the other, or also counted from a day in the past. */
export type Digits = 'numbers' | 'compact' | 'counted';

export function kindOfCell(cell: string, digits: Digits = 'numbers'): CellKind {
  if (missing.has(cell)) return 'missing';
  const kindIn = (list: typeof kinds) => list.find(([pattern]) => pattern.test(cell))?.[1];
  const ofDigits = () =>
    (digits === 'numbers' ? undefined : kindIn(compactKinds)) ??
    (digits === 'counted' ? kindIn(countedKinds) : undefined);
  const kind = cell.length > LONGEST ? undefined : (ofDigits() ?? kindIn(kinds));
  return kind ?? (isFormula(cell) ? 'formula' : 'text');
}

/** Names of columns of days and stamps, in the languages of the exports that are known. */
export function namesTime(header: string): boolean {
  return /date|datum|fecha|jour|d[ií]a|time|stamp|zeit|heure|hora|yyyy|aaaa|observation|valid/i.test(header);
}

/** `MW` of `50 MW`. */
export function unitBehind(cell: string): string | undefined {
  return cell.length > LONGEST ? undefined : /^[+-]?\d[\d.,']*\s?(\D+)$/.exec(cell)?.[1];
}

const timeWords = new Set(
  'date time datetime day stamp timestamp unix epoch utc gmt local excel serial datum zeit zeitstempel fecha hora horodate heure start end from to of interval period s ms seconds since'.split(
    ' ',
  ),
);

/** What digits alone may be below a header: one that names time and nothing else is over counted time as well. */
export function digitsBelow(header: string): Digits {
  if (!namesTime(header)) return 'numbers';
  const words = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zà-ÿ]+/);
  return words.every((word) => word === '' || timeWords.has(word)) ? 'counted' : 'compact';
}
