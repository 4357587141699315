/** Sentences recognised by the phrase that each was made from. */

interface Pattern<Phrase extends string> {
  readonly phrase: Phrase;
  readonly matches: RegExp;
  readonly gaps: readonly string[];
  /** Letters of its own: of two phrases that fit, the one that says more is meant. */
  readonly own: number;
}

interface Found<Phrase extends string> {
  readonly phrase: Phrase;
  /** What stands in its gaps. */
  readonly gaps: Readonly<Record<string, string>>;
}

const FEWEST_LETTERS = 6;

/** @returns what finds the phrase that a text was made from, among those with gaps */
export function finderOf<Phrase extends string>(
  phrases: readonly Phrase[],
): (text: string) => Found<Phrase> | undefined {
  const patterns = phrases
    .map(patternOf)
    .filter(({ gaps, own }) => gaps.length > 0 && own > 0)
    .sort((a, b) => b.own - a.own);
  return (text) => {
    for (const { phrase, matches, gaps, own } of patterns) {
      const found = matches.exec(text)?.slice(1);
      if (found === undefined) continue;
      // With few words of its own nearly every text would be one: of those only such as have numbers alone.
      if (own < FEWEST_LETTERS && !found.every((gap) => numberIn(gap) !== undefined)) continue;
      return { phrase, gaps: Object.fromEntries(gaps.map((gap, at) => [gap, found[at]!])) };
    }
    return undefined;
  };
}

function patternOf<Phrase extends string>(phrase: Phrase): Pattern<Phrase> {
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
}

/** `1,234.5` with as many decimals as it has; `2019` is a year, which has no comma. */
export function numberIn(text: string): { value: number; decimals: number; isYear: boolean } | undefined {
  if (!/^[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text.replaceAll(',', '').replace('−', '-'));
  return { value, decimals: text.split('.')[1]?.length ?? 0, isYear: /^\d{4}$/.test(text) };
}
