/**
 * Sentences that results, studies and cost sets hold in English, told in other languages: a sentence is recognised by the
 * phrase that it was made from, and what stands in its gaps may be such a phrase again, a number or a name.
 */

import type { Said } from '../content/words.ts';
import { french, type Phrase } from './french.ts';

interface Pattern {
  readonly phrase: Phrase;
  readonly matches: RegExp;
  readonly gaps: readonly string[];
  /** Letters of its own: of two phrases that fit, the one that says more is meant. */
  readonly own: number;
}

let patterns: readonly Pattern[] | undefined;

/** As a phrase with its gaps where it is one; a name, or a sentence that nobody translated, stays as it is. */
export function recognised(text: string): Said {
  if (Object.hasOwn(french, text)) return { say: text as Phrase, with: {} };
  const number = numberIn(text);
  if (number !== undefined) return number;
  const list = text.includes(', ') ? text.split(', ').map(phraseWithGaps) : [];
  if (list.length > 1 && list.every((one) => one !== undefined)) return { names: list };
  return phraseWithGaps(text) ?? text;
}

function phraseWithGaps(text: string): Said | undefined {
  patterns ??= patternsOf();
  for (const { phrase, matches, gaps, own } of patterns) {
    const found = matches.exec(text)?.slice(1);
    if (found === undefined) continue;
    // With few words of its own nearly every text would be one: of those only such as have numbers alone.
    if (own < FEWEST_LETTERS && !found.every((gap) => numberIn(gap) !== undefined)) continue;
    return { say: phrase, with: Object.fromEntries(gaps.map((gap, at) => [gap, recognised(found[at]!)])) };
  }
  return undefined;
}

/** Several, one after the other. */
export function recognisedParts(text: string): Said {
  return { names: text.split('; ').map(recognised), between: '; ' };
}

const FEWEST_LETTERS = 6;

function patternsOf(): Pattern[] {
  return (Object.keys(french) as Phrase[])
    .map((phrase): Pattern => {
      const parts = phrase.split(/\{(\w+)\}/);
      const gaps = parts.filter((_, at) => at % 2 === 1);
      const literal = parts.filter((_, at) => at % 2 === 0);
      const source = literal.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)');
      return {
        phrase,
        gaps,
        matches: new RegExp(`^${source}$`, 'su'),
        own: literal.join('').match(/\p{L}/gu)?.length ?? 0,
      };
    })
    .filter(({ gaps, own }) => gaps.length > 0 && own > 0)
    .sort((a, b) => b.own - a.own);
}

/** `1,234.5` with as many decimals as it has. */
function numberIn(text: string): Said | undefined {
  if (!/^[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) return undefined;
  const isPlain = !text.includes(',') && /^\d{4}$/.test(text);
  const value = Number(text.replaceAll(',', '').replace('−', '-'));
  if (isPlain) return { value, as: { kind: 'year' } };
  return { value, as: { kind: 'decimals', decimals: text.split('.')[1]?.length ?? 0 } };
}
