/** Faults and doubts as text: one layout for command line, API and dashboard. */

import type { Finding, InputError, Warning } from '../errors.ts';
import { counted } from './figures.ts';
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
export function renderIssues({ message, issues, subject }: InputError, layout: IssueLayout): string {
  return rendered(message, issues, subject, layout);
}

/**
 * The same for doubts; there is at least one.
 *
 * @param subject file of the scenario, which its own doubts need not name
 */
export function renderWarnings(warnings: readonly Warning[], subject: string, layout: IssueLayout): string {
  return rendered(`${counted(warnings.length, 'warning')} about ${subject}`, warnings, subject, layout);
}

type Findings = readonly Finding<string>[];

function rendered(headline: string, findings: Findings, subject: string, layout: IssueLayout): string {
  const { width, style = (text) => text } = layout;
  const total = Math.max(width, NARROWEST);
  const places = findings.map((finding) => placeOf(finding, subject));
  const wheres = findings.map(({ where }) => visible(where));
  const whereWidth = Math.max(...wheres.map(lengthOf).filter((length) => length <= WIDEST_WHERE), 0);
  const placeWidth = Math.max(...places.map(lengthOf).filter((length) => length <= WIDEST_WHERE), 0);
  const left = INDENT.length + whereWidth + GAP.length + placeWidth + GAP.length;
  // In a narrow terminal the words get their own lines under the place.
  const isNarrow = total - left < NARROWEST;
  const blocks = findings.map((finding, at) => {
    const [where, place] = [wheres[at] ?? '', places[at] ?? ''];
    const isLong = lengthOf(where) > whereWidth || lengthOf(place) > placeWidth;
    const margin = ' '.repeat(isNarrow ? INDENT.length * 2 : left);
    const lines = wrapped(visible(findingSentence(finding)), total - margin.length);
    const padding = (text: string, wanted: number) => ' '.repeat(Math.max(0, wanted - lengthOf(text)));
    const head = `${INDENT}${style(where, 'where')}${padding(where, whereWidth)}${GAP}${style(place, 'place')}`;
    if (isNarrow || isLong) {
      const alone = `${INDENT}${style(where, 'where')}${GAP}${style(place, 'place')}`;
      return [alone.trimEnd(), ...lines.map((line) => margin + line)].join('\n');
    }
    const first = `${head}${padding(place, placeWidth)}${GAP}${lines[0] ?? ''}`;
    return [first.trimEnd(), ...lines.slice(1).map((line) => margin + line)].join('\n');
  });
  return [style(visible(headline), 'headline'), ...blocks].join('\n');
}

/** `12:5`, with the file before it where that is another than the one the headline names. */
function placeOf({ file, line, column }: Finding<string>, subject: string): string {
  const isOther =
    file !== undefined && file !== subject && !file.endsWith(`/${subject}`) && !file.endsWith(`\\${subject}`);
  const place = [line, column].filter((part) => part !== undefined).join(':');
  return visible([isOther ? file : '', place].filter((part) => part !== '').join(':'));
}

/** What is wrong, then what was expected: a sentence of its own, or a phrase that completes the first. */
export function findingSentence({ problem, expected }: Finding<string>): string {
  if (expected === undefined) return ended(problem);
  if (problem.endsWith('?')) return ended(`${problem} Expected ${expected}`);
  return isSentence(expected)
    ? `${ended(problem)} ${expected}`
    : ended(`${problem.replace(/\.$/, '')}; expected ${expected}`);
}

export const isSentence = (expected: string): boolean => /^\p{Lu}.*[.?!:]$/su.test(expected);

function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
