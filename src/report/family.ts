import type { Phrase } from './language/french.ts';

/** Kinds of supply that keep their colour on the whole page. */
export type Family = 'solar' | 'wind' | 'other' | 'storage';

export const familyNames = {
  solar: 'Solar',
  wind: 'Wind',
  other: 'Other renewables',
  storage: 'Storage',
} as const satisfies Readonly<Record<Family, Phrase>>;
