/** A study as a page: like the report of a result, without script, network or other files. */

import { costCurve } from '../charts/cost-curve.ts';
import { html, renderHtml } from '../html.ts';
import { languageNamed } from '../language/language.ts';
import { page } from '../page.ts';
import { table } from '../table.ts';
import { isSaid, type Sheet, SYNTHETIC } from './sheet.ts';

/** @returns a whole HTML document */
export function sheetHtml({ title, headline, tone, synthetic, parts }: Sheet): string {
  const banner = html`<div class="synthetic" role="note"><strong>${SYNTHETIC}</strong></div>\n`;
  return renderHtml(
    page({
      title,
      language: languageNamed('en'),
      header: html`<header>
<h1>${title}</h1>
<div class="verdict ${tone}" role="status"><p class="headline">${headline}</p></div>
${synthetic ? banner : undefined}</header>
`,
      sections: parts.filter(isSaid).map(
        ({ title: heading, sentences = [], table: given, chart }) => html`<section>
<h2>${heading}</h2>
${sentences.map((sentence) => html`<p>${sentence}</p>\n`)}${chart && costCurve(chart)}${
  given === undefined || given.rows.length === 0
    ? undefined
    : table({
        caption: heading,
        subject: given.subject,
        columns: given.columns.map((name) => ({ title: name })),
        rows: given.rows.map(({ name, unit, cells }) => ({ name, cells, ...(unit === '' ? {} : { unit }) })),
      })
}</section>
`,
      ),
    }),
  );
}
