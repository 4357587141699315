/** Values of options: refused unless they are exactly what was asked for. */

import { InvalidArgumentError } from 'commander';

const MOST_THREADS = 256;
/** Costs of a year add up with a rounding error of about 1e-12. */
const SMALLEST_GAP = 1e-9;

export function threadsOf(text: string): number {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= MOST_THREADS) return value;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_THREADS}.`);
}

/** 0 for none. */
export function runsOf(text: string): number {
  return text === '0' ? 0 : threadsOf(text);
}

export function requestsOf(text: string): number {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (value >= 1) return value;
  throw new InvalidArgumentError('Expected a whole number from 1 to 9999999.');
}

/** 0 for any that is free. */
export function portOf(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= 65_535) return value;
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}

export function secondsOf(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Expected a number of seconds above 0, such as 600.');
}

/** The queue gives up what takes a day. */
export function longestOf(text: string): number {
  const value = secondsOf(text);
  if (value <= 80_000) return value;
  throw new InvalidArgumentError('Expected a number of seconds from above 0 to 80000.');
}

export function gapOf(text: string): number {
  const value = /^\d*\.?\d+(e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (value >= SMALLEST_GAP && value < 1) return value;
  throw new InvalidArgumentError(`Expected a share of the cost from ${SMALLEST_GAP} to below 1, such as 1e-6.`);
}

export function daysOf(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (value >= 1) return value;
  throw new InvalidArgumentError('Expected a whole number of days from 1 to 99999.');
}

/** A day, from its beginning in UTC, or an instant, that is not over. */
export function futureOf(text: string): Date {
  const [day = '', time = 'T00:00Z'] = text.split(/(?=T)/);
  const at =
    /^\d{4}-\d\d-\d\d$/.test(day) && /^T\d\d:\d\d(:\d\d)?Z$/.test(time)
      ? new Date(`${day}${time}`)
      : new Date(Number.NaN);
  // February 30 would be a day of March.
  const isThere = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
  if (isThere && at.getTime() > Date.now()) return at;
  throw new InvalidArgumentError(
    'Expected a day or an instant in the future, such as 2027-01-01 or 2027-01-01T12:00Z.',
  );
}

/** A name that stands for a file or a thing. */
export function textOf(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('Expected a name, not an empty text.');
}

/** Of an option that may stand several times. */
export function repeated(text: string, before: readonly string[] = []): string[] {
  return [...before, textOf(text)];
}

/** At most a leap year of them. */
export function hoursOf(text: string): number {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= 8784) return value;
  throw new InvalidArgumentError('Expected a whole number of hours from 1 to 8784.');
}
