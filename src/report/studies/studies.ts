/** Each study's document → what it says. */

import type { Alternatives } from '../../studies/alternatives/document.ts';
import type { Comparison } from '../../studies/comparison/document.ts';
import type { Operation } from '../../studies/operate/document.ts';
import type { Outsample } from '../../studies/outsample/document.ts';
import type { Repair } from '../../studies/repair/document.ts';
import type { Sweep } from '../../studies/sweep/document.ts';
import type { Values } from '../../studies/values/document.ts';
import { say } from '../content/words.ts';
import type { LanguageCode } from '../language/codes.ts';
import { languageNamed } from '../language/language.ts';
import { recognised } from '../language/recognised.ts';
import { alternativesSheet } from './alternatives.ts';
import { comparisonSheet } from './comparison.ts';
import { operateSheet } from './operate.ts';
import { outsampleSheet } from './outsample.ts';
import { repairSheet } from './repair.ts';
import type { Sheet } from './sheet.ts';
import { type SheetLayout, sheetText } from './sheet-text.ts';
import { sweepSheet } from './sweep.ts';
import { valuesSheet } from './values.ts';

export interface StudyDocuments {
  readonly comparison: Comparison;
  readonly sweep: Sweep;
  readonly values: Values;
  readonly outsample: Outsample;
  readonly repair: Repair;
  readonly alternatives: Alternatives;
  readonly operate: Operation;
}

const sheets: { readonly [Name in keyof StudyDocuments]: (document: StudyDocuments[Name]) => Sheet } = {
  comparison: comparisonSheet,
  sweep: sweepSheet,
  values: valuesSheet,
  outsample: outsampleSheet,
  repair: repairSheet,
  alternatives: alternativesSheet,
  operate: operateSheet,
};

export function sheetOf<Name extends keyof StudyDocuments>(study: Name, document: StudyDocuments[Name]): Sheet {
  const sheet = sheets[study](document);
  const unfinished = 'unfinished' in document ? document.unfinished : undefined;
  if (unfinished === undefined) return sheet;
  const stopped = say('Stopped before all of it was found out. Missing: {names}.', {
    names: { names: unfinished.map(recognised) },
  });
  return { ...sheet, headline: [stopped, sheet.headline], tone: 'bad' };
}

/** What it comes to, in one sentence or two. */
export function studyHeadline<Name extends keyof StudyDocuments>(
  study: Name,
  document: StudyDocuments[Name],
  code: LanguageCode,
): string {
  return languageNamed(code).text(sheetOf(study, document).headline);
}

/** For a terminal; no end of line after the last. */
export function studyText<Name extends keyof StudyDocuments>(
  study: Name,
  document: StudyDocuments[Name],
  layout: SheetLayout,
): string {
  return sheetText(sheetOf(study, document), layout);
}
