/** A report as one page that needs no script, no network and no other file; the same data give the same text. */

import type { Block, Column, Content, Row, Section, Table } from '../content/content.ts';
import { MOST_IN_HEAD, shortened } from '../content/shortened.ts';
import { type Said, say } from '../content/words.ts';
import { type Html, html, renderHtml } from '../html.ts';
import type { Language } from '../language/language.ts';
import { page } from '../page.ts';
import { table } from '../table.ts';
import { chartHtml, mapHtml } from './html-picture.ts';
import { sealWords } from './seal-words.ts';

/** @returns a whole HTML document */
export function contentHtml(content: Content, language: Language): string {
  const { text } = language;
  return renderHtml(
    page({
      title: text(content.title),
      language,
      header: headerOf(content, language),
      sections: content.sections.map((section) => sectionHtml(section, language)),
      footer: sealOf(content, language),
    }),
  );
}

function headerOf({ title, subtitle, verdict, synthetic, facts }: Content, { text }: Language): Html {
  const banner =
    synthetic &&
    html`<div class="synthetic" role="note"><strong>${text(say('SYNTHETIC PROFILES – NOT MEASURED'))}</strong>
<p>${text(synthetic)}</p></div>
`;
  const list =
    facts.length === 0
      ? undefined
      : html`<ul class="facts">
${facts.map(({ value, name }) => html`<li><b>${text(value)}</b><span>${text(name)}</span></li>\n`)}</ul>
`;
  return html`<header>
<h1>${text(title)}</h1>
<p class="quiet">${text(subtitle)}</p>
<div class="verdict ${verdict.tone}" role="status"><p class="headline">${text(verdict.headline)}</p><p>${text(verdict.detail)}</p></div>
${banner}${list}</header>
`;
}

function sealOf({ seal }: Content, { text }: Language): Html {
  return html`<footer><p class="quiet">${text(sealWords(seal))}</p>
<p class="hash">${seal.resultSha256}</p></footer>
`;
}

function sectionHtml({ id, title, isSynthetic, blocks }: Section, language: Language): Html {
  const { text } = language;
  return html`<section id="${id}">
<h2>${text(title)}${isSynthetic ? html` <span class="tag">${text(say('SYNTHETIC WEATHER'))}</span>` : undefined}</h2>
${blocks.map((block) => blockHtml(block, language))}</section>
`;
}

function blockHtml(block: Block, language: Language): Html {
  const { text } = language;
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${text(block.text)}</p>\n`;
    case 'note':
      return html`<p class="note">${text(block.text)}</p>\n`;
    case 'heading':
      return html`<h3>${text(block.text)}</h3>\n`;
    case 'subheading':
      return html`<h4>${text(block.text)}</h4>\n`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${text(item)}</li>\n`)}</ul>\n`;
    case 'table':
      return block.isDataOnly ? html`` : tableHtml(block, language);
    case 'chart':
      return html`<figure>${block.title && html`<figcaption>${text(block.title)}${block.detail && html` <small>${text(block.detail)}</small>`}</figcaption>`}${chartHtml(block.draw(language), block.legend, language)}</figure>\n`;
    case 'map':
      return mapHtml(block, language);
    case 'group':
      return groupHtml(block, language);
    default: {
      const never: never = block;
      throw new TypeError(`unknown block ${String(never)}`);
    }
  }
}

function groupHtml({ title, blocks }: Block & { readonly kind: 'group' }, language: Language): Html {
  const inside = blocks.map((block) => blockHtml(block, language));
  if (title !== undefined) {
    return html`<details><summary>${language.text(title)}</summary>
${inside}</details>
`;
  }
  const isMaps = blocks.every(({ kind }) => kind === 'map');
  return html`<div class="${isMaps ? 'maps' : 'panels'}">
${inside}</div>
`;
}

function tableHtml({ caption, subject, columns, rows, note }: Table, language: Language): Html {
  const { text, optional } = language;
  const cell = (said: Said | undefined, column: Column | undefined) =>
    column?.holds === 'code' ? html`<span class="hash">${optional(said)}</span>` : optional(said);
  return table({
    caption: text(caption),
    subject: text(subject),
    columns: columns.map(({ title, unit, holds }) => ({
      title: shortened(text(title), MOST_IN_HEAD),
      ...(unit !== undefined && { unit: text(unit) }),
      ...(holds !== undefined && { isText: true }),
    })),
    rows: rows.map(({ name, unit, cells, role }: Row) => ({
      name: text(name),
      ...(unit !== undefined && unit !== '' && { unit: text(unit) }),
      cells: cells.map((said, at) => cell(said, columns[at])),
      ...(role === 'total' && { isTotal: true }),
      ...(role === 'group' && { isGroup: true }),
    })),
    note: note === undefined ? undefined : text(note),
  });
}
