/** Pages, loaded with their charts when one is written: half of all modules, which no other command needs to wait for. */

import type { ReportData } from './report-data.ts';
import type { StudyDocuments } from './studies/studies.ts';

export async function reportHtml(data: ReportData): Promise<string> {
  const report = await import('./report.ts');
  return report.reportHtml(data);
}

export async function studyHtml<Name extends keyof StudyDocuments>(
  study: Name,
  document: StudyDocuments[Name],
): Promise<string> {
  const [{ sheetOf }, { sheetHtml }] = await Promise.all([
    import('./studies/studies.ts'),
    import('./studies/sheet-page.ts'),
  ]);
  return sheetHtml(sheetOf(study, document));
}
