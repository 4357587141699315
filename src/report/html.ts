/** Markup as a value: what is interpolated is escaped unless it is markup itself, so no name can become a tag. */

import { cleanText } from './content/clean-text.ts';
import { keptUnits } from './content/kept-units.ts';

const markup = Symbol('markup');

export interface Html {
  readonly [markup]: string;
}

type Content = Html | string | number | undefined | readonly Content[];

/** Template tag; lists are joined, undefined is nothing. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { [markup]: parts.reduce((text, part, at) => text + textOf(contents[at - 1]) + part) };
}

/** Takes text as markup: only for what this folder has made itself. */
export function trusted(text: string): Html {
  return { [markup]: text };
}

const DATE = /(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\dZ?)?)/;

/** Text in which no date is broken: browsers break lines after a hyphen between digits. */
export const keptDates = (text: string): Html =>
  html`${text.split(DATE).map((part, at) => (at % 2 === 0 ? part : html`<span class="date">${part}</span>`))}`;

export const renderHtml = (content: Html): string => content[markup];

function textOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'number') return escapeHtml(String(content));
  if (typeof content === 'string') return escapeHtml(keptUnits(content));
  return isHtml(content) ? content[markup] : content.map(textOf).join('');
}

function isHtml(content: Html | readonly Content[]): content is Html {
  return markup in content;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and quoted attributes. Control characters and overrides of the writing direction are shown as �. */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
