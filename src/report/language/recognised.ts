/**
 * Sentences that results, studies and cost sets hold in English, told in other languages: a sentence is recognised by the
 * phrase that it was made from, and what stands in its gaps may be such a phrase again, a number or a name.
 */

import type { Said } from '../content/words.ts';
import { french, type Phrase } from './french.ts';
import { finderOf, numberIn } from './patterns.ts';

let find: ReturnType<typeof finderOf<Phrase>> | undefined;

/** As a phrase with its gaps where it is one; a name, or a sentence that nobody translated, stays as it is. */
export function recognised(text: string): Said {
  if (Object.hasOwn(french, text)) return { say: text as Phrase, with: {} };
  const number = numberIn(text);
  if (number !== undefined) {
    const { value, decimals, isYear } = number;
    return { value, as: isYear ? { kind: 'year' } : { kind: 'decimals', decimals } };
  }
  const list = text.includes(', ') ? text.split(', ').map(phraseWithGaps) : [];
  if (list.length > 1 && list.every((one) => one !== undefined)) return { names: list };
  return phraseWithGaps(text) ?? text;
}

function phraseWithGaps(text: string): Said | undefined {
  find ??= finderOf(Object.keys(french) as Phrase[]);
  const found = find(text);
  if (found === undefined) return undefined;
  const gaps = Object.entries(found.gaps).map(([gap, told]) => [gap, recognised(told)]);
  return { say: found.phrase, with: Object.fromEntries(gaps) };
}

/** Several, one after the other. */
export function recognisedParts(text: string): Said {
  return { names: text.split('; ').map(recognised), between: '; ' };
}
