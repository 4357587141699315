/**
 * The French of every phrase. The English phrase is its key, so what stands in the code is what is read, and a phrase
 * without its French does not compile.
 */

import { answerPhrases } from './french/answer.ts';
import { comparisonPhrases } from './french/comparison.ts';
import { doubtPhrases } from './french/doubts.ts';
import { equationPhrases } from './french/equations.ts';
import { fileDoubtPhrases } from './french/file-doubts.ts';
import { fileFactPhrases } from './french/file-facts.ts';
import { headPhrases } from './french/heads.ts';
import { notePhrases } from './french/notes.ts';
import { operatePhrases } from './french/operate.ts';
import { repairPhrases } from './french/repair.ts';
import { sectionHeadPhrases } from './french/section-heads.ts';
import { sectionNotePhrases } from './french/section-notes.ts';
import { studyPhrases } from './french/studies.ts';
import { technologyNotePhrases } from './french/technology-notes.ts';

const parts = [
  headPhrases,
  answerPhrases,
  notePhrases,
  sectionHeadPhrases,
  sectionNotePhrases,
  studyPhrases,
  repairPhrases,
  operatePhrases,
  comparisonPhrases,
  doubtPhrases,
  fileDoubtPhrases,
  fileFactPhrases,
  equationPhrases,
  technologyNotePhrases,
] as const;

type KeyOfEach<Part> = Part extends unknown ? keyof Part : never;
export type Phrase = KeyOfEach<(typeof parts)[number]>;

/** Without a prototype it is a dictionary from the start: spread, each of a thousand phrases would be a new shape with all before it. */
export const french: Readonly<Record<Phrase, string>> = Object.assign(Object.create(null), ...parts);
