/** The words of the language that is chosen. */

import { type Language, language } from '../state/location.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';

export const dictionaries: Readonly<Record<Language, Words>> = { en, fr };

/** Read while a view is rendered, so that it is rendered again in another language. */
export const words = (): Words => dictionaries[language.value];
