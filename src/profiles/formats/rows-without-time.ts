/** Rows of numbers that nothing places in time: one column, or columns beside an index. The first hour and the step are stated. */

import { type FaultList, refuse, shown } from '../faults.ts';
import type { RecordedColumn, Recording } from '../recording/recording.ts';
import { recordingOf } from '../table/head.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { minutesOfStamp } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import type { ForeignFormat, ForeignText, FormatAnswers } from './format.ts';
import { kindOfCell, namesTime } from './utility/cells.ts';
import type { UtilityLayout } from './utility/layout.ts';
import { utilityNumbers } from './utility/numbers.ts';
import { siteNamed, zoneOf } from './utility/preamble.ts';
import { namesHourNumber } from './utility/time.ts';
import { columnHead } from './utility/units.ts';

const HOURS_OF_YEAR = [8760, 8784];
const [MINUTES_PER_HOUR, MINUTES_PER_DAY] = [60, 1440];
/** The hours of a day, and twelve times as many. */
const [FEWEST_ROWS, ROWS_OF_MEAN_DAYS] = [24, 288];

const cellsOf = (line: string, delimiter: string) => (cellsOfLine(line, delimiter) ?? ['?']).map((cell) => cell.trim());

interface Opening {
  /** Index of the first line that is neither empty nor a comment. */
  readonly first: number;
  readonly head: string;
  readonly rows: readonly string[];
  /** Undefined where commas may part cells or be decimal signs. */
  readonly delimiter: UtilityLayout['delimiter'] | undefined;
}

/** What parts the cells of the rows; a comma that the header does not have is a decimal sign. */
function openingIn(lines: readonly string[]): Opening {
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const [head = '', ...rows] = lines.slice(first).filter((line) => line.trim() !== '');
  const plain = ([';', '\t'] as const).find((sign) => rows[0]?.includes(sign));
  const hasComma = rows[0]?.includes(',') === true && head.includes(',');
  const isOpen = hasComma && /^[-\d,\s]+$/.test([head, ...rows].join(''));
  return { first, head, rows, delimiter: plain ?? (isOpen ? undefined : hasComma ? ',' : ';') };
}

/** Rows of numbers that nothing places in time. */
function isWithoutTime(lines: readonly string[]): boolean {
  const { head, rows, delimiter = ',' } = openingIn(lines);
  if (rows.length < 2) return false;
  const names = cellsOf(head, delimiter);
  const isNumbers = (cells: readonly string[]) =>
    cells.length === names.length && cells.every((cell) => ['number', 'missing'].includes(kindOfCell(cell)));
  return !names.some(namesTime) && rows.slice(0, -1).every((line) => isNumbers(cellsOf(line, delimiter)));
}

