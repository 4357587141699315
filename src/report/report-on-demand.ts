/** The report, loaded with its charts when one is written: half of all modules, which no other command needs to wait for. */

import type { ReportData } from './report-data.ts';

export async function reportHtml(data: ReportData): Promise<string> {
  const report = await import('./report.ts');
  return report.reportHtml(data);
}
