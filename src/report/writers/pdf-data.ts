/** A report as the page layout takes it: text in the language asked for, pictures as files beside it. */

import { daysOf, type HourMap, hourMapPng, rampOf } from '../charts/hour-map.ts';
import { chartSvg } from '../charts/svg-chart.ts';
import type { Block, Column, Content, Row, Table } from '../content/content.ts';
import { keptUnits } from '../content/kept-units.ts';
import { MOST_IN_HEAD, shortened } from '../content/shortened.ts';
import { type Said, say } from '../content/words.ts';
import { type Language, monthNames } from '../language/language.ts';
import { sealWords } from './seal-words.ts';

/** Columns of numbers that stand side by side on a page; more go below, under the same names of rows. */
const MOST_COLUMNS = 12;
/** Longer words may break, since none of a user's may run off the page or into the next column. */
const LONGEST_WORD = 24;
const LONGEST_IN_HEAD = 14;
const BREAK = '\u200b';
/** Of a legend: a shorter name stays on its line. */
const LONGEST_KEPT = 40;

/** After its signs, and what is too long even so after every few letters. */
function breakable(words: string, longest: number): string {
  const tooLong = new RegExp(`\\S{${longest + 1},}`, 'gu');
  return words
    .replace(/[A-Za-z]{12,}/g, (word) => word.replace(/[a-z](?=[A-Z])/g, `$&${BREAK}`))
    .replace(tooLong, (word) => word.replace(/[/_.@-]+(?=[^/_.@\u200b-])/g, `$&${BREAK}`))
    .replace(/[^\s\u200b]+/gu, (part) => (part.length > longest ? part.replace(/.{3}(?=.)/gu, `$&${BREAK}`) : part));
}

interface ShownRow {
  readonly group: boolean;
  readonly cells: readonly { readonly text: string; readonly code: boolean }[];
}

const NARROWEST = 6;
const WIDEST = 26;
/** Bold heads and the space between columns, in letters. */
const AROUND = 3;
const MOST_LINES_OF_HEAD = 3;

/** Letters that stand side by side on a page: those of tables of many columns are smaller. */
const acrossOf = (columns: number) => (columns > MOST_LARGE ? 145 : 125);
const MOST_LARGE = 7;

/**
 * Of each column in letters: its longest cell, or of the head what leaves it few lines. Long ones give way where all do not
 * fit, down to the longest word of the head, and share what room is left where they do.
 */
function widthsOf(heads: readonly string[], rows: readonly ShownRow[]): number[] {
  const words = heads.map((head) => Math.max(...head.split(/[\s\u200b]/).map((word) => word.length)));
  const lengths = heads.map((head, column) => {
    const cells = rows.flatMap(({ group, cells: own }) =>
      group ? [] : (own[column]?.text.replaceAll(BREAK, '').length ?? 0),
    );
    return Math.max(NARROWEST, head.length / MOST_LINES_OF_HEAD, words[column]!, ...cells);
  });
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  const upTo = (widest: number) =>
    lengths.map((length, column) => AROUND + Math.max(words[column]!, Math.min(length, widest)));
  const across = acrossOf(heads.length);
  let widest = WIDEST;
  while (widest > NARROWEST && sum(upTo(widest)) > across) widest--;
  const needed = upTo(widest);
  const wished = lengths.map((length) => Math.sqrt(Math.max(0, length - WIDEST)));
  const granted = Math.min(1, Math.max(0, across - sum(needed)) / Math.max(1, sum(wished)));
  return needed.map((width, column) => width + granted * wished[column]!);
}

/** Of what fits on a page with room to spare, so that it is moved rather than cut: rows, and letters by the width of a cell. */
const MOST_ROWS_KEPT = 26;
const MOST_LINES_KEPT = 3;

function isKept(rows: readonly ShownRow[], widths: readonly number[]): boolean {
  const isShort = ({ cells }: ShownRow) =>
    cells.every(({ text, code }, at) => code || text.length <= MOST_LINES_KEPT * widths[at]!);
  return rows.length <= MOST_ROWS_KEPT && rows.every(isShort);
}

/** Places of columns side by side; below, those words go first again without which rows are not told apart. */
function partsOf(columns: readonly Column[]): number[][] {
  const places = [...columns.keys()];
  const first = columns.findIndex(({ holds }) => holds !== 'text');
  const heads = columns.length > MOST_COLUMNS ? places.slice(0, Math.max(0, first)) : [];
  const parts = [places.slice(0, MOST_COLUMNS)];
  const most = MOST_COLUMNS - heads.length;
  for (let from = MOST_COLUMNS; from < places.length; from += most) {
    parts.push([...heads, ...places.slice(from, from + most)]);
  }
  return parts;
}

