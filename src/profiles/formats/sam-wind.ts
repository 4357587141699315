/**
 * Wind resource of SAM (`.srw`): five lines of head (place and year, a free text, names, units, heights above ground),
 * then rows without stamps. Rows count the steps of a year from 1 January 00:00, each value for the step it begins.
 * SAM knows local standard time only and the head has no field for it, so the zone is a question unless a text tells.
 */
import { type FaultList, refuse, shown } from '../faults.ts';
import { isKnownYear, isLeapYear } from '../hours/stamp.ts';
import type { RecordedColumn, RecordedQuantity, RecordedWarning, Recording, Zone } from '../recording/recording.ts';
import { recordingOf, siteOf } from '../table/head.ts';
import { numberOfCell } from '../table/plain-number.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { minutesOfClock } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import { unitOfSpelling } from '../table/units.ts';
import type { ForeignFormat } from './format.ts';

const HEAD_LINES = 5;
const LONGEST_REMARK = 500;
const MINUTES_PER_DAY = 1440;
/** Days before 29 February. */
const LEAP_DAY = 59;

const quantities: Readonly<Record<string, RecordedQuantity>> = {
  speed: 'windSpeed',
  direction: 'windDirection',
  temperature: 'temperature',
  pressure: 'pressure',
};

const cellsOf = (line: string | undefined) => (cellsOfLine(line ?? '', ',') ?? []).map((cell) => cell.trim());

function recognises(lines: readonly string[]): boolean {
  const [place, , names, units, heights] = lines.slice(0, HEAD_LINES).map(cellsOf);
  if (place === undefined || names === undefined || units === undefined || heights === undefined) return false;
  const known = names.filter((name) => name !== '');
  return (
    known.length > 0 &&
    known.every((name) => Object.hasOwn(quantities, name.toLowerCase())) &&
    known.some((name) => name.toLowerCase() === 'speed') &&
    heights.slice(0, known.length).every((height) => !Number.isNaN(numberOfCell(height)))
  );
}

const inUtc = /\b(?:in|time ?zone[\s:=]{0,5}) ?UTC ?([+-]\d+(?:\.\d+)?)?(?![\w+-])/i;
const zoneHours = /\btime ?zone[\s:=]{0,5}([+-]?\d+(?:\.\d+)?)\b/i;

/** `in UTC`, `in UTC-6`, `Time Zone: -6`; UTC alone may be said of the time of the download. */
function zoneOf(words: string): Zone {
  const said = inUtc.exec(words) ?? zoneHours.exec(words);
  const hours = Number(said?.[1] ?? 0);
  return said !== null && Math.abs(hours) <= 14 ? { kind: 'offset', minutes: hours * 60 } : { kind: 'unstated' };
}

interface Steps {
  readonly year: number;
  readonly stepMinutes: number;
  /** True where a leap year is told in the rows of a common year: 29 February is left out. */
  readonly skipsLeapDay: boolean;
}

/** Year, step and number of rows as the first line states them. */
function stepsOf(place: readonly string[], faults: FaultList): Steps & { rows: number } {
  const [year, hours, rows] = [4, 8, 9].map((cell) => numberOfCell(place[cell] ?? ''));
  const stepMinutes = Math.round(hours! * 60);
  const isSound = isKnownYear(year!) && stepMinutes >= 1 && stepMinutes <= 60 && 60 % stepMinutes === 0;
  if (!isSound) {
    const expected = 'id, city, state, country, year, latitude, longitude, elevation, step in hours, number of rows';
    refuse(faults.file, 'profile.bad-header', { where: 'header', line: 1 }, shown(place.join(',')), expected);
  }
  const ofCommonYear = (365 * MINUTES_PER_DAY) / stepMinutes;
  return { year: year!, stepMinutes, skipsLeapDay: isLeapYear(year!) && rows === ofCommonYear, rows: rows! };
}

function minutesOfRow({ year, stepMinutes, skipsLeapDay }: Steps, row: number): number {
  const minutes = row * stepMinutes;
  const isAfter = skipsLeapDay && minutes >= LEAP_DAY * MINUTES_PER_DAY;
  return minutesOfClock(year, 1, 1, 0, 0) + minutes + (isAfter ? MINUTES_PER_DAY : 0);
}

