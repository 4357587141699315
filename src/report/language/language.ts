/** A language: how phrases and numbers are told in it. */

import { DateTime } from 'luxon';
import { cleanText } from '../content/clean-text.ts';
import { englishFigure, type Figure, type Said, type Words } from '../content/words.ts';
import { money } from '../figures.ts';
import type { LanguageCode } from './codes.ts';
import { french, type Phrase } from './french.ts';
import { KEPT, kept } from './french-spaces.ts';

export interface Language {
  readonly code: LanguageCode;
  readonly direction: 'ltr' | 'rtl';
  /** What is said, as text. */
  readonly text: (said: Said) => string;
  /** A dash where there is none. */
  readonly optional: (said: Said | undefined) => string;
}

interface Customs {
  readonly isOne: (count: number) => boolean;
  readonly phrase: (phrase: Phrase) => string;
  /** Between parts of a list. */
  readonly between: (english: ', ' | '; ') => string;
  /** From the English way of writing a number. */
  readonly number: (english: string) => string;
  readonly money: (currency: string, value: number) => string;
}

const NONE = '–';

function languageOf(code: LanguageCode, customs: Customs): Language {
  const text = (said: Said): string => {
    if (typeof said === 'string') return cleanText(said);
    if ('say' in said) {
      return customs.phrase(phraseFor(said)).replace(/\{(\w+)\}/g, (gap, name: string) => {
        const part = said.with[name];
        return part === undefined ? gap : text(part);
      });
    }
    if ('value' in said) return figureText(said);
    if ('stamp' in said) return said.stamp;
    if ('month' in said) return monthNames(code)[said.month] ?? '';
    if ('instant' in said) {
      return DateTime.fromISO(said.instant, { zone: 'utc', locale: code }).toFormat("d MMMM yyyy, HH:mm 'UTC'");
    }
    if ('names' in said) return said.names.map(text).join(customs.between(said.between ?? ', '));
    return said
      .map(text)
      .filter((part) => part !== '')
      .join(' ');
  };
  const phraseFor = ({ say, one, with: { count } }: Words): Phrase => {
    const value = typeof count === 'object' && 'value' in count ? count.value : Number.NaN;
    return one !== undefined && customs.isOne(value) ? one : say;
  };
  const figureText = (figure: Figure) =>
    figure.as.kind === 'money'
      ? customs.money(figure.as.currency, figure.value)
      : customs.number(englishFigure(figure));
  return { code, direction: 'ltr', text, optional: (said) => (said === undefined ? NONE : text(said)) };
}

const english = languageOf('en', {
  isOne: (count) => count === 1,
  phrase: (phrase) => phrase,
  between: (english) => english,
  number: (text) => text,
  money,
});

/** Thin spaces between thousands and before the percent sign, a comma before decimals. */
const NARROW = '\u202f';
const frenchWords: Readonly<Record<string, string>> = {
  'not known': 'inconnu',
  unlimited: 'illimité',
  unbounded: 'non borné',
};

function frenchNumber(text: string): string {
  const word = frenchWords[text];
  return word ?? text.replaceAll(',', NARROW).replace('.', ',').replace(' %', `${NARROW}%`);
}

function frenchMoney(currency: string, value: number): string {
  const [, amount = '', scale = ''] = /^([^ ]+)(?: (million|billion))?$/.exec(money('', value).trim()) ?? [];
  const unit = { million: ' M', billion: ' Md' }[scale] ?? '';
  return `${frenchNumber(amount)}${unit.replace(' ', NARROW)}${NARROW}${currency}`;
}

const languages: Readonly<Record<LanguageCode, Language>> = {
  en: english,
  fr: languageOf('fr', {
    isOne: (count) => Math.abs(count) < 2,
    phrase: (phrase) => kept(french[phrase]),
    between: (english) => (english === '; ' ? `${KEPT}; ` : english),
    number: frenchNumber,
    money: frenchMoney,
  }),
};

export const languageNamed = (code: LanguageCode): Language => languages[code];

/** For terminals, which are told in English. */
export const englishText = (said: Said): string => english.text(said);

const january = DateTime.utc(2001, 1, 1);
const months: Partial<Record<LanguageCode, readonly string[]>> = {};

/** `Jan` … `Dec`. */
export function monthNames(code: LanguageCode): readonly string[] {
  months[code] ??= Array.from({ length: 12 }, (_, month) =>
    january.plus({ months: month }).setLocale(code).toFormat('LLL'),
  );
  return months[code];
}