/** Every text goes through `shown`, which knows what the fonts can show. */
export function pdfData(content: Content, language: Language, shown: (text: string) => string) {
  const files = new Map<string, Uint8Array>();
  const broken = (words: string, longest = LONGEST_WORD) => keptUnits(breakable(shown(words), longest));
  const text = (said: Said) => broken(language.text(said));
  const plain = (said: Said | undefined) => shown(language.optional(said));
  const keptWhole = (name: string) => (name.length > LONGEST_KEPT ? name : name.replaceAll(' ', '\u00a0'));
  const file = (name: string, bytes: Uint8Array) => {
    const path = `/${files.size + 1}-${name}`;
    files.set(path, bytes);
    return path;
  };
  const tableOf = ({ caption, subject, columns, rows, note }: Table) => {
    const parts = partsOf(columns).map((places) => {
      const own = places.map((at) => columns[at]!);
      const shownRows = rows.map((row) => rowOf(row, own, places));
      const heads = [{ title: text(subject), number: false }, ...own.map(headOf)];
      const widths = widthsOf(
        heads.map(({ title }) => title),
        shownRows,
      );
      return {
        caption: text(caption),
        columns: heads.map((head, at) => ({
          ...head,
          // A hash stands on one line; all else shares what it leaves.
          width: own[at - 1]?.holds === 'code' ? null : widths[at]!,
        })),
        rows: shownRows,
        keep: isKept(shownRows, widths),
        note: '',
      };
    });
    parts.at(-1)!.note = note === undefined ? '' : text(note);
    return { kind: 'table', parts };
  };
  const headOf = ({ title, unit, holds }: Column) => {
    const name = broken(shortened(language.text(title), MOST_IN_HEAD), LONGEST_IN_HEAD);
    return { title: unit === undefined ? name : `${name} [${text(unit)}]`, number: holds === undefined };
  };
  const rowOf = ({ name, unit = '', cells, role }: Row, own: readonly Column[], places: readonly number[]) => ({
    group: role === 'group',
    total: role === 'total',
    cells: [
      { text: unit === '' ? text(name) : `${text(name)} [${text(unit)}]`, code: false },
      ...(role === 'group'
        ? []
        : own.map(({ holds }, at) => {
            const said = cells[places[at]!];
            const isCode = holds === 'code';
            return { text: isCode || said === undefined ? plain(said) : text(said), code: isCode };
          })),
    ],
  });
  const mapOf = (map: HourMap) => ({
    kind: 'map',
    title: text(map.title),
    detail: map.detail === undefined ? '' : text(map.detail),
    label: text(map.label),
    file: file('map.png', hourMapPng(map)),
    months: daysOf(map) >= 365 ? monthNames(language.code) : ['1', `${daysOf(map)}`],
    ramp: rampOf(map.scale),
  });
  const blockOf = (block: Block): object => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
      case 'heading':
      case 'subheading':
        return { kind: block.kind, text: text(block.text) };
      case 'list':
        return { kind: 'list', items: block.items.map(text) };
      case 'table':
        return block.isDataOnly ? { kind: 'table', parts: [] } : tableOf(block);
      case 'map':
        return mapOf(block);
      case 'chart': {
        const chart = block.draw(language);
        const svg = shown(chartSvg(chart)).replaceAll('font-family="sans-serif"', 'font-family="Hourmatch Sans"');
        return {
          kind: 'chart',
          title: block.title === undefined ? '' : text(block.title),
          detail: block.detail === undefined ? '' : text(block.detail),
          label: shown(chart.label),
          file: file('chart.svg', Buffer.from(svg)),
          wide: chart.width > 640,
          legend: block.legend.map(({ name, colour, line }) => ({
            name: keptWhole(text(name)),
            colour,
            line: line ?? null,
          })),
        };
      }
      case 'group':
        return block.title === undefined
          ? { kind: 'columns', blocks: block.blocks.map(blockOf) }
          : { kind: 'group', title: text(block.title), blocks: block.blocks.map(blockOf) };
      default: {
        const never: never = block;
        throw new TypeError(`unknown block ${String(never)}`);
      }
    }
  };
  const { title, subtitle, verdict, synthetic, facts, seal, sections } = content;
  const made = new Date(seal.createdAt);
  const data = {
    title: text(title),
    author: `hourmatch ${seal.hourmatchVersion}`,
    language: language.code,
    direction: language.direction,
    date: { year: made.getUTCFullYear(), month: made.getUTCMonth() + 1, day: made.getUTCDate() },
    subtitle: text(subtitle),
    tone: verdict.tone,
    headline: text(verdict.headline),
    detail: text(verdict.detail),
    synthetic: synthetic === undefined ? '' : text(synthetic),
    mark: synthetic === undefined ? null : text(say('SYNTHETIC PROFILES – NOT MEASURED')),
    facts: facts.map(({ value, name }) => ({ value: text(value), name: text(name) })),
    seal: `${text(sealWords(seal))}: ${seal.resultSha256}`,
    foot: text(sealWords(seal)),
    sections: sections.map(({ title: heading, blocks }) => ({ title: text(heading), blocks: blocks.map(blockOf) })),
  };
  return { data, files };
}