/** Each named column, with the index of its cell. */
function columnsOf(lines: readonly string[]): { cell: number; head: Omit<RecordedColumn, 'values'> }[] {
  const [names, units, heights] = lines.slice(2, HEAD_LINES).map(cellsOf);
  return names!.flatMap((name, cell) => {
    if (name === '') return [];
    const heightM = numberOfCell(heights![cell] ?? '');
    const quantity = quantities[name.toLowerCase()] ?? 'other';
    const unit = unitOfSpelling(units![cell] ?? '');
    return [{ cell, head: { name: `${name}_${heightM}m`, quantity, unit, heightM } }];
  });
}

/** A cell too many gives speeds the height or unit beside theirs. */
function checkWidths(lines: readonly string[], faults: FaultList): void {
  const [names, ...others] = lines
    .slice(2, HEAD_LINES)
    .map((line) => cellsOf(line).findLastIndex((cell) => cell !== '') + 1);
  others.forEach((width, index) => {
    if (width === names) return;
    faults.add('profile.bad-header', { where: 'header', line: index + 4 }, () => ({
      problem: `${width} ${index === 0 ? 'units' : 'heights'} for the ${names} names in line 3`,
      expected: 'one for each name',
    }));
  });
}

function checkNames(columns: ReturnType<typeof columnsOf>, faults: FaultList): void {
  columns.forEach(({ cell, head: { name } }, index) => {
    if (columns.findIndex(({ head }) => head.name === name) === index) return;
    faults.add('profile.bad-header', { where: name, line: 3, column: cell + 1 }, () => ({
      problem: `${name} stands twice`,
      expected: 'names that differ, or heights that do',
    }));
  });
}

function warningsOf(steps: Steps): RecordedWarning[] {
  if (!steps.skipsLeapDay) return [];
  const message = `${steps.year} is a leap year told in the rows of 365 days: 29 February is taken as the day left out`;
  return [{ code: 'leap-day-left-out', message, line: 1 }];
}

export const samWindFormat: ForeignFormat = {
  name: 'sam-wind',
  beginning: 'five lines: place and year, a text, names such as "Temperature,Pressure,Speed,Direction", units, heights',
  recognises: ({ lines }) => recognises(lines),
  record({ text }, faults, { missing = [] }): Recording {
    const lines = firstLines(text, HEAD_LINES);
    const place = cellsOf(lines[0]);
    const { rows, ...steps } = stepsOf(place, faults);
    const columns = columnsOf(lines);
    checkWidths(lines, faults);
    checkNames(columns, faults);
    const table = readTable(
      text,
      {
        firstLine: HEAD_LINES + 1,
        width: columns.at(-1)!.cell + 1,
        mayBePadded: true,
        columns: columns.map(({ cell, head }) => ({ name: head.name, cell })),
        numbers: { decimal: 'point', missing: ['', 'NaN', 'nan', '-999', '-9999', ...missing] },
        stamp: {
          name: 'row',
          column: 1,
          form: 'row of the year',
          minutes: (_, row) => minutesOfRow(steps, row),
          text: (cells) => cells.join(','),
        },
      },
      faults,
    );
    const found = table.clockMinutes.length;
    if (found !== rows) {
      faults.add('profile.wrong-length', { where: 'file', line: HEAD_LINES + found }, () => ({
        problem: `${found} rows, but line 1 states ${place[9] === undefined ? 'no number' : shown(place[9])}`,
        expected: 'as many rows as stated: without stamps nothing else says which are missing',
      }));
    }
    const site = siteOf(place[5] ?? '', place[6] ?? '', place[7] ?? '');
    return recordingOf(table, {
      why: `line 3 names only quantities of wind, line 5 their heights: "${lines[2]}"`,
      zone: zoneOf((lines[1] ?? '').slice(0, LONGEST_REMARK)),
      label: { kind: 'start' },
      stepMinutes: steps.stepMinutes,
      columns: columns.map(({ head }, index) => ({ ...head, values: table.values[index]! })),
      site,
      warnings: warningsOf(steps),
    });
  },
};
