/**
 * What a report says, before anybody has chosen a language: phrases with what stands in their gaps, and numbers that know
 * how they are told. Names of users are plain text and stay as they are.
 */

import { figure, percent, plainFigure, plainPercent, score, shortDecimals, tiny } from '../figures.ts';
import type { Phrase } from '../language/french.ts';

export interface Words {
  readonly say: Phrase;
  /** In its place where the language counts the gap `count` as one: the French count 0 so. */
  readonly one?: Phrase;
  readonly with: Readonly<Record<string, Said>>;
}

/** A number and how it is told: with so many decimals, as a percentage, rounded down, as a power of ten, as given. */
export interface Figure {
  readonly value: number;
  readonly as:
    | { readonly kind: 'decimals' | 'percent' | 'change'; readonly decimals: number }
    | { readonly kind: 'score' | 'tiny' | 'plain' | 'plainPercent' | 'year' }
    | { readonly kind: 'money'; readonly currency: string };
}

/** The beginning of an hour, `2005-01-01T00:00Z`. */
interface Stamp {
  readonly stamp: string;
}

/** An instant to the minute. */
interface Instant {
  readonly instant: string;
}

/** 0 is January. */
interface Month {
  readonly month: number;
}

/** Of a list, parts stand side by side: sentences with a space between them, or names with commas. */
export type Said =
  | string
  | Words
  | Figure
  | Stamp
  | Instant
  | Month
  | readonly Said[]
  | { readonly names: readonly Said[]; readonly between?: '; ' };

type Gaps<Text extends string> = Text extends `${string}{${infer Gap}}${infer Rest}` ? Gap | Gaps<Rest> : never;

/** A phrase of the dictionary with its gaps filled. */
export function say<P extends Phrase>(
  phrase: P,
  ...gaps: [Gaps<P>] extends [never] ? [] : [Readonly<Record<Gaps<P>, Said>>]
): Words {
  return { say: phrase, with: gaps[0] ?? {} };
}

export const number = (value: number, decimals = 0): Figure => ({ value, as: { kind: 'decimals', decimals } });
/** MW or MWh; tenths where the whole is small enough for them to matter. */
export const size = (value: number): Figure => number(value, Math.abs(value) < 1000 ? 1 : 0);
export const short = (value: number): Figure => number(value, shortDecimals(value));
export const share = (value: number, decimals = 1): Figure => ({ value, as: { kind: 'percent', decimals } });
/** With its sign, also where it is more. */
export const change = (value: number): Figure => ({ value, as: { kind: 'change', decimals: 1 } });
export const scored = (value: number): Figure => ({ value, as: { kind: 'score' } });
export const small = (value: number): Figure => ({ value, as: { kind: 'tiny' } });
export const given = (value: number): Figure => ({ value, as: { kind: 'plain' } });
export const givenShare = (value: number): Figure => ({ value, as: { kind: 'plainPercent' } });
export const year = (value: number): Figure => ({ value, as: { kind: 'year' } });
export const amount = (currency: string, value: number): Figure => ({ value, as: { kind: 'money', currency } });

/** `1 hour`, `3 hours`: the phrases have a gap for the count. */
export function counted(count: number, one: CountPhrase, many: CountPhrase): Words {
  return { say: many, one, with: { count: number(count) } };
}

type CountPhrase = Extract<Phrase, `${string}{count}${string}`>;

/** Amounts of one table in one unit, so that columns compare. */
export interface MoneyScale {
  readonly unit: Said;
  readonly of: (value: number) => Figure;
}

export function moneyScaleOf(currency: string, values: readonly number[]): MoneyScale {
  const largest = Math.max(0, ...values.map(Math.abs).filter(Number.isFinite));
  if (largest >= 1e7) return { unit: say('{currency} million', { currency }), of: (value) => number(value / 1e6, 2) };
  if (largest >= 1e5) return { unit: say('{currency} thousand', { currency }), of: (value) => number(value / 1e3, 1) };
  return { unit: currency, of: (value) => number(value, largest >= 100 ? 0 : 2) };
}

/** As the English have it; amounts of money apart, which have words of their own. */
export function englishFigure({ value, as }: Figure): string {
  switch (as.kind) {
    case 'decimals':
      return figure(value, as.decimals);
    case 'percent':
      return percent(value, as.decimals);
    case 'change':
      return value > 0 ? `+${percent(value, as.decimals)}` : percent(value, as.decimals);
    case 'score':
      return score(value);
    case 'tiny':
      return tiny(value);
    case 'plain':
      return plainFigure(value);
    case 'plainPercent':
      return plainPercent(value);
    case 'year':
      return String(value);
    case 'money':
      return figure(value, 2);
    default: {
      const never: never = as;
      throw new TypeError(`unknown figure ${String(never)}`);
    }
  }
}
