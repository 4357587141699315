/** Documents, loaded with what writes them when one is made: half of all modules, which no other command needs to wait for. */

import { createHash } from 'node:crypto';
import type { LanguageCode } from './language/codes.ts';
import type { ReportData } from './report-data.ts';
import type { StudyDocuments } from './studies/studies.ts';

export const reportFormats = ['html', 'pdf', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportToMake {
  readonly data: ReportData;
  /** `result.json` as it stands in its directory. */
  readonly resultJson: Uint8Array;
  /** `ledger/ledger.json` where there is one. */
  readonly ledgerJson?: Uint8Array | undefined;
  readonly format: ReportFormat;
  readonly language: LanguageCode;
  /** Of a PDF: PDF/A-3a in place of PDF/UA-1. */
  readonly isArchived?: boolean;
}

/** The same bytes for the same result. */
export async function makeReport({
  data,
  resultJson,
  ledgerJson,
  format,
  language: code,
  isArchived = false,
}: ReportToMake): Promise<Uint8Array> {
  const [{ reportContent }, { languageNamed }] = await Promise.all([
    import('./report.ts'),
    import('./language/language.ts'),
  ]);
  const content = reportContent(data, createHash('sha256').update(resultJson).digest('hex'));
  const language = languageNamed(code);
  switch (format) {
    case 'html':
      return Buffer.from((await import('./writers/html.ts')).contentHtml(content, language));
    case 'csv':
      return Buffer.from((await import('./writers/csv.ts')).contentCsv(content, language));
    case 'xlsx': {
      const [{ contentWorkbook }, { hourTable }] = await Promise.all([
        import('./writers/workbook.ts'),
        import('./hours/hour-table.ts'),
      ]);
      return contentWorkbook(content, { hours: hourTable(data), extract: data.extract }, language);
    }
    case 'pdf': {
      const { contentPdf } = await import('./writers/pdf.ts');
      const type = 'application/json';
      const attachments = [
        { name: 'result.json', type, description: 'The result that this document tells of', bytes: resultJson },
        ...(ledgerJson === undefined
          ? []
          : [
              {
                name: 'ledger.json',
                type,
                description: 'Rule, totals and files of its hour ledger',
                bytes: ledgerJson,
              },
            ]),
      ];
      return contentPdf(content, attachments, language, isArchived ? 'a-3a' : 'ua-1');
    }
    default: {
      const never: never = format;
      throw new TypeError(`unknown format ${String(never)}`);
    }
  }
}

export async function studyHtml<Name extends keyof StudyDocuments>(
  study: Name,
  document: StudyDocuments[Name],
  code: LanguageCode = 'en',
): Promise<string> {
  const [{ sheetOf }, { sheetHtml }, { languageNamed }] = await Promise.all([
    import('./studies/studies.ts'),
    import('./studies/sheet-page.ts'),
    import('./language/language.ts'),
  ]);
  return sheetHtml(sheetOf(study, document), languageNamed(code));
}
