/** The report: one page that needs no script, no network and no other file; pure, the same data give the same text. */

import { type Html, renderHtml } from './html.ts';
import { page } from './page.ts';
import type { ReportData } from './report-data.ts';
import { answer } from './sections/answer.ts';
import { assumptions } from './sections/assumptions.ts';
import { comparison } from './sections/comparison.ts';
import { costs } from './sections/costs.ts';
import { hours } from './sections/hours.ts';
import { inputFiles } from './sections/inputs.ts';
import { phases } from './sections/phases.ts';
import { proof } from './sections/proof.ts';
import { shortages } from './sections/shortages.ts';
import { warnings } from './sections/warnings.ts';

/** In the order of the page; a section without anything to say is left out. */
const sections: readonly ((data: ReportData) => Html | undefined)[] = [
  warnings,
  shortages,
  phases,
  costs,
  comparison,
  hours,
  proof,
  assumptions,
  inputFiles,
];

/** @returns a whole HTML document, for planners, analysts and auditors */
export function reportHtml(data: ReportData): string {
  return renderHtml(
    page(
      data.document.scenario.name,
      answer(data),
      sections.map((section) => section(data)),
    ),
  );
}
