/** Plant options outside what can be. */
import { type Issue, ProfileError } from '../../errors.ts';

export type Range = readonly [value: number | undefined, low: number, high: number, meaning: string];

/** @throws ProfileError that lists every given option outside its range (both ends allowed). */
export function requireRanges(options: Readonly<Record<string, Range>>): void {
  const issues = Object.entries(options).flatMap(([where, [value, low, high, meaning]]): Issue[] => {
    if (value === undefined || (value >= low && value <= high)) return [];
    return [{ code: 'usage.bad-option', where, problem: `${value} is outside ${low}…${high}`, expected: meaning }];
  });
  if (issues.length > 0) throw new ProfileError('plant', issues);
}
