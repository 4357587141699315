/** Stamps as people and programs spell them, brought to the forms of `table/stamps.ts`. */

/** Months by their first letters in English, French, German and Spanish; accents are taken off before. */
const months: readonly (readonly [RegExp, number])[] = [
  [/^(jan|ene)/, 1],
  [/^(feb|fev)/, 2],
  [/^(mar|maer|mrz)/, 3],
  [/^(apr|avr|abr)/, 4],
  [/^(may|mai)/, 5],
  [/^(jun|juin)/, 6],
  [/^(jul|juil)/, 7],
  [/^(aug|aou|ago)/, 8],
  [/^sep/, 9],
  [/^(oct|okt)/, 10],
  [/^nov/, 11],
  [/^(dec|dez|dic)/, 12],
];
const named = /^(\d{1,2})[-/. ]([A-Za-zéûä]{3,9})\.?[-/. ](\d{4}|\d{2})(?=$|[T ])/;
const compact = /^(\d{4})(\d\d)(\d\d)(?:[T :]?(\d\d)(\d\d)?)?$/;
const withLetter = /(\d{1,2})[hH](\d{2})/;

/** `13-Jan-2021` → `2021-01-13`; the text itself where no month is known in it. */
function withMonthNumber(text: string): string {
  const [whole, day, name = '', year = ''] = named.exec(text) ?? [];
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const month = months.find(([pattern]) => pattern.test(plain))?.[1];
  if (whole === undefined || month === undefined) return text;
  const century = year.length === 4 ? '' : Number(year) < 70 ? '20' : '19';
  return `${century}${year}-${month}-${day}${text.slice(whole.length)}`;
}

/** `2021011300` → `2021-01-13 00:00`, `20210113` → `2021-01-13`. */
function withSigns(text: string): string {
  const [, year, month, day, hour, minute = '00'] = compact.exec(text) ?? [];
  if (year === undefined) return text;
  return `${year}-${month}-${day}${hour === undefined ? '' : ` ${hour}:${minute}`}`;
}

export interface Spelling {
  /** Whether its dates name the month in letters or stand year first without signs: day and month are told apart. */
  readonly isYearFirst: boolean;
  /** Brings a cell to a date, a time of day or both with signs between the parts. */
  plain(cell: string): string;
}

/** How the cells of a column are spelled, by one of them. */
export function spellingOf(example: string): Spelling {
  const plainers: ((text: string) => string)[] = [];
  if (compact.test(example)) plainers.push(withSigns);
  if (named.test(example)) plainers.push(withMonthNumber);
  if (withLetter.test(example)) plainers.push((text) => text.replace(withLetter, '$1:$2'));
  return {
    isYearFirst: compact.test(example) || named.test(example),
    plain: (cell) => plainers.reduce((text, plain) => plain(text), cell.trim()),
  };
}
