/** What reports that stand beside a result are called. */

import { type LanguageCode, languageCodes } from '../../report/language/codes.ts';
import { type ReportFormat, reportFormats } from '../../report/report-on-demand.ts';

export interface ReportKind {
  readonly format: ReportFormat;
  readonly language: LanguageCode;
  /** Of a PDF: for archives, PDF/A-3a, in place of PDF/UA-1. */
  readonly isArchived?: boolean;
}

/** `report.html`, `report.fr.pdf`, `report.archive.pdf`: in English where no language is said. */
export function reportFile({ format, language, isArchived = false }: ReportKind): string {
  return ['report', ...(language === 'en' ? [] : [language]), ...(isArchived ? ['archive'] : []), format].join('.');
}

const kinds = new Map(
  languageCodes
    .flatMap((language): ReportKind[] => [
      ...reportFormats.map((format) => ({ format, language })),
      { format: 'pdf', language, isArchived: true },
    ])
    .map((kind) => [reportFile(kind), kind]),
);

export const reportKindOf = (path: string): ReportKind | undefined => kinds.get(path);
export const isReportFile = (path: string): boolean => kinds.has(path);

/** Of a study, which is told as a page alone. */
export const studyPageFiles: readonly string[] = languageCodes.map((language) =>
  reportFile({ format: 'html', language }),
);
