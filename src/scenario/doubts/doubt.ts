/** Values beside what is usual of them → doubts that show the number and the likely slip. */

import type { Doubt, Path } from '../faults/fault.ts';
import type { PlausibleRange } from './plausible.ts';

/** None inside the range, and none of 0 and of what is unlimited. */
export function rangeDoubts(path: Path, value: number, range: PlausibleRange): Doubt[] {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(value) || (size >= range.least && size <= range.most)) return [];
  const isBelow = size < range.least;
  const bound = isBelow ? `at least ${figure(range.least)}` : `at most ${figure(range.most)}`;
  const slip = isBelow ? range.below : range.above;
  const meant = value * (slip?.factor ?? 0);
  const isCure = slip !== undefined && Math.abs(meant) >= range.least && Math.abs(meant) <= range.most;
  const expected = isCure
    ? `Did you mean ${figure(meant)}? It looks like ${slip.words}.`
    : 'If it is meant, nothing needs to be done.';
  return [unlikely(path, `${figure(value)} ${range.unit}, where ${bound} is usual`, expected)];
}

export function unlikely(path: Path, problem: string, expected: string): Doubt {
  return { code: 'scenario.unlikely', path, problem, expected };
}

/** Six digits are more than any doubt needs. */
export function figure(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}
