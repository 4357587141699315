/** Stamps of an unknown table: order of day and month, offsets from UTC, midnight as 24:00, intervals. */
import { type FaultList, refuse, shown } from '../../faults.ts';
import { numberOfCell } from '../../number.ts';
import type { Label, Zone } from '../../recording.ts';
import type { FormatAnswers } from '../foreign-format.ts';
import type { Row } from '../row.ts';
import type { StampRule } from '../table.ts';
import { cellsOfLine, eachLine } from '../table-rows.ts';
import { type DateOrder, minutesOfDate, minutesOfStamp, minutesOfTime } from '../table-stamps.ts';
import type { UtilityLayout } from './layout.ts';
import type { TimeColumns } from './time.ts';

const dateParts = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d/;

/**
 * Day or month first, by the first date of the file with a part above 12.
 * @throws ProfileError that names the option where there is none
 */
export function dateOrderOf(
  text: string,
  { delimiter, firstLine }: UtilityLayout,
  { first }: TimeColumns,
  answers: FormatAnswers,
  file: string,
): DateOrder {
  const example = first.texts.find((cell) => cell !== '') ?? '';
  if (/^\d{4}/.test(example)) return 'year-first';
  if (answers.dates !== undefined) return answers.dates;
  let order: DateOrder | undefined;
  eachLine(text, firstLine, (line) => {
    const cell = cellsOfLine(line, delimiter)?.[first.cell] ?? '';
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

const offsetAtEnd = /(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/** Longer cells are no stamps; patterns are not run over them, on which they could be slow. */
const LONGEST_STAMP = 80;

/** A stamp with its distance from UTC taken off; where it has none, NaN if others have one. */
function minutesInUtc(cell: string, order: DateOrder): number {
  if (cell.length > LONGEST_STAMP) return Number.NaN;
  const found = /[T ].*:/.test(cell) ? offsetAtEnd.exec(cell) : null;
  if (found === null) return Number.NaN;
  const [, sign, hours = '0', minutes = '0'] = found;
  const distance = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return minutesOfStamp(cell.slice(0, found.index), order) - distance;
}

export interface UtilityStamps {
  readonly rule: StampRule;
  /** Known from the stamps themselves; undefined where they name no offset. */
  readonly zone: Zone | undefined;
  /** Lengths of intervals [min], row by row; empty for other stamps. */
  readonly lengths: readonly number[];
  /** After the rows are read: what hours such as 24:00 told. */
  label(): Label | undefined;
}

const forms = {
  interval: 'interval "start/end" of two stamps',
  stamp: 'stamp with date and time',
  'date-and-time': 'date and time of day',
  'date-and-hour': 'date and hour 0…24',
} as const;

const orderForms = { 'year-first': 'YYYY-MM-DD', 'day-first': 'DD/MM/YYYY', 'month-first': 'MM/DD/YYYY' } as const;

export function utilityStamps(time: TimeColumns, order: DateOrder): UtilityStamps {
  const { first } = time;
  const example = first.texts.find((cell) => cell !== '') ?? '';
  const isOffset = example.length <= LONGEST_STAMP && /[T ].*:/.test(example) && offsetAtEnd.test(example);
  const lengths: number[] = [];
  let [hasMidnightAsEnd, hasMidnightAsStart] = [false, false];
  const look = (clock: string) => {
    if (/\b24:00/.test(clock)) hasMidnightAsEnd = true;
    else if (/(^|[T ])0?0:00/.test(clock)) hasMidnightAsStart = true;
  };
  const minutesOfOne = (cell: string) => (isOffset ? minutesInUtc(cell, order) : minutesOfStamp(cell, order));
  const minutesOfDay = (cell: string) => minutesOfDate(cell.replace(/[T ]0?0:00(:00)?$/, ''), order);
  const hourOf = (cell: string) => {
    const hour = numberOfCell(cell);
    look(hour === 24 ? '24:00' : hour === 0 ? '0:00' : '');
    return Number.isInteger(hour) && hour >= 0 && hour <= 24 ? hour * 60 : Number.NaN;
  };
  const minutes = (cells: Row, row: number): number => {
    const cell = cells.cell(first.cell);
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
      case 'date-and-time':
        look(cells.cell(time.second.cell));
        return minutesOfDay(cell) + minutesOfTime(cells.cell(time.second.cell));
      case 'date-and-hour':
        return minutesOfDay(cell) + hourOf(cells.cell(time.second.cell));
      default:
        return time satisfies never;
    }
  };
  const textOf = (cells: readonly string[]) =>
    [cells[first.cell], ...('second' in time ? [cells[time.second.cell]] : [])].join(' ');
  const form = `${forms[time.kind]}, ${orderForms[order]}`;
  return {
    rule: { name: first.header || 'time', column: first.cell + 1, form, minutes, text: textOf },
    zone: isOffset ? { kind: 'offset', minutes: 0 } : undefined,
    lengths,
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
