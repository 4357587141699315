/** Conversions that cannot be right, told with the hours and with what to pass. */
import { type Issue, ProfileError } from '../../errors.ts';
import { stampOfHour } from '../../time.ts';
import type { HourlyColumn } from '../hours/hourly-reading.ts';

const MOST_HOURS_NAMED = 3;

/** @throws ProfileError with this one fault. */
export function refuseColumn(where: string, code: Issue['code'], problem: string, expected: string): never {
  throw new ProfileError(where, [{ code, where, problem, expected }]);
}

/**
 * `what` is said of the hours: `below 0`.
 *
 * @throws ProfileError that counts the hours where `isWrong` and names the first of them with their values.
 */
export function refuseHours(
  column: HourlyColumn,
  isWrong: (value: number, hour: number) => boolean,
  what: string,
  expected: string,
): void {
  let count = 0;
  const named: string[] = [];
  const { values } = column;
  for (let hour = 0; hour < values.length; hour++) {
    const value = values[hour]!;
    if (!isWrong(value, hour)) continue;
    count += 1;
    if (named.length < MOST_HOURS_NAMED) named.push(`${value} at ${stampOfHour(column.year, hour)}`);
  }
  if (count === 0) return;
  const more = count > named.length ? ` and ${count - named.length} more` : '';
  const hours = `in ${count} hour${count === 1 ? '' : 's'}`;
  refuseColumn(column.name, 'profile.out-of-range', `${what} ${hours}: ${named.join(', ')}${more}`, expected);
}
