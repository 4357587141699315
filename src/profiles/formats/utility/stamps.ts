/** Stamps of an unknown table: order of day and month, offsets from UTC, midnight as 24:00, intervals. */

import { offsetAt } from '../../civil-time/offset-table.ts';
import { tableOf } from '../../civil-time/zone.ts';
import { type FaultList, refuse, shown } from '../../faults.ts';
import type { Label, Zone } from '../../recording/recording.ts';
import { numberOfCell } from '../../table/plain-number.ts';
import type { Row } from '../../table/row.ts';
import { cellsOfLine, eachLine } from '../../table/rows.ts';
import { type DateOrder, minutesOfDate, minutesOfStamp, minutesOfTime } from '../../table/stamps.ts';
import type { StampRule } from '../../table/table.ts';
import type { FormatAnswers } from '../format.ts';
import { hourAlone, minutesOfParts } from './date-parts.ts';
import type { UtilityLayout } from './layout.ts';
import { spellingOf } from './spelled-stamps.ts';
import { cellsOfTime, type TimeColumns } from './time.ts';
import { zoneBehind } from './zone-behind.ts';

const dateParts = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d/;
const masks: readonly (readonly [RegExp, DateOrder])[] = [
  [/\bD{1,2}[-/.]M{1,2}[-/.]Y{2,4}\b/i, 'day-first'],
  [/\bM{1,2}[-/.]D{1,2}[-/.]Y{2,4}\b/i, 'month-first'],
];

const exampleOf = ({ first }: TimeColumns) => first.texts.find((cell) => cell !== '') ?? '';

/**
 * Day or month first, by the header, as in `Date (DD/MM/YYYY)`, or by the first date of the file with a part above 12.
 * @throws ProfileError that names the option where there is none
 */
export function dateOrderOf(
  text: string,
  { delimiter, firstLine }: UtilityLayout,
  time: TimeColumns,
  answers: FormatAnswers,
  file: string,
): DateOrder {
  const { first, kind } = time;
  const example = exampleOf(time);
  if (kind === 'parts' || /^\d{4}/.test(example) || spellingOf(example).isYearFirst) return 'year-first';
  const masked = masks.find(([mask]) => mask.test(first.header))?.[1];
  if (masked !== undefined && answers.dates !== undefined && answers.dates !== masked) {
    const problem = `${answers.dates}, but the header is ${shown(first.header)}`;
    const expected = 'leave the option out: what the file states is taken';
    refuse(file, 'profile.contradiction', { where: 'dates', line: firstLine - 1 }, problem, expected);
  }
  let order = answers.dates ?? masked;
  if (order !== undefined) return order;
  eachLine(text, firstLine, (line) => {
    const cell = cellsOfLine(line, delimiter)?.[first.cell]?.trim() ?? '';
    const [, one, two] = dateParts.exec(cell) ?? [];
    if (Number(one) > 12) order = 'day-first';
    else if (Number(two) > 12) order = 'month-first';
    return order === undefined;
  });
  if (order !== undefined) return order;
  const place = { where: first.header || 'time', line: firstLine, column: first.cell + 1 };
  const problem = `${shown(example)}: no date of the file has a part above 12, so day and month cannot be told apart`;
  return refuse(
    file,
    'profile.bad-stamp',
    place,
    problem,
    'the option --dates day-first|month-first; in a scenario, dates: day-first',
  );
}

/** Longer cells are no stamps; patterns are not run over them, on which they could be slow. */
const LONGEST_STAMP = 80;

export interface UtilityStamps {
  readonly rule: StampRule;
  /** Known from the stamps themselves; undefined where they name no offset. */
  readonly zone: Zone | undefined;
  /** Letters behind the stamps that may be several zones: `CET`. */
  readonly letters: string | undefined;
  /** Lengths of intervals [min], row by row; empty for other stamps. */
  readonly lengths: readonly number[];
  /** Readings of the midnights before hours that are named by number, row by row; empty for other stamps. */
  readonly midnights: readonly number[];
  /** After the rows are read: what hours such as 24:00 told. */
  label(): Label | undefined;
}

const forms = {
  interval: 'interval "start/end" of two stamps',
  stamp: 'stamp with date and time',
  'date-and-time': 'date and time of day',
  'date-and-range': 'date and hour from … to',
  'date-and-hour': 'date and hour 0…25',
  'date-and-period': 'date and half-hour 1…50',
  parts: 'year, month, day, hour',
} as const;

const orderForms = { 'year-first': 'YYYY-MM-DD', 'day-first': 'DD/MM/YYYY', 'month-first': 'MM/DD/YYYY' } as const;

/** `00 - 01`, `23:00-24:00`: the hour it begins, where it lasts one; midnight may be written 00 or 24. */
function hourOfRange(cell: string): number {
  const [, from, to] = /^(\d{1,2})(?::00)?\s?[-–]\s?(\d{1,2})(?::00)?$/.exec(cell) ?? [];
  const hour = Number(from);
  return hour <= 23 && (Number(to) - hour + 24) % 24 === 1 ? hour * 60 : Number.NaN;
}

/** Of the day on which clocks are put back, where hours are counted. */
const MOST_HOURS = 25;

const seconds = /(:\d{2}):(\d{2}(?:\.\d{1,9})?)(?= ?[AaPp][Mm]$|$)/;

/** Minutes and parts of them, of a text that has seconds besides what `minutesOf` reads. */
function withSeconds(text: string, minutesOf: (text: string) => number): number {
  const [, , found] = seconds.exec(text) ?? [];
  const most = Number(found);
  return most < 60 ? minutesOf(text.replace(seconds, '$1')) + most / 60 : Number.NaN;
}

