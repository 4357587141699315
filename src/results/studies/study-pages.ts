/** The pages of a study, one in each language, beside its document. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languageCodes } from '../../report/language/codes.ts';
import { studyHtml } from '../../report/report-on-demand.ts';
import type { StudyDocuments } from '../../report/studies/studies.ts';
import type { Disagreement } from '../../studies/compare-claims.ts';
import { REPORT_FILE } from '../files/file-names.ts';
import { reportFile } from '../files/report-files.ts';
import { differenceOf } from '../recomputed/compare-files.ts';

/** By path. */
export async function studyPages<Name extends keyof StudyDocuments>(
  study: Name,
  document: StudyDocuments[Name],
): Promise<Record<string, string>> {
  const made = languageCodes.map(async (language) => {
    const page = await studyHtml(study, document, language);
    return [reportFile({ format: 'html', language }), page] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

/** Those that stand there beside what the document gives; what is not in English may be absent. */
export async function comparePages<Name extends keyof StudyDocuments>(
  directory: string,
  study: Name,
  document: StudyDocuments[Name],
): Promise<Disagreement[]> {
  const disagreements: Disagreement[] = [];
  for (const [path, own] of Object.entries(await studyPages(study, document))) {
    const stated = await readFile(join(directory, path), 'utf8').catch(() => undefined);
    if (stated === undefined && path !== REPORT_FILE) continue;
    const problem = differenceOf(stated ?? '', own);
    if (problem !== undefined) disagreements.push({ where: path, problem });
  }
  return disagreements;
}
