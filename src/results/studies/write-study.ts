/** A study of results → its directory: its document, with where the results stand, and its pages. */

import { relative, resolve } from 'node:path';
import { type LanguageCode, languageCodes } from '../../report/language/codes.ts';
import type { StudyDocuments } from '../../report/studies/studies.ts';
import { exactJson } from '../files/exact-json.ts';
import { RESULT_FILE } from '../files/file-names.ts';
import { type StudyName, studyFiles, writeStudyDirectory } from './study-directory.ts';
import { studyPages } from './study-pages.ts';
import type { StudyResult } from './study-result.ts';

/** @param results directories of the results or files of scenarios that it was made from, in the order of the document */
export async function writeStudyOf<Name extends Exclude<StudyName, 'sweep'>>(
  directory: string,
  study: Name,
  results: readonly string[],
  document: StudyDocuments[Name],
  signal?: AbortSignal,
): Promise<void> {
  const places = results.map((result) => relative(resolve(directory), resolve(result)) || '.');
  const files = {
    [studyFiles[study]]: exactJson({ ...document, places }),
    ...(await studyPages(study, document)),
  };
  await writeStudyDirectory(directory, study, files, signal);
}

/** As a service keeps it: its page is there in every language. */
export async function studyResult<Name extends keyof StudyDocuments>(
  study: Name,
  document: StudyDocuments[Name],
): Promise<StudyResult> {
  const { studyHeadline } = await import('../../report/studies/studies.ts');
  const files = { ...(await studyPages(study, document)), [RESULT_FILE]: exactJson(document) };
  // The cast: an entry of each language.
  const headline = Object.fromEntries(
    languageCodes.map((language) => [language, studyHeadline(study, document, language)]),
  ) as Record<LanguageCode, string>;
  return { headline, files };
}
