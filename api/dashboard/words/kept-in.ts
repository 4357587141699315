/** Words of a page with the spaces that the French set, also those that are put together when they are said. */

import { kept } from '../../../src/report/language/french-spaces.ts';

export function keptIn<T>(words: T): T {
  const told: unknown = words;
  if (typeof told === 'string') return kept(told) as T;
  if (typeof told === 'function') return ((...given: unknown[]) => keptIn(told(...given))) as T;
  if (Array.isArray(told)) return told.map(keptIn) as T;
  if (typeof told !== 'object' || told === null) return words;
  return Object.fromEntries(Object.entries(told).map(([name, one]) => [name, keptIn(one)])) as T;
}