export function utilityStamps(time: TimeColumns, order: DateOrder): UtilityStamps {
  const { first } = time;
  const example = exampleOf(time).slice(0, LONGEST_STAMP);
  const behind = zoneBehind(example);
  const { plain, isUtc } = spellingOf(example);
  const second = 'second' in time ? spellingOf(time.second.texts.find((cell) => cell !== '') ?? '') : undefined;
  const lengths: number[] = [];
  const midnights: number[] = [];
  let [hasMidnightAsEnd, hasMidnightAsStart] = [false, false];
  const look = (clock: string) => {
    if (/\b24:00/.test(clock)) hasMidnightAsEnd = true;
    else if (/(^|[T ])0?0:00/.test(clock)) hasMidnightAsStart = true;
  };
  const minutesOfOne = (cell: string) => {
    if (cell.length > LONGEST_STAMP) return Number.NaN;
    const [stamp, distance] = behind.part(cell);
    const text = plain(stamp);
    const whole = minutesOfStamp(text, order);
    return (Number.isNaN(whole) ? withSeconds(text, (rest) => minutesOfStamp(rest, order)) : whole) - distance;
  };
  const minutesOfDay = (cell: string) => minutesOfDate(plain(cell).replace(/[T ]0?0:00(:00)?$/, ''), order);
  const hourOf = (cell: string) => {
    const hour = numberOfCell(cell.replace(/ ?h$/i, ''));
    look(hour === 24 ? '24:00' : hour === 0 ? '0:00' : '');
    return Number.isInteger(hour) && hour >= 0 && hour <= MOST_HOURS ? hour * 60 : Number.NaN;
  };
  const numbered = (midnight: number, minutesOfDay: number, row: number) => {
    midnights[row] = midnight;
    return midnight + minutesOfDay;
  };
  const minutes = (cells: Row, row: number): number => {
    if (time.kind === 'parts') {
      const hour = hourAlone(time.parts);
      const stamp = minutesOfParts(cells, time.parts);
      return hour === undefined ? stamp : numbered(stamp, hourOf(cells.cell(hour).trim()), row);
    }
    const cell = cells.cell(first.cell).trim();
    const beside = 'second' in time ? (second?.plain(cells.cell(time.second.cell)) ?? '') : '';
    switch (time.kind) {
      case 'interval': {
        // Dates may hold slashes too; the one between the stamps follows a time.
        const slash = cell.indexOf('/', cell.indexOf(':'));
        const [start, end] = [minutesOfOne(cell.slice(0, slash)), minutesOfOne(cell.slice(slash + 1))];
        lengths[row] = end - start;
        return end > start ? start : Number.NaN;
      }
      case 'stamp':
        look(cell);
        return minutesOfOne(cell);
      case 'date-and-time': {
        look(beside);
        const time = minutesOfTime(beside);
        return minutesOfDay(cell) + (Number.isNaN(time) ? withSeconds(beside, minutesOfTime) : time);
      }
      case 'date-and-range':
        return minutesOfDay(cell) + hourOfRange(beside);
      case 'date-and-hour':
        return numbered(minutesOfDay(cell), hourOf(beside), row);
      case 'date-and-period':
        return readingOfPeriod(minutesOfDay(cell), numberOfCell(beside));
      default:
        return time satisfies never;
    }
  };
  const form = time.kind === 'parts' ? forms.parts : `${forms[time.kind]}, ${orderForms[order]}`;
  return {
    rule: {
      name: first.header || 'time',
      column: first.cell + 1,
      form,
      minutes,
      text: (cells) =>
        cellsOfTime(time)
          .map((cell) => cells[cell])
          .join(' '),
    },
    zone: time.kind === 'date-and-period' ? LONDON : isUtc ? { kind: 'offset', minutes: 0 } : behind.zone,
    letters: behind.letters,
    lengths,
    midnights,
    // Nobody writes 24:00 for the start of an hour.
    label: () => (hasMidnightAsEnd && !hasMidnightAsStart ? { kind: 'end' } : undefined),
  };
}

/** Intervals must be as long as the steps between them. */
export function checkLengths(
  lengths: readonly number[],
  step: number,
  lines: Float64Array,
  stamp: StampRule,
  faults: FaultList,
) {
  lengths.forEach((length, row) => {
    if (!(length > 0) || length === step) return;
    faults.add('profile.bad-stamp', { where: stamp.name, line: lines[row]!, column: stamp.column }, () => ({
      problem: `an interval of ${length} minutes where rows are ${step} minutes apart`,
      expected: 'intervals that follow each other without gap or overlap',
    }));
  });
}

/**
 * Half-hours of the British market: period p of a day begins (p − 1) half-hours after its midnight in London, so that the
 * days on which clocks change have 46 and 50.
 */
const LONDON = { kind: 'civil', name: 'Europe/London' } as const;
const MOST_PERIODS = 50;
const MINUTES_PER_PERIOD = 30;

/** Reading of the clock in London at which a period of a day begins [minutes since 1970], or NaN. */
function readingOfPeriod(midnight: number, period: number): number {
  if (Number.isNaN(midnight) || !Number.isInteger(period) || period < 1 || period > MOST_PERIODS) return Number.NaN;
  const year = new Date(midnight * 60_000).getUTCFullYear();
  const table = tableOf(LONDON, year, year);
  if (table === undefined) return Number.NaN;
  // Clocks change at 01:00 UTC, so that midnight is on the offset before.
  const instant = midnight - offsetAt(table, midnight - 60) + (period - 1) * MINUTES_PER_PERIOD;
  return instant + offsetAt(table, instant);
}
