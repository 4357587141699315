/** A small valid year to spoil: three comment lines, the header in line 4, hour h in line 5 + h. */
import { type Issue, ProfileError } from '../../src/errors.ts';
import { parseProfile } from '../../src/profiles/read.ts';
import { hoursOfYear, stampOfHour } from '../../src/time.ts';

export const FILE = 'year.csv';
export const HEADER = 'time [UTC],wind [capacityFactor],cooling [pue],inference [relative],air [temperatureC]';
export const FIRST_ROW_LINE = 5;

/** Made once. */
const rowsOfYears = new Map<number, readonly string[]>();

export function linesOfYear(year: number): string[] {
  const rows =
    rowsOfYears.get(year) ??
    Array.from({ length: hoursOfYear(year) }, (_, hour) => {
      return `${stampOfHour(year, hour)},${(hour % 100) / 100},1.2,0.98,-3.5`;
    });
  rowsOfYears.set(year, rows);
  return ['# hourmatch profile', '# synthetic: true', '# source: made for a test', HEADER, ...rows];
}

export function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** The faults of a text, [] where it is accepted. */
export function faultsOf(content: string | Uint8Array): readonly Issue[] {
  try {
    parseProfile(typeof content === 'string' ? Buffer.from(content) : content, FILE);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.issues;
    throw error;
  }
}

/** Faults of a valid year after a change to its lines. */
export function faultsAfter(change: (lines: string[]) => void, year = 2005): readonly Issue[] {
  const lines = linesOfYear(year);
  change(lines);
  return faultsOf(textOf(lines));
}

/** Code, line, column and problem: what a test compares. */
export function brief(issues: readonly Issue[]): (string | number | undefined)[][] {
  return issues.map(({ code, where, line, column, problem }) => [code, where, line, column, problem]);
}

/** Replaces one cell; `column` counts from 1 as in issues. */
export function setCell(lines: string[], line: number, column: number, cell: string): void {
  lines[line - 1] = lines[line - 1]!.split(',')
    .with(column - 1, cell)
    .join(',');
}
