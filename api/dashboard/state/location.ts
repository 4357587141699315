/** What is shown stands in the address: page after `#`, language before it, so that every link keeps both. */

import { computed, effect, signal } from '@preact/signals';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

export interface Place {
  /** Of the path after `#/`. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

const hash = signal(location.hash);
addEventListener('hashchange', () => {
  hash.value = location.hash;
});

export const place = computed((): Place => placeOf(hash.value));

function placeOf(text: string): Place {
  const [path = '', query = ''] = text.replace(/^#\/?/, '').split('?');
  return { parts: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

export function linkTo(parts: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const text = new URLSearchParams(given).toString();
  return `#/${parts.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`;
}

export function go(link: string): void {
  location.hash = link;
}

/** Changes what is told after `?` of the page that is shown, without a step back for each change. */
export function refine(changes: Readonly<Record<string, string | undefined>>): void {
  const { parts, query } = place.value;
  history.replaceState(null, '', linkTo(parts, { ...Object.fromEntries(query), ...changes }));
  hash.value = location.hash;
}

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);

export const language = signal<Language>(firstLanguage());

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const wished = navigator.language.slice(0, 2);
  return isLanguage(wished) ? wished : 'en';
}

effect(() => {
  document.documentElement.lang = language.value;
  const search = new URLSearchParams(location.search);
  if (search.get('lang') === language.value) return;
  search.set('lang', language.value);
  history.replaceState(null, '', `?${search}${location.hash}`);
});
