/** The report: one page that needs no script, no network and no other file; pure, the same data give the same text. */

import { type Html, html, renderHtml, trusted } from './html.ts';
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
import { stylesheet } from './stylesheet.ts';

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

/** Nothing may be loaded and nothing run: what the page needs, it has. */
const contentPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** @returns a whole HTML document, for planners, analysts and auditors */
export function reportHtml(data: ReportData): string {
  return renderHtml(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
<title>${data.document.scenario.name} – hourmatch report</title>
<style>${trusted(stylesheet)}</style>
</head>
<body>
${answer(data)}<main>
${sections.map((section) => section(data))}</main>
</body>
</html>
`);
}
