/**
 * Stamps of the native format, `2005-01-01T00:00Z`: read strictly by position, since the built-in date parser accepts
 * local times, offsets and 24:00, and moves 30 February to March. Fixed width is also what makes a year cheap to read.
 */

export const stampForm = 'YYYY-MM-DDTHH:MMZ in UTC';

/** Years outside are slips of the pen; below 100 the built-in calendar would also read them as 19xx. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const ZERO = 48;

/** The digits of text[from…to) as a number, NaN where one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

export const knownYears = `${FIRST_YEAR}…${LAST_YEAR}`;

export function isKnownYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The instant of a stamp [ms since 1970], or NaN where the text is not exactly an existing minute in the native form. */
export function instantOfStamp(text: string): number {
  const isFormed =
    text.length === 17 &&
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === 'Z';
  if (!isFormed) return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  // Comparisons with NaN are false, so a stray letter falls through to the refusal.
  const exists =
    isKnownYear(year) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysOfMonth(year, month) &&
    hour <= 23 &&
    minute <= 59;
  return exists ? Date.UTC(year, month - 1, day, hour, minute) : Number.NaN;
}

/** What a refused stamp looks like, most telling first. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'is empty'],
  [/^#/, 'is a comment, which may stand only before the header'],
  [/^\s|\s$/, 'has space around it'],
  [/^["']/, 'is in quotes'],
  [/[T ]24:00/, 'is no hour of its day: midnight is 00:00 of the next day'],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/, 'does not exist in the calendar'],
  [/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?[+-]\d\d(:?\d\d)?$/, 'carries an offset from UTC'],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/, 'is in local time or names no zone: the Z of UTC is missing'],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'has seconds'],
  [/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ]\d{1,2}:\d\d.*)?$/, 'has the form that spreadsheets rewrite dates to'],
  [/^\d{5}([.,]\d+)?$/, 'is the day number of a spreadsheet'],
];

/** Why `instantOfStamp` refuses a text. */
export function faultOfStamp(text: string): string {
  const [, digitsOfYear, monthAndDay] = /^(\d{4})-(\d\d-\d\d)T\d\d:\d\dZ$/.exec(text) ?? [];
  const year = Number(digitsOfYear);
  if (digitsOfYear !== undefined && !isKnownYear(year)) return `is outside the years ${knownYears}`;
  if (monthAndDay === '02-29' && !isLeapYear(year)) {
    return `does not exist: ${year} is no leap year and has no 29 February`;
  }
  return spellings.find(([pattern]) => pattern.test(text))?.[1] ?? 'is not a stamp';
}
