/** The words of the language that is chosen; each language is fetched when it is first wanted. */

import { batch, signal } from '@preact/signals';
import { type Language, language } from '../state/location.ts';
import type { Words } from './en.ts';

export const languageNames = { en: 'English', fr: 'Français' } as const satisfies Record<Language, string>;

const fetchWords: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
};

const spoken = signal<Words>();

/** Tells everything in that language from then on; rejects where its words do not come, and all stays as it was. */
export async function speak(chosen: Language): Promise<void> {
  const fetched = await fetchWords[chosen]();
  batch(() => {
    spoken.value = fetched;
    language.value = chosen;
  });
}

/** Read while a view is rendered, so that it is rendered again in another language; once `speak` has been answered. */
export const words = (): Words => spoken.value!;

/** A name and what is of it, with a colon as the language sets it. */
export const pair = (name: string, of: string): string => `${name}${words().colon}${of}`;
