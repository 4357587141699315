/** Values of options: refused unless they are exactly what was asked for. */

import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';

const MOST_THREADS = 256;

/** One a core; each may take up to 2 GiB, so no more than most machines can bear. */
export const defaultThreads = (): number => Math.min(4, availableParallelism());

export function threadsOf(text: string): number {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= MOST_THREADS) return value;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_THREADS}.`);
}

export function secondsOf(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Expected a number of seconds above 0, such as 600.');
}

/** A name that stands for a file or a thing. */
export function textOf(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('Expected a name, not an empty text.');
}
