/** Faults of an input as text: one layout for command line, API and dashboard. */

import type { InputError, Issue } from '../errors.ts';
import { lengthOf, visible, wrapped } from './terminal-text.ts';

export interface IssueLayout {
  /** Columns of the terminal; at least 40 are used. */
  readonly width: number;
  /** Marks the parts of a line, for example with colours; it adds no visible characters. */
  readonly style?: (text: string, part: 'headline' | 'where' | 'place') => string;
}

const NARROWEST = 40;
const WIDEST_WHERE = 36;
const INDENT = '  ';
const GAP = '   ';

/** Headline, then for each issue where it is, its line and column, what is wrong and what was expected; no end of line. */
export function renderIssues(error: InputError, { width, style = (text) => text }: IssueLayout): string {
  const total = Math.max(width, NARROWEST);
  const places = error.issues.map((issue) => placeOf(issue, error));
  const wheres = error.issues.map(({ where }) => visible(where));
  const whereWidth = Math.max(...wheres.map(lengthOf).filter((length) => length <= WIDEST_WHERE), 0);
  const placeWidth = Math.max(...places.map(lengthOf).filter((length) => length <= WIDEST_WHERE), 0);
  const left = INDENT.length + whereWidth + GAP.length + placeWidth + GAP.length;
  // In a narrow terminal the words get their own lines under the place.
  const isNarrow = total - left < NARROWEST;
  const blocks = error.issues.map((issue, at) => {
    const [where, place] = [wheres[at] ?? '', places[at] ?? ''];
    const isLong = lengthOf(where) > whereWidth || lengthOf(place) > placeWidth;
    const margin = ' '.repeat(isNarrow ? INDENT.length * 2 : left);
    const lines = wrapped(sentenceOf(issue), total - margin.length);
    const padding = (text: string, wanted: number) => ' '.repeat(Math.max(0, wanted - lengthOf(text)));
    const head = `${INDENT}${style(where, 'where')}${padding(where, whereWidth)}${GAP}${style(place, 'place')}`;
    if (isNarrow || isLong) {
      const alone = `${INDENT}${style(where, 'where')}${GAP}${style(place, 'place')}`;
      return [alone.trimEnd(), ...lines.map((line) => margin + line)].join('\n');
    }
    const first = `${head}${padding(place, placeWidth)}${GAP}${lines[0] ?? ''}`;
    return [first.trimEnd(), ...lines.slice(1).map((line) => margin + line)].join('\n');
  });
  return [style(visible(error.message), 'headline'), ...blocks].join('\n');
}

/** `12:5`, with the file before it where that is another than the one the headline names. */
function placeOf({ file, line, column }: Issue, { subject }: InputError): string {
  const isOther =
    file !== undefined && file !== subject && !file.endsWith(`/${subject}`) && !file.endsWith(`\\${subject}`);
  const place = [line, column].filter((part) => part !== undefined).join(':');
  return visible([isOther ? file : '', place].filter((part) => part !== '').join(':'));
}

/** What is wrong, then what was expected: a sentence of its own, or a phrase that completes the first. */
function sentenceOf({ problem, expected }: Issue): string {
  if (expected === undefined) return visible(ended(problem));
  if (problem.endsWith('?')) return visible(ended(`${problem} Expected ${expected}`));
  const isSentence = /^\p{Lu}.*[.?!:]$/su.test(expected);
  return visible(
    isSentence ? `${ended(problem)} ${expected}` : ended(`${problem.replace(/\.$/, '')}; expected ${expected}`),
  );
}

function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
