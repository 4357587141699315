import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { table } from '../table.ts';

/** The files behind the answer, each with its fingerprint. */
export function inputFiles({ document, inputs }: ReportData): Html {
  return html`<section>
<h2>Inputs</h2>
<p>Scenario <span class="hash">${document.scenario.contentHash}</span>: the same hash stands for the same question.</p>
${table({
  caption: 'Files as read',
  subject: 'File',
  columns: [
    { title: 'Kind', isText: true },
    { title: 'Origin', isText: true },
    { title: 'SHA-256', isText: true },
  ],
  rows: inputs.map(({ file, kind, synthetic, sha256 }) => ({
    name: file,
    cells: [
      kind === 'profile' ? 'hourly profiles' : 'technology data',
      synthetic
        ? html`<span class="tag">SYNTHETIC</span>`
        : kind === 'profile'
          ? 'not marked synthetic'
          : 'published data',
      html`<span class="hash">${sha256}</span>`,
    ],
  })),
})}</section>
`;
}
