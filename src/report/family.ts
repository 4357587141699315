import type { Phrase } from './language/french.ts';

/** Kinds of supply that keep their colour on the whole page. */
export type Family = 'solar' | 'wind' | 'other' | 'storage';

export const familyNames = {
  solar: 'Solar',
  wind: 'Wind',
  other: 'Other renewables',
  storage: 'Storage',
} as const satisfies Readonly<Record<Family, Phrase>>;

/** Sun and wind by the words of the technology's name. */
export function familyOf(technology: string): Exclude<Family, 'storage'> {
  if (/solar|photovoltaic|\bpv\b|\bcsp\b/i.test(technology)) return 'solar';
  return /wind/i.test(technology) ? 'wind' : 'other';
}
