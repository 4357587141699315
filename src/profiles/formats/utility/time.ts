/** Which columns of an unknown table tell the time of a row: one stamp, an interval, or a date and an hour apart. */
import { refuse } from '../../faults.ts';
import type { Label } from '../../recording.ts';
import type { UtilityLayout } from './layout.ts';
import { namesUtc } from './preamble.ts';
import type { SampledColumn } from './sample.ts';

export type TimeColumns = {
  /** The stamp, the interval or the date. */
  readonly first: SampledColumn;
  /** Where a name says which end of an interval a stamp is. */
  readonly label?: Label;
} & (
  | { readonly kind: 'interval' | 'stamp' }
  /** `24:00` and `7:05` apart, or the number of an hour. */
  | { readonly kind: 'date-and-time' | 'date-and-hour'; readonly second: SampledColumn }
);

const startNames = /\b(start|begin|beginning|from|d[ée]but|de|von|inicio|desde)\b/i;
const endNames = /\b(end|to|until|fin|[àa]|bis|hasta)\b/i;
const hourNames = /^(h|hr|hrs|hours?|heures?|horas?|stunden?|he|hour ending)$/i;

const isVarying = ({ texts }: SampledColumn) => texts.length < 2 || texts.some((text) => text !== texts[0]);
const isMidnight = ({ texts }: SampledColumn) =>
  texts.length > 1 && texts.every((text) => /[T ]0?0:00(:00)?$/.test(text));

function theOnly<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

interface Chosen {
  readonly column: SampledColumn;
  readonly label?: Label;
}

/** One of several columns of one kind: the one in UTC, or the start of an interval whose end stands beside it. */
function chosenAmong(columns: readonly SampledColumn[]): Chosen | undefined {
  const [first] = columns;
  if (first === undefined) return undefined;
  const only = theOnly(columns) ?? theOnly(columns.filter(({ header }) => namesUtc(header)));
  if (only !== undefined) return { column: only };
  const start = theOnly(columns.filter(({ header }) => startNames.test(header)));
  const hasEnd = columns.some(({ header }) => endNames.test(header));
  return start !== undefined && hasEnd ? { column: start, label: { kind: 'start' } } : undefined;
}

function refuseTime(layout: UtilityLayout, file: string, problem: string, expected: string): never {
  const line = layout.header?.line ?? layout.firstLine;
  return refuse(file, 'profile.bad-header', { where: 'time', line }, problem, expected);
}

const named = (columns: readonly SampledColumn[]) =>
  columns.map(({ header, cell }) => (header === '' ? `column ${cell + 1}` : `"${header}"`)).join(', ');

/** @throws ProfileError where several columns could tell the time, or none tells the time of day */
export function timeColumnsOf(columns: readonly SampledColumn[], layout: UtilityLayout, file: string): TimeColumns {
  const interval = columns.find((column) => column.isMostly('interval'));
  if (interval !== undefined) return { kind: 'interval', first: interval, label: { kind: 'start' } };
  const stamps = columns.filter((column) => column.isMostly('stamp'));
  const dates = columns.filter((column) => column.isMostly('date'));
  const times = columns.filter((column) => column.isMostly('time'));
  const hours = columns.filter(({ header, isMostly }) => hourNames.test(header) && isMostly('number'));
  // The day alone, with 0:00 behind it as spreadsheets write it, and the hour in a column of its own.
  const days = stamps.every(isMidnight) && times.length + hours.length > 0 ? [...dates, ...stamps] : dates;
  const varying = stamps.filter((column) => !days.includes(column) && isVarying(column));
  if (varying.length > 0) {
    const chosen = chosenAmong(varying);
    if (chosen !== undefined) {
      const label = chosen.label ?? labelOfHours(times);
      return { kind: 'stamp', first: chosen.column, ...(label === undefined ? {} : { label }) };
    }
    const expected = 'one column of stamps: delete the others, or name them UTC, or start and end';
    return refuseTime(layout, file, `several columns hold stamps: ${named(varying)}`, expected);
  }
  const day = theOnly(days) ?? theOnly(days.filter(isVarying)) ?? chosenAmong(days)?.column;
  const time = chosenAmong(times);
  if (day !== undefined && time !== undefined) {
    const label = time.label ?? labelOfName(time.column);
    return { kind: 'date-and-time', first: day, second: time.column, ...(label === undefined ? {} : { label }) };
  }
  const hour = theOnly(hours);
  if (day !== undefined && hour !== undefined && times.length === 0) {
    return { kind: 'date-and-hour', first: day, second: hour };
  }
  const found = [...days, ...stamps.filter((column) => !days.includes(column)), ...times, ...hours];
  const expected = 'one column of stamps with date and time of day, or one date and one time of day in two columns';
  return refuseTime(layout, file, `no one time of day for each row in ${named(found) || 'any column'}`, expected);
}

function labelOfName({ header }: SampledColumn): Label | undefined {
  if (startNames.test(header) === endNames.test(header)) return undefined;
  return { kind: startNames.test(header) ? 'start' : 'end' };
}

/** A column of hours 1:00…24:00 beside the stamps counts hours by their ends. */
function labelOfHours(times: readonly SampledColumn[]): Label | undefined {
  const countsToEnd = ({ texts }: SampledColumn) =>
    texts.some((text) => text.startsWith('24:00')) && !texts.some((text) => /^0?0:00/.test(text));
  return times.some(countsToEnd) ? { kind: 'end' } : undefined;
}
