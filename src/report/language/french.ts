/**
 * The French of every phrase. The English phrase is its key, so what stands in the code is what is read, and a phrase
 * without its French does not compile.
 */

import { answerPhrases } from './french/answer.ts';
import { headPhrases } from './french/heads.ts';
import { notePhrases } from './french/notes.ts';
import { sectionHeadPhrases } from './french/section-heads.ts';
import { sectionNotePhrases } from './french/section-notes.ts';

export const french = {
  ...headPhrases,
  ...answerPhrases,
  ...notePhrases,
  ...sectionHeadPhrases,
  ...sectionNotePhrases,
};

export type Phrase = keyof typeof french;
