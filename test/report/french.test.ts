import { expect, test } from 'vitest';
import { amount, number, say, scored, share, small } from '../../src/report/content/words.ts';
import { french } from '../../src/report/language/french.ts';
import { languageNamed } from '../../src/report/language/language.ts';
import { exampleReport } from './example-report.ts';
import { plain } from './page.ts';
import { reportHtml } from './page-of.ts';

const gapsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap!).sort();
const phrases = Object.entries(french);

/** Gaps, signs and units alone are the same in both. */
const hasWords = (phrase: string) => /\p{L}{4}/u.test(phrase.replace(/\{\w+\}/g, ''));

test('every phrase has French that is not its English, with the same gaps', () => {
  expect(phrases.length).toBeGreaterThan(400);
  for (const [english, words] of phrases) {
    expect({ english, gaps: gapsOf(words) }).toEqual({ english, gaps: gapsOf(english) });
  }
  expect(phrases.filter(([english, words]) => english === words && hasWords(english))).toEqual([]);
});

test('no English phrase is left in a French report, and no gap is open', () => {
  const wish = { hours: 480, phases: 2, oversize: 2 };
  const page = plain(reportHtml(exampleReport(wish), 'fr'));
  const english = plain(reportHtml(exampleReport(wish)));
  const whole = phrases.map(([phrase]) => phrase).filter((phrase) => gapsOf(phrase).length === 0 && phrase.length > 14);
  const said = whole.filter((phrase) => english.includes(phrase));
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter((phrase) => page.includes(phrase))).toEqual([]);
  expect(page).not.toMatch(/\{\w+\}/);
  // Little words that French does not have, apart from names, codes and what files say of themselves.
  expect(page.match(/\b(the|of|is|are|which|with|hours?)\b/g) ?? []).toEqual([]);
});

test('numbers follow the language: thin spaces and commas, a percent sign apart, money with its currency last', () => {
  const { text } = languageNamed('fr');
  expect(text(number(-12_345.678, 2))).toBe('−12\u202f345,68');
  expect(text(share(0.1234))).toBe('12,3\u202f%');
  expect(text(scored(0.999_99))).toBe('99,99\u202f%');
  expect(text(amount('EUR', 2.5e9))).toBe('2,50\u202fMd\u202fEUR');
  expect(text(amount('EUR', 12_300_000))).toBe('12,3\u202fM\u202fEUR');
  expect(text(amount('EUR', 1234))).toBe('1\u202f234\u202fEUR');
  expect(text(small(2e-10))).toBe('2e-10');
  expect(text(number(Number.POSITIVE_INFINITY))).toBe('illimité');
  expect(text(say('{size} MW', { size: number(1000) }))).toBe('1\u202f000 MW');
  expect(text({ instant: '2026-08-01T05:06:00Z' })).toBe('1 août 2026, 05:06 UTC');
  expect(text({ month: 7 })).toBe('août');
});
