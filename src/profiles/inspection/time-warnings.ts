/** What an analyst would stop at in the hours of a file: gaps, doubles, half years. */

import { hoursOfYear } from '../../time.ts';
import type { RecordedWarning, Recording } from '../recording/recording.ts';
import type { Coverage } from './coverage.ts';
import { countText, figureText, hoursText } from './figure-text.ts';
import { dateOfHour, hourText, type RowHours } from './row-hours.ts';

/** Clocks are at most a day from UTC. */
const MOST_OFF_HOURS = 24;

export function timeWarnings(recording: Recording, rows: RowHours, coverage: Coverage): RecordedWarning[] {
  const { isTypicalYear, synthetic, stepMinutes } = recording;
  const warnings: RecordedWarning[] = [];
  const warn = (code: string, message: string, line?: number) =>
    warnings.push({ code, message, ...(line === undefined ? {} : { line }) });
  if (synthetic) warn('synthetic', 'the file says that its series were generated, not measured');
  if (isTypicalYear) {
    warn('typical-year', 'a typical year: its months come from different years, so its hours pair with no other file');
  }
  if (stepMinutes > 60)
    warn('coarser-than-hours', `one row every ${figureText(stepMinutes / 60)} hours: no hourly series`);
  const { first, last, gaps, duplicateHours, firstDuplicateRow } = coverage;
  if (first === undefined || last === undefined) return warnings;
  const text = (hour: number) => hourText(hour, rows.isUtc, isTypicalYear);
  const leapDays = gaps.filter(isLeapDay);
  for (const [from] of leapDays)
    warn('leap-day-missing', `29 February ${dateOfHour(from).getUTCFullYear()} is missing`);
  const others = gaps.filter((gap) => !isLeapDay(gap));
  const missing = others.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  if (missing > 0) {
    const places = others.length === 1 ? 'from' : `in ${countText(others.length)} places, the first from`;
    const be = missing === 1 ? 'is' : 'are';
    warn('gaps', `${hoursText(missing)} ${be} missing ${places} ${text(others[0]![0])}`);
  }
  if (duplicateHours > 0) {
    const stand = duplicateHours === 1 ? 'stands' : 'stand';
    const line = firstDuplicateRow === undefined ? undefined : recording.lines[firstDuplicateRow];
    const where = text(rows.hours[firstDuplicateRow ?? 0]!);
    warn('duplicates', `${hoursText(duplicateHours)} ${stand} more than once, first ${where}`, line);
  }
  const late = isTypicalYear ? [] : rowsBefore(rows.hours);
  if (late[0] !== undefined) {
    const [before, after] = [rows.hours[late[0] - 1]!, rows.hours[late[0]]!].map(text);
    const be = late.length === 1 ? 'row stands' : 'rows stand';
    const message = `${countText(late.length)} ${be} out of order, first ${after} after ${before}: sort the rows by time`;
    warn('out-of-order', message, recording.lines[late[0]]);
  }
  const year = yearWarning(first, last, isTypicalYear, text);
  if (year !== undefined) warn('not-whole-years', year);
  return warnings;
}

/** Rows whose hour is before that of the row above; an hour that is repeated stands once before itself at most. */
function rowsBefore(hours: Float64Array): number[] {
  const found: number[] = [];
  for (let row = 1; row < hours.length; row++) if (hours[row]! < hours[row - 1]!) found.push(row);
  return found;
}

/** A day without rows that holds the noon of 29 February, on whatever clock it began. */
function isLeapDay([from, to]: readonly [number, number]): boolean {
  const noon = dateOfHour(from + 12);
  return to - from === 23 && noon.getUTCMonth() === 1 && noon.getUTCDate() === 29;
}

/** A profile is a calendar year in UTC: what begins or ends elsewhere lacks hours of it. */
function yearWarning(
  first: number,
  last: number,
  isTypicalYear: boolean,
  text: (hour: number) => string,
): string | undefined {
  const year = dateOfHour(Math.floor((first + last) / 2)).getUTCFullYear();
  const newYear = Date.UTC(year, 0, 1) / 3_600_000;
  const end = newYear + hoursOfYear(year) - 1;
  const hours = last - first + 1;
  const span = `from ${text(first)} to ${text(last)}, ${hoursText(hours)}`;
  if (hours > hoursOfYear(year) + MOST_OFF_HOURS) {
    const isWhole = isFirstOfYear(first) && isFirstOfYear(last + 1);
    return isWhole ? undefined : `${span}: the years at its ends are not whole`;
  }
  const lacking = Math.max(0, first - newYear) + Math.max(0, end - last);
  if (lacking === 0) return undefined;
  if (isTypicalYear) return `${span}: no whole year`;
  if (lacking > MOST_OFF_HOURS) return `${span}: ${hoursText(lacking)} of ${year} lie outside`;
  const isOne = lacking === 1;
  return (
    `${span}: ${hoursText(lacking)} of ${year} in UTC ${isOne ? 'lies' : 'lie'} outside; ` +
    `an import takes ${isOne ? 'it' : 'them'} from the other end with --wrap`
  );
}

function isFirstOfYear(hour: number): boolean {
  const date = dateOfHour(hour);
  return date.getUTCMonth() === 0 && date.getUTCDate() === 1 && date.getUTCHours() === 0;
}