/** @throws ProfileError that names the option where commas may be decimal signs */
function layoutOf(text: string, { decimal }: FormatAnswers, file: string): UtilityLayout {
  const lines = firstLines(text);
  const { first, head, delimiter: found } = openingIn(lines);
  const line = first + 1;
  if (found === undefined && decimal === undefined) {
    const problem = 'without a header, commas may part columns or be decimal signs';
    const expected = 'a header, or the option --decimal point|comma; in a scenario, decimal: comma';
    refuse(file, 'profile.bad-row', { where: 'file', line }, problem, expected);
  }
  const delimiter = found ?? (decimal === 'comma' ? ';' : ',');
  const cells = cellsOf(head, delimiter);
  const hasHeader = cells.some((cell) => kindOfCell(cell) === 'text');
  return {
    delimiter,
    firstLine: hasHeader ? line + 1 : line,
    width: cells.length,
    header: hasHeader ? { line, cells } : undefined,
    units: undefined,
    preamble: lines.slice(0, first).map((one) => one.replace(/^#+\s*/, '')),
  };
}

/** The step that makes a year of so many rows; an hour where none does. */
function stepOfYear(rows: number): number {
  const perHour = HOURS_OF_YEAR.map((hours) => rows / hours).find((count) => [1, 2, 4, 6, 12].includes(count));
  return MINUTES_PER_HOUR / (perHour ?? 1);
}

interface Placed {
  readonly startMinutes: number;
  readonly stepMinutes: number;
}

/** @throws ProfileError with the question, or where what is stated is no beginning */
function placeOf({ start, step }: FormatAnswers, rows: number, { file, line }: { file: string; line: number }): Placed {
  if (rows <= FEWEST_ROWS || rows === ROWS_OF_MEAN_DAYS) {
    const problem = `${rows} rows of numbers: months, or hours of an average day, and not the hours of a year`;
    const expected =
      'every hour, since means hold no calm and no dark week; a column of stamps, where it is a short series';
    refuse(file, 'profile.unknown-format', { where: 'file', line }, problem, expected);
  }
  const stepMinutes = step ?? stepOfYear(rows);
  if (start === undefined) {
    const problem = `${rows} rows of numbers, and no column that tells the time`;
    const stepWords = stepMinutes === MINUTES_PER_HOUR ? '' : ` with step: ${stepMinutes} (--step ${stepMinutes})`;
    const expected = `pass start: 2021-01-01T00:00 (--start 2021-01-01T00:00)${stepWords}, the beginning of the first row; step (--step) where rows are not ${stepMinutes} minutes apart`;
    return refuse(file, 'profile.question', { where: 'start', line }, problem, expected);
  }
  const startMinutes = minutesOfStamp(start, 'year-first');
  if (Number.isNaN(startMinutes)) {
    const expected = 'the beginning of the first row, such as 2021-01-01T00:00';
    return refuse(file, 'profile.question', { where: 'start' }, `${shown(start)} is no date and time`, expected);
  }
  return { startMinutes, stepMinutes };
}

/** An index counts the rows; one that jumps says that rows are missing, which no start and step would show. */
function isIndex({ values, name }: { values: Float64Array; name: string }): boolean {
  const isNamed =
    name.startsWith('column-') || namesHourNumber(name) || /^(index|idx|row|no|nr|hoy|time|step|t|#)\b/i.test(name);
  return (
    isNamed && values.length > 2 && Number.isInteger(values[0]) && values.at(-1)! - values[0]! >= values.length - 1
  );
}

function checkIndex(index: RecordedColumn, lines: ArrayLike<number>, faults: FaultList): void {
  index.values.forEach((value, row) => {
    const before = index.values[row - 1];
    if (before === undefined || value === before + 1) return;
    faults.add('profile.gap', { where: index.name, line: lines[row]! }, () => ({
      problem: `${before} is followed by ${value}`,
      expected: 'every row, numbered one by one: where one is missing, a row without a value in its place',
    }));
  });
}

const FEWEST_DAYS = 3;

/** @throws ProfileError for a column for each day */
function refuseDaysAcross({ header }: UtilityLayout, file: string): void {
  const days = header?.cells.filter((cell) => kindOfCell(cell.trim(), 'compact') === 'date') ?? [];
  if (days.length < FEWEST_DAYS) return;
  const problem = `${days.length} columns named after days, ${days[0]} to ${days.at(-1)}: a column for each day`;
  const expected = 'one row per hour: the date, the hour and its value in three columns';
  refuse(file, 'profile.bad-header', { where: 'header', line: header!.line }, problem, expected);
}

function read({ text }: ForeignText, faults: FaultList, answers: FormatAnswers): Recording {
  const layout = layoutOf(text, answers, faults.file);
  refuseDaysAcross(layout, faults.file);
  const { delimiter, firstLine, width, header, preamble } = layout;
  const cells = Array.from({ length: width }, (_, cell) => cell);
  const heads = cells.map((cell) => columnHead(header?.cells[cell] || `column-${cell + 1}`));
  const named = heads.map(({ name }, cell) => ({ name, cell }));
  const table = readTable(
    text,
    {
      ...{ firstLine, delimiter, width, columns: named },
      ...(header === undefined ? {} : { header: header.cells }),
      mayBePadded: true,
      numbers: utilityNumbers(text, layout, cells, answers, faults.file),
      stamp: { name: 'row', column: 0, form: 'number', minutes: (_, row) => row, text: () => '' },
    },
    faults,
  );
  const rows = table.lines.length;
  const { startMinutes, stepMinutes } = placeOf(answers, rows, { file: faults.file, line: firstLine });
  const rest = (rows * stepMinutes) % MINUTES_PER_DAY;
  if (rest !== 0) {
    faults.add('profile.wrong-length', { where: 'rows', line: table.lines.at(-1)! }, () => ({
      problem: `${rows} rows every ${stepMinutes} minutes end ${rest} minutes into a day`,
      expected: 'whole days: nothing else shows a row that is missing or stands twice',
    }));
  }
  const columns = heads.map((head, at) => ({ ...head, values: table.values[at]! }));
  const [first] = columns;
  const index = columns.length > 1 && isIndex(first!) ? first : undefined;
  if (index !== undefined) checkIndex(index, table.lines, faults);
  const clockMinutes = table.clockMinutes.map((row) => startMinutes + row * stepMinutes);
  const site = siteNamed(preamble);
  return recordingOf(
    { ...table, clockMinutes },
    {
      why: `rows of numbers from line ${firstLine} on without a time, "${delimiter === '\t' ? 'tab' : delimiter}" between cells, laid from the stated start on`,
      zone: zoneOf(preamble, ''),
      label: { kind: 'start' },
      stepMinutes,
      columns: columns.filter((column) => column !== index),
      site,
    },
  );
}

export const rowsWithoutTimeFormat: ForeignFormat = {
  name: 'rows-without-time',
  beginning: 'rows of numbers alone, below a header or none, whose first hour is stated',
  recognises: ({ lines }) => isWithoutTime(lines),
  record: read,
};
