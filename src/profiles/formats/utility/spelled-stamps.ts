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
const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:[T :]?(\d\d)(\d\d)?)?$/;
/** `a. m.`, as spreadsheets in Spanish write it. */
const halfOfDay = /([AaPp])\.?[ \u00a0]?([Mm])\.?$/;
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

const epoch = /^1\d{9}(?:\.0+)?$|^1\d{12}$/;
const serial = /^(?:2[5-9]|[3-6]\d|7[0-4])\d{3}(?:[.,]\d+)?$/;
/** Days of spreadsheets at 1970-01-01. */
const DAYS_BEFORE_1970 = 25_569;
const [MILLISECONDS_PER_DAY, MILLISECONDS_PER_SECOND] = [86_400_000, 1000];

/** `1610496000`, also in milliseconds → `2021-01-13 00:00:00`. */
function ofSeconds(text: string): string {
  if (!epoch.test(text)) return text;
  const [whole = ''] = text.split('.');
  return clockText(Number(whole) * (whole.length > 10 ? 1 : MILLISECONDS_PER_SECOND));
}

/** `44209.041667` → `2021-01-13 01:00:00`: parts of a day have as many digits as their program writes. */
function ofDays(text: string): string {
  if (!serial.test(text)) return text;
  const days = Number(text.replace(',', '.')) - DAYS_BEFORE_1970;
  return clockText(Math.round((days * MILLISECONDS_PER_DAY) / MILLISECONDS_PER_SECOND) * MILLISECONDS_PER_SECOND);
}

const clockText = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');

export interface Spelling {
  /** True for seconds since 1970, which count in UTC. */
  readonly isUtc: boolean;
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
  if (epoch.test(example)) plainers.push(ofSeconds);
  if (serial.test(example)) plainers.push(ofDays);
  if (withLetter.test(example)) plainers.push((text) => text.replace(withLetter, '$1:$2'));
  if (/[AaPp]\..?[Mm]\.?$/.test(example)) plainers.push((text) => text.replace(halfOfDay, '$1$2'));
  return {
    isUtc: epoch.test(example),
    isYearFirst: [compact, named, epoch, serial].some((pattern) => pattern.test(example)),
    plain: (cell) => plainers.reduce((text, plain) => plain(text), cell.trim()),
  };
}
