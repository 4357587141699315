/** What the server says of a file, in French: fetched by those who read it so. */

import { fileDoubtPhrases } from '../../../../src/report/language/french/file-doubts.ts';
import { fileFactPhrases } from '../../../../src/report/language/french/file-facts.ts';
import { kept } from '../../../../src/report/language/french-spaces.ts';
import { finderOf, numberIn } from '../../../../src/report/language/patterns.ts';

const gapPhrases = {
  '{count} hours': '{count} heures',
  tab: 'tabulation',
  ...{ gzip: 'gzip', JSON: 'JSON', Parquet: 'Parquet' },
};
const phrases = { ...fileDoubtPhrases, ...fileFactPhrases, ...gapPhrases };
type Phrase = keyof typeof phrases;

const find = finderOf(Object.keys(phrases) as Phrase[]);

/** What stands in them is in the words of the file. */
const ofFile = new Set(['column', 'columns', 'header', 'text', 'name', 'zone', 'letters', 'unit']);

/** Undefined for words that nobody translated, such as the notes of a file. */
export function inFrench(text: string): string | undefined {
  if (Object.hasOwn(phrases, text)) return kept(phrases[text as Phrase]);
  return inTwo(text) ?? filled(text);
}

/** What gave a format away, and what the file was packed in. */
function inTwo(text: string): string | undefined {
  const cut = text.lastIndexOf('; ');
  const [why, from] = [text.slice(0, Math.max(0, cut)), text.slice(cut + 2)].map((part) => cut > 0 && inFrench(part));
  return why && from ? kept(`${why} ; ${from}`) : undefined;
}

function filled(text: string): string | undefined {
  const found = find(text);
  if (found === undefined) return undefined;
  return kept(phrases[found.phrase]).replace(/\{(\w+)\}/g, (gap, name: string) => {
    const told = found.gaps[name] ?? gap;
    return ofFile.has(name) ? told : (numberText(told) ?? inFrench(told) ?? told);
  });
}

function numberText(text: string): string | undefined {
  const number = numberIn(text);
  if (number === undefined || number.isYear) return number && text;
  const { value, decimals } = number;
  return new Intl.NumberFormat('fr', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(value)
    .replace('-', '−');
}
