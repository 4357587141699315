/** A study of results → its directory: its document, with where the results stand, and its page. */

import { relative, resolve } from 'node:path';
import { studyHtml } from '../report/report-on-demand.ts';
import type { StudyDocuments } from '../report/studies/studies.ts';
import { exactJson } from './exact-json.ts';
import { REPORT_FILE } from './file-names.ts';
import { type StudyName, studyFiles, writeStudyDirectory } from './study-directory.ts';

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
    [REPORT_FILE]: await studyHtml(study, document),
  };
  await writeStudyDirectory(directory, study, files, signal);
}
