/** The report of some data as a page, in English unless said otherwise. */

import type { LanguageCode } from '../../src/report/language/codes.ts';
import { languageNamed } from '../../src/report/language/language.ts';
import { reportContent } from '../../src/report/report.ts';
import type { ReportData } from '../../src/report/report-data.ts';
import { contentHtml } from '../../src/report/writers/html.ts';

const RESULT_HASH = '0123456789abcdef'.repeat(4);

export function reportHtml(data: ReportData, code: LanguageCode = 'en'): string {
  return contentHtml(reportContent(data, RESULT_HASH), languageNamed(code));
}
