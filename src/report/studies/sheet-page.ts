/** A study as a page: like the report of a result, without script, network or other files. */

import { html, keptDates, renderHtml } from '../html.ts';
import { type Language, languageNamed } from '../language/language.ts';
import { page } from '../page.ts';
import { table } from '../table.ts';
import { chartHtml } from '../writers/html-picture.ts';
import { isSaid, type Sheet, type SheetTable, SYNTHETIC } from './sheet.ts';

/** @returns a whole HTML document */
export function sheetHtml({ title, headline, tone, synthetic, parts }: Sheet, language = languageNamed('en')): string {
  const { text } = language;
  const banner = html`<div class="synthetic" role="note"><strong>${text(SYNTHETIC)}</strong></div>\n`;
  return renderHtml(
    page({
      title: text(title),
      language,
      header: html`<header>
<h1>${text(title)}</h1>
<div class="verdict ${tone}" role="status"><p class="headline">${text(headline)}</p></div>
${synthetic ? banner : undefined}</header>
`,
      sections: parts.filter(isSaid).map(
        ({ title: heading, sentences = [], table: given, chart }) => html`<section class="study">
<h2>${text(heading)}</h2>
${sentences.map((sentence) => html`<p>${keptDates(text(sentence))}</p>\n`)}${chart && html`<figure>${chartHtml(chart.draw(language), chart.legend, language)}</figure>`}${
  given === undefined || given.rows.length === 0 ? undefined : tableHtml(text(heading), given, language)
}</section>
`,
      ),
    }),
  );
}

function tableHtml(caption: string, { subject, columns, rows }: SheetTable, { text, optional }: Language) {
  return table({
    caption,
    subject: text(subject),
    columns: columns.map((name) => ({ title: text(name) })),
    rows: rows.map(({ name, unit, cells }) => ({
      name: text(name),
      cells: cells.map(optional),
      ...(unit === '' ? {} : { unit: text(unit) }),
    })),
  });
}
