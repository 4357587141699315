/** A comparison → its directory. */

import { relative, resolve } from 'node:path';
import { studyHtml } from '../report/report-on-demand.ts';
import type { Comparison } from '../studies/comparison/document.ts';
import { exactJson } from './exact-json.ts';
import { REPORT_FILE } from './file-names.ts';
import { studyFiles, writeStudyDirectory } from './study-directory.ts';

/** @param results directories of the results, in the order of the comparison */
export async function writeComparison(
  directory: string,
  results: readonly string[],
  comparison: Comparison,
  signal?: AbortSignal,
): Promise<void> {
  const places = results.map((result) => relative(resolve(directory), resolve(result)) || '.');
  const files = {
    [studyFiles.comparison]: exactJson({ ...comparison, places }),
    [REPORT_FILE]: await studyHtml('comparison', comparison),
  };
  await writeStudyDirectory(directory, 'comparison', files, signal);
}
