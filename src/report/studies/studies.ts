/** Each study's document → what it says. */

import type { Comparison } from '../../studies/comparison/document.ts';
import { comparisonSheet } from './comparison.ts';
import type { Sheet } from './sheet.ts';
import { type SheetLayout, sheetText } from './sheet-text.ts';

export interface StudyDocuments {
  readonly comparison: Comparison;
}

const sheets: { readonly [Name in keyof StudyDocuments]: (document: StudyDocuments[Name]) => Sheet } = {
  comparison: comparisonSheet,
};

export function sheetOf<Name extends keyof StudyDocuments>(study: Name, document: StudyDocuments[Name]): Sheet {
  return sheets[study](document);
}

/** For a terminal; no end of line after the last. */
export function studyText<Name extends keyof StudyDocuments>(
  study: Name,
  document: StudyDocuments[Name],
  layout: SheetLayout,
): string {
  return sheetText(sheetOf(study, document), layout);
}
