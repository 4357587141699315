import { type Html, html } from '../html.ts';
import { findingSentence } from '../issues.ts';
import type { ReportData } from '../report-data.ts';

/** What is asked about: nothing was refused for it, but whoever uses the figures should have answered it. */
export function warnings({ document }: ReportData): Html | undefined {
  if (document.warnings.length === 0) return undefined;
  const items = document.warnings.map(
    (warning) =>
      html`<li>${warning.file === undefined ? undefined : html`${warning.file}, `}<b>${warning.where}</b>: ${findingSentence(warning)}</li>\n`,
  );
  return html`<section>
<h2>Warnings</h2>
<p>Nothing was refused for these, but each may be a slip. They were told before the solve or follow from its answer.</p>
<ul class="warnings">
${items}</ul>
</section>
`;
}
