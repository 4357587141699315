/** What is missing, as runs of hours with the line after which they lack, and what would help. */
import { stampOfHour } from '../../time.ts';
import type { FaultList } from '../faults.ts';
import { fillForms, missingRuns } from './fill.ts';
import { isLeapYear } from './stamp.ts';
import { MARGIN_HOURS, NO_ROW, type YearWindow } from './year-window.ts';

export interface Gap {
  /** `rows` where the file has too few rows, else the column whose value is missing. */
  readonly where: string;
  /** Stamp of the first hour, UTC. */
  readonly first: string;
  readonly last: string;
  readonly hours: number;
  /** Steps of the file within these hours, and how many of them lack. */
  readonly steps: number;
  readonly missingSteps: number;
  /** Of the row before, or of the first row that marks its value as missing. */
  readonly line: number;
  /** At the beginning or end of the year. */
  readonly isAtEnd: boolean;
}

export interface Incomplete {
  readonly name: string;
  /** As recorded, one value a row. */
  readonly recorded: Float64Array;
  /** Of the window's hours, NaN where missing and not filled. */
  readonly values: Float64Array;
}

/** Gaps of one column that are still open. */
export function gapsOf({ name, recorded, values }: Incomplete, window: YearWindow, lines: ArrayLike<number>): Gap[] {
  const { year, stepsPerHour, rowOfStep, hours: hoursOfYear } = window;
  const stepsOf = (first: number, hours: number) =>
    rowOfStep.subarray(first * stepsPerHour, (first + hours) * stepsPerHour);
  return missingRuns(values, MARGIN_HOURS, MARGIN_HOURS + hoursOfYear).map(({ first, hours }) => {
    const steps = stepsOf(first, hours);
    const isMissing = (row: number) => row === NO_ROW || Number.isNaN(recorded[row]!);
    const absent = steps.reduce((count, row) => count + (row === NO_ROW ? 1 : 0), 0);
    const missing = steps.reduce((count, row) => count + (isMissing(row) ? 1 : 0), 0);
    const firstMissing = steps.findIndex(isMissing);
    const marked = steps[firstMissing]!;
    const before = rowOfStep.subarray(0, first * stepsPerHour + firstMissing).findLast((row) => row !== NO_ROW);
    const row = marked === NO_ROW ? before : marked;
    return {
      where: absent === missing ? 'rows' : name,
      first: stampOfHour(year, first - MARGIN_HOURS),
      last: stampOfHour(year, first + hours - 1 - MARGIN_HOURS),
      hours,
      steps: steps.length,
      missingSteps: missing,
      line: lines[row ?? 0] ?? 1,
      isAtEnd: first === MARGIN_HOURS || first + hours === MARGIN_HOURS + hoursOfYear,
    };
  });
}

/** 29 February on the clock of the file, taken out with all its hours. */
function isLeapDay({ first, hours }: Gap, offsetMinutes: number): boolean {
  const reading = new Date(Date.parse(first) + offsetMinutes * 60_000);
  return (
    hours === 24 &&
    isLeapYear(reading.getUTCFullYear()) &&
    reading.getUTCMonth() === 1 &&
    reading.getUTCDate() === 29 &&
    reading.getUTCHours() === 0
  );
}

const hoursInWords = (hours: number) => `${hours} hour${hours === 1 ? '' : 's'}`;

/** Adds each gap once, whichever of the columns lack it. */
export function addGaps(
  gaps: readonly Gap[],
  offsetMinutes: number,
  endHint: string | undefined,
  faults: FaultList,
): void {
  const told = new Set<string>();
  for (const gap of gaps) {
    const { where, first, last, hours, line, isAtEnd, steps, missingSteps } = gap;
    const key = `${where} ${first} ${last}`;
    if (told.has(key)) continue;
    told.add(key);
    faults.add('profile.gap', { where, line }, () => {
      const span = hours === 1 ? first : `${first}..${last}`;
      if (where === 'rows' && isLeapDay(gap, offsetMinutes)) {
        return {
          problem: `29 February ${first.slice(0, 4)} is left out, ${span}: 24 hours of a leap year taken away`,
          expected: `all 8784 hours of a leap year, or fill: same-hour-yesterday, which repeats 28 February`,
        };
      }
      const share = missingSteps === steps ? '' : `, ${missingSteps} of ${steps} steps`;
      return {
        problem: `${span} missing, ${hoursInWords(hours)}${share}`,
        expected: isAtEnd && endHint !== undefined ? endHint : `every hour, or fill: ${fillForms} for short gaps`,
      };
    });
  }
}
