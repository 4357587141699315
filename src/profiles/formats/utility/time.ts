/** Which columns of an unknown table tell the time of a row: one stamp, an interval, or its parts in several columns. */
import { refuse } from '../../faults.ts';
import type { Label } from '../../recording/recording.ts';
import { type DateParts, datePartsIn } from './date-parts.ts';
import type { UtilityLayout } from './layout.ts';
import { headerWords, namesUtc } from './preamble.ts';
import type { SampledColumn } from './sample.ts';

export type TimeColumns = {
  /** The stamp, the interval, the date or the year. */
  readonly first: SampledColumn;
  /** Where a name says which end of an interval a stamp is. */
  readonly label?: Label;
} & (
  | { readonly kind: 'interval' | 'stamp' }
  /** `24:00` and `7:05` apart, `00 - 01`, the number of an hour, or of a half-hour of the British market. */
  | {
      readonly kind: 'date-and-time' | 'date-and-range' | 'date-and-hour' | 'date-and-period';
      readonly second: SampledColumn;
    }
  | { readonly kind: 'parts'; readonly parts: DateParts }
);

/** Indices of the cells that tell the time. */
export function cellsOfTime(time: TimeColumns): readonly number[] {
  if (time.kind === 'parts') return time.parts.cells;
  return 'second' in time ? [time.first.cell, time.second.cell] : [time.first.cell];
}

const startNames = /(start|begin)|\b(from|d[ée]but|de|von|inicio|desde)\b/i;
const endNames = /(period|interval|hour|time) ?end|\b(end|ending|to|until|fin|[àa]|bis|hasta)\b/i;
const hourNames =
  /^(h|hh|hr|hrs|hours?|heures?|horas?|stunden?|he|hour ?(ending|ended|beginning|number|of day)|op(e)?r(ating)? (hr|hour))$/i;
const periodNames = /^settlement ?period$/i;

/** True for `Hour`, `HE`, `OPR_HR`: the number of an hour, not a series. */
export const namesHourNumber = (header: string) => hourNames.test(headerWords(header));

const words = ({ header }: SampledColumn) => headerWords(header);
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
  const inUtc = columns.filter(({ header }) => namesUtc(header));
  const only = theOnly(columns) ?? theOnly(inUtc);
  if (only !== undefined) return { column: only };
  for (const several of [inUtc, columns]) {
    const start = theOnly(several.filter((column) => startNames.test(words(column))));
    const hasEnd = several.some((column) => endNames.test(words(column)));
    if (start !== undefined && hasEnd) return { column: start, label: { kind: 'start' } };
  }
  return undefined;
}

function refuseTime(layout: UtilityLayout, file: string, problem: string, expected: string): never {
  const line = layout.header?.line ?? layout.firstLine;
  return refuse(file, 'profile.bad-header', { where: 'time', line }, problem, expected);
}

const named = (columns: readonly SampledColumn[]) =>
  columns.map(({ header, cell }) => (header === '' ? `column ${cell + 1}` : `"${header}"`)).join(', ');

const labelled = (label: Label | undefined) => (label === undefined ? {} : { label });

/** @throws ProfileError where several columns could tell the time, or none tells the time of day */
export function timeColumnsOf(columns: readonly SampledColumn[], layout: UtilityLayout, file: string): TimeColumns {
  const interval = columns.find((column) => column.isMostly('interval'));
  if (interval !== undefined) return { kind: 'interval', first: interval, label: { kind: 'start' } };
  const stamps = columns.filter((column) => column.isMostly('stamp'));
  const times = columns.filter((column) => column.isMostly('time'));
  const numbers = columns.filter((column) => column.isMostly('number'));
  const hours = numbers.filter((column) => namesHourNumber(column.header));
  const ranges = columns.filter((column) => column.isMostly('range'));
  const periods = numbers.filter((column) => periodNames.test(words(column)));
  const besides = [...times, ...hours, ...ranges, ...periods];
  // The day alone, with 0:00 behind it as spreadsheets write it, and the hour in a column of its own.
  const dates = columns.filter((column) => column.isMostly('date'));
  const days = stamps.every(isMidnight) && besides.length > 0 ? [...dates, ...stamps] : dates;
  const varying = stamps.filter((column) => !days.includes(column) && isVarying(column));
  if (varying.length > 0) return stampAmong(varying, times, columns, layout, file);
  const parts = layout.header === undefined ? undefined : datePartsIn(layout.header.cells);
  if (parts !== undefined) return { kind: 'parts', first: columns[parts.cells[0]!]!, parts };
  const day = theOnly(days) ?? theOnly(days.filter(isVarying)) ?? chosenAmong(days)?.column;
  const time = chosenAmong(times);
  if (day !== undefined && time !== undefined) {
    return {
      kind: 'date-and-time',
      first: day,
      second: time.column,
      ...labelled(time.label ?? labelOfName(time.column)),
    };
  }
  if (day !== undefined && times.length === 0) {
    const [range, period, hour] = [ranges, periods, hours].map(theOnly);
    if (range !== undefined) return { kind: 'date-and-range', first: day, second: range, label: { kind: 'start' } };
    if (period !== undefined) return { kind: 'date-and-period', first: day, second: period, label: { kind: 'start' } };
    if (hour !== undefined) return { kind: 'date-and-hour', first: day, second: hour, ...labelled(labelOfName(hour)) };
  }
  const found = [...days, ...stamps.filter((column) => !days.includes(column)), ...besides];
  const expected = 'one column of stamps with date and time of day, or one date and one time of day in two columns';
  return refuseTime(layout, file, `no one time of day for each row in ${named(found) || 'any column'}`, expected);
}

function stampAmong(
  stamps: readonly SampledColumn[],
  times: readonly SampledColumn[],
  columns: readonly SampledColumn[],
  layout: UtilityLayout,
  file: string,
): TimeColumns {
  const chosen = chosenAmong(stamps);
  if (chosen !== undefined) {
    return { kind: 'stamp', first: chosen.column, ...labelled(chosen.label ?? labelOfHours(times)) };
  }
  const problem = `several columns hold stamps: ${named(stamps)}`;
  if (stamps.slice(1).every(({ cell }, at) => hasNumbers(columns, stamps[at]!.cell, cell))) {
    const expected = 'one column of stamps: blocks that stand side by side, such as months, put below each other';
    return refuseTime(layout, file, `${problem}, each with values behind it`, expected);
  }
  const expected =
    'one column of stamps: delete the others, or say in its header which it is: UTC, as in "time (UTC)", or the start beside an end';
  return refuseTime(layout, file, problem, expected);
}

function hasNumbers(columns: readonly SampledColumn[], after: number, before: number): boolean {
  return columns.some(
    (column) => column.cell > after && column.cell < before && column.isMostly('number') && column.count('number') > 0,
  );
}

/** An hour that ends or begins at its number or time. */
function labelOfName(column: SampledColumn): Label | undefined {
  const name = words(column);
  const [isStart, isEnd] = [startNames.test(name), endNames.test(name) || /^he$|hour ended/i.test(name)];
  if (isStart === isEnd) return undefined;
  return { kind: isStart ? 'start' : 'end' };
}

/** A column of hours 1:00…24:00 beside the stamps counts hours by their ends. */
function labelOfHours(times: readonly SampledColumn[]): Label | undefined {
  const countsToEnd = ({ texts }: SampledColumn) =>
    texts.some((text) => text.startsWith('24:00')) && !texts.some((text) => /^0?0:00/.test(text));
  return times.some(countsToEnd) ? { kind: 'end' } : undefined;
}
