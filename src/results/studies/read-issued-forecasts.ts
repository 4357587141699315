/** Issued forecasts from CSV: a row for each hour of each issue, a column for each plant, capacity factors. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Issue, ProfileError } from '../../errors.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Forecast } from '../../studies/operate/roll.ts';
import { hourOfInstant, stampOfHour } from '../../time.ts';

export interface IssuedForecasts {
  readonly file: string;
  readonly sha256: string;
  readonly forecast: Forecast;
}

/** By hour of issue: the hours they are for, and the factors of each plant. */
type Issues = ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;

/**
 * Columns `issued` and `for`, stamps of hours in UTC, and one by the name of each plant. What a window is made with is the
 * latest issue that is not later than its first hour.
 *
 * @param scenario of one weather year
 * @param wanted the windows that will ask, by their first hour and the hour after their last
 * @throws ProfileError with what is missing or wrong
 */
export async function readIssuedForecasts(
  path: string,
  { renewables, weatherYears }: Scenario,
  wanted: readonly (readonly [from: number, to: number])[],
): Promise<IssuedForecasts> {
  const file = basename(path);
  const faults: Issue[] = [];
  const say = (code: Issue['code'], line: number, problem: string, expected: string) =>
    faults.push({ code, where: file, problem, expected, file, line });
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    const problem = 'the file is missing or cannot be opened';
    throw new ProfileError(file, [{ code: 'profile.unreadable', where: file, problem }]);
  }
  const { year } = weatherYears[0]!;
  const names = renewables.map(({ name }) => name);
  const [head = '', ...lines] = bytes.toString('utf8').split(/\r?\n/);
  const heads = cellsOf(head);
  const columns = ['issued', 'for', ...names].map((name) => heads.indexOf(name));
  const missing = ['issued', 'for', ...names].filter((_, at) => columns[at]! < 0);
  if (missing.length > 0)
    say('profile.missing-column', 1, `no column ${missing.join(', ')}`, 'issued, for, and each plant by its name');
  const issues = new Map<number, Map<number, number[]>>();
  for (const [at, line] of missing.length > 0 ? [] : lines.entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    const [issued, valid, ...values] = columns.map((column) => cells[column] ?? '');
    const [from, hour] = [hourIn(year, issued!), hourIn(year, valid!)];
    if (from === undefined || hour === undefined) {
      say('profile.bad-stamp', at + 2, `"${issued}" and "${valid}"`, `whole hours in UTC, as ${stampOfHour(year, 0)}`);
      continue;
    }
    const factors = values.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
    if (factors.some((factor) => !(factor >= 0 && factor <= 1))) {
      say('profile.out-of-range', at + 2, `"${values.join(', ')}"`, 'capacity factors, 0 to 1');
      continue;
    }
    const issue = issues.get(from) ?? new Map<number, number[]>();
    issues.set(from, issue.set(hour, factors));
  }
  const latest = latestIssues(issues);
  for (const [from, to] of faults.length > 0 ? [] : wanted) {
    const issue = issues.get(latest(from) ?? Number.NaN);
    const hour = Array.from({ length: to - from }, (_, k) => from + k).find((h) => !issue?.has(h));
    if (hour === undefined) continue;
    const window = `the window from ${stampOfHour(year, from)} knows nothing of ${stampOfHour(year, hour)}`;
    say('profile.gap', 1, window, 'an issue by its first hour that covers all its hours; or a shorter --window');
    break;
  }
  if (faults.length > 0) throw new ProfileError(file, faults.slice(0, MOST_FAULTS));
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    forecast: (from, to) => {
      const issue = issues.get(latest(from)!)!;
      return names.map((_, i) => Float64Array.from({ length: to - from }, (_, k) => issue.get(from + k)![i]!));
    },
  };
}

const MOST_FAULTS = 20;

const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim());

function hourIn(year: number, stamp: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:00(:00)?Z$/.test(stamp)) return undefined;
  const hour = hourOfInstant(year, Date.parse(stamp));
  return Number.isInteger(hour) ? hour : undefined;
}

function latestIssues(issues: Issues): (hour: number) => number | undefined {
  const rising = [...issues.keys()].sort((a, b) => a - b);
  return (hour) => rising.findLast((issued) => issued <= hour);
}
