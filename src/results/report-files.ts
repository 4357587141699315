/** What reports that stand beside a result are called. */

import { type LanguageCode, languageCodes } from '../report/language/codes.ts';
import { type ReportFormat, reportFormats } from '../report/report-on-demand.ts';

export interface ReportKind {
  readonly format: ReportFormat;
  readonly language: LanguageCode;
}

/** `report.html`, `report.fr.pdf`: in English where no language is said. */
export function reportFile({ format, language }: ReportKind): string {
  return language === 'en' ? `report.${format}` : `report.${language}.${format}`;
}

const kinds = new Map(
  languageCodes.flatMap((language) =>
    reportFormats.map((format) => [reportFile({ format, language }), { format, language }] as const),
  ),
);

export const reportKindOf = (path: string): ReportKind | undefined => kinds.get(path);
export const isReportFile = (path: string): boolean => kinds.has(path);
