/** Small tables of one layout each, two days of hours unless said otherwise, and what an inspection makes of them. */
import { ProfileError } from '../../../../src/errors.ts';
import { type InspectionAnswers, inspectProfile } from '../../../../src/profiles/inspection/inspect.ts';

export const HOURS = 48;
/** 13 January 2021, 00:00 on the clock of the file. */
const BEGIN = Date.UTC(2021, 0, 13);

export interface Clock {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  /** Day and month in front of a year of four digits. */
  readonly dayFirst: string;
  readonly monthFirst: string;
  readonly yearFirst: string;
}

const two = (number: number) => `${number}`.padStart(2, '0');

function clockAt(minutes: number): Clock {
  const date = new Date(BEGIN + minutes * 60_000);
  const year = `${date.getUTCFullYear()}`;
  const [month, day] = [two(date.getUTCMonth() + 1), two(date.getUTCDate())];
  return {
    ...{ year, month, day, hour: two(date.getUTCHours()), minute: two(date.getUTCMinutes()) },
    dayFirst: `${day}/${month}/${year}`,
    monthFirst: `${month}/${day}/${year}`,
    yearFirst: `${year}-${month}-${day}`,
  };
}

/** One row for each step from BEGIN on. */
export const rows = (row: (clock: Clock, at: number) => string, count = HOURS, stepMinutes = 60) =>
  Array.from({ length: count }, (_, at) => row(clockAt(at * stepMinutes), at));

export const table = (...lines: readonly (string | readonly string[])[]) => `${lines.flat().join('\n')}\n`;

export const seen = (text: string | Buffer, answers: InspectionAnswers = {}) =>
  inspectProfile(Buffer.from(text), 'a.csv', answers);

const told = (issues: ProfileError['issues']) => issues.map(({ problem, expected }) => `${problem} → ${expected}`);

/** `problem → expected` of every fault that an action is refused for. */
export function refusalsOf(action: () => unknown): string[] {
  try {
    action();
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return told(error.issues);
    throw error;
  }
}

/** The same of a text, whether it is refused as a whole or has faults. */
export function faultsOf(text: string, answers: InspectionAnswers = {}): string[] {
  const faults: string[] = [];
  const refusals = refusalsOf(() => faults.push(...told(seen(text, answers).faults)));
  return [...faults, ...refusals];
}
