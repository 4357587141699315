/**
 * Clock readings as foreign files write them, to minutes since 1970-01-01 00:00 on the clock of the file. Each gives NaN
 * for a text that is not exactly an existing minute: the built-in date parser knows local times and moves 30 February to
 * March. Midnight as 24:00 is 00:00 of the next day.
 */
import { daysOfMonth, isKnownYear } from '../hours/stamp.ts';

export type DateOrder = 'year-first' | 'day-first' | 'month-first';

const MINUTES_PER_DAY = 1440;
const MILLISECONDS_PER_MINUTE = 60_000;

/** Minutes of a day and time given as numbers; NaN where they are not whole or do not exist. */
export function minutesOfClock(year: number, month: number, day: number, hour: number, minute: number): number {
  const date = minutesOfDay(year, month, day);
  const isWhole = Number.isInteger(hour) && Number.isInteger(minute);
  const exists = isWhole && hour >= 0 && minute >= 0 && minute <= 59 && (hour <= 23 || (hour === 24 && minute === 0));
  return exists ? date + hour * 60 + minute : Number.NaN;
}

/** Minutes of 00:00 of a day. */
function minutesOfDay(year: number, month: number, day: number): number {
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  const exists =
    isWhole && isKnownYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
  return exists ? Date.UTC(year, month - 1, day) / MILLISECONDS_PER_MINUTE : Number.NaN;
}

const [ZERO, SLASH, MINUS, POINT, COLON] = [48, 47, 45, 46, 58];

/** Three whole numbers between two equal signs of `-/.`, with the digits of each; read by hand, since every row has them. */
interface DateParts {
  readonly values: [number, number, number];
  readonly digits: [number, number, number];
}

/** Undefined for a text of any other form. The same object each time: the next call overwrites it. */
const partsOfDate = (() => {
  const parts: DateParts = { values: [0, 0, 0], digits: [0, 0, 0] };
  return (text: string): DateParts | undefined => {
    if (text.length > 10) return undefined;
    const { values, digits } = parts;
    let [part, sign] = [0, 0];
    values.fill(0);
    digits.fill(0);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const digit = code - ZERO;
      if (digit >= 0 && digit <= 9) {
        values[part] = values[part]! * 10 + digit;
        digits[part]!++;
        continue;
      }
      const isSign = part === 0 ? code === MINUS || code === SLASH || code === POINT : code === sign;
      if (!isSign || part === 2) return undefined;
      sign = code;
      part++;
    }
    return parts;
  };
})();

const isShort = (digits: number) => digits === 1 || digits === 2;

/** `2017-01-31`, `31.01.2017`, `1/31/17`: parts may be unpadded, years of two digits are those of 1970…2069. */
export function minutesOfDate(text: string, order: DateOrder): number {
  const parts = partsOfDate(text);
  if (parts === undefined) return Number.NaN;
  const [first, second, third] = parts.values;
  const [one, two, three] = parts.digits;
  if (order === 'year-first') {
    return one === 4 && isShort(two) && isShort(three) ? minutesOfDay(first, second, third) : Number.NaN;
  }
  if (!isShort(one) || !isShort(two) || !(three === 4 || three === 2)) return Number.NaN;
  const year = three === 4 ? third : third + (third < 70 ? 2000 : 1900);
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return minutesOfDay(year, month, day);
}

const timeOfDay = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?: ?([AaPp])[Mm])?$/;

/** Minutes since 00:00, 0…1440: `7:05`, `07:05:00`, `24:00`, `7:05 PM`; seconds must be zero. */
export function minutesOfTime(text: string): number {
  const padded = paddedTime(text);
  if (!Number.isNaN(padded)) return padded;
  const [, hours, minutes, seconds = '0', fraction = '0', half] = timeOfDay.exec(text) ?? [];
  if (hours === undefined || minutes === undefined || Number(seconds) !== 0 || Number(fraction) !== 0)
    return Number.NaN;
  const minute = Number(minutes);
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const exists = minute <= 59 && (hour <= 23 || (hour === 24 && minute === 0));
  return exists ? hour * 60 + minute : Number.NaN;
}

/** `07:05`, as nearly all files write it, without a pattern; NaN for any other text, time or not. */
function paddedTime(text: string): number {
  if (text.length !== 5 || text.charCodeAt(2) !== COLON) return Number.NaN;
  const digit = (at: number) => {
    const value = text.charCodeAt(at) - ZERO;
    return value >= 0 && value <= 9 ? value : Number.NaN;
  };
  const [hour, minute] = [digit(0) * 10 + digit(1), digit(3) * 10 + digit(4)];
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : Number.NaN;
}

let lastDate: { readonly text: string; readonly order: DateOrder; readonly minutes: number } = {
  text: '',
  order: 'year-first',
  minutes: Number.NaN,
};

/** A date, `T` or one space, and a time: `2017-01-31T05:00`, `31.01.2017 5:00`; no zone. */
export function minutesOfStamp(text: string, order: DateOrder): number {
  // Both signs of a padded stamp stand here; others are looked for.
  const isPadded = text[10] === 'T' || text[10] === ' ';
  const found = isPadded ? 10 : text.search(/[T ]/);
  if (found === -1) return Number.NaN;
  // Rows of one day share their date.
  const date = text.slice(0, found);
  const time = minutesOfTime(text.slice(found + 1));
  if (date === lastDate.text && order === lastDate.order) return lastDate.minutes + time;
  const minutes = minutesOfDate(date, order);
  // What is no date may be long, and would keep its file in memory.
  if (!Number.isNaN(minutes)) lastDate = { text: date, order, minutes };
  return minutes + time;
}

/** As `minutesOfStamp`, year first, with or without the `Z` or `+00:00` of UTC; other offsets are refused. */
export function minutesOfUtcStamp(text: string): number {
  return minutesOfStamp(text.replace(/(Z|[+-]00:?00)$/, ''), 'year-first');
}

/** `20170131:0510`. */
export function minutesOfCompactStamp(text: string): number {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d):(\d\d)(\d\d)$/.exec(text) ?? [];
  return minutesOfClock(Number(year), Number(month), Number(day), Number(hour), Number(minute));
}

/** Minutes from one row to the next as most rows have them; undefined where there are not two rows in order. */
export function stepOf(clockMinutes: Float64Array): number | undefined {
  const counts = new Map<number, number>();
  let step: number | undefined;
  for (let row = 1; row < clockMinutes.length; row++) {
    const difference = clockMinutes[row]! - clockMinutes[row - 1]!;
    // Nothing recorded less often than daily is a profile; without this bound a hostile file fills the map.
    if (!(difference > 0 && difference <= MINUTES_PER_DAY)) continue;
    const count = (counts.get(difference) ?? 0) + 1;
    counts.set(difference, count);
    if (step === undefined || count > counts.get(step)!) step = difference;
  }
  return step;
}

/**
 * True where the months of a year come from different years: the year changes although the months go on, other than from
 * the end of one year to the beginning of another.
 */
export function hasMixedYears(clockMinutes: Float64Array): boolean {
  let previous: Date | undefined;
  for (const minutes of clockMinutes) {
    if (Number.isNaN(minutes)) continue;
    const date = new Date(minutes * MILLISECONDS_PER_MINUTE);
    const isOtherYear = previous !== undefined && date.getUTCFullYear() !== previous.getUTCFullYear();
    if (isOtherYear && date.getUTCMonth() >= previous!.getUTCMonth()) return true;
    previous = date;
  }
  return false;
}
