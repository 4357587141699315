/** What exports print among the rows of a table and below them: the header on each page, empty lines, sums, words. */
import { shown } from '../../faults.ts';
import type { RecordedWarning } from '../../recording/recording.ts';
import { cellsOfLine, eachLine, firstLines, isEmptyLine, offsetOfLine } from '../../table/rows.ts';
import { kindOfCell } from './cells.ts';
import type { UtilityLayout } from './layout.ts';

export interface RowsAlone {
  /** The text up to the last row. */
  readonly text: string;
  /** Numbers of the lines among the rows that are none. */
  readonly passedOver: ReadonlySet<number>;
  readonly warnings: readonly RecordedWarning[];
}

/** First words of lines that sum up those above, in the languages of the exports that are known. */
const sums =
  /^(grand )?(sub-?total|total|totals|totaux|sum|summe|gesamt|somme|suma|average|avg|mean|mittel|mittelwert|durchschnitt|moyenne|promedio|media|min|minimum|m[ií]nimo|max|maximum|m[aá]ximo|count|anzahl|nombre)\.?:?$/i;

/** Lines below a table that are looked at. */
const MOST_BELOW = 100;
const MOST_SHOWN = 60;

/** A star at the end, or a sentence: four words in one cell are no stamp. */
const isClosing = (only: string) => only === '*' || /^\p{L}+( [\p{L}'’]+){3}/u.test(only);

/** Words alone, or a word where rows have their stamp: a stamp that is damaged has digits left. */
function isBelow(line: string, delimiter: string, isApart: boolean): boolean {
  if (line.startsWith('#')) return true;
  const filled = (cellsOfLine(line, delimiter) ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = ''] = filled;
  if (sums.test(first) || (filled.length === 1 && isClosing(first))) return true;
  if (!isApart || kindOfCell(first) !== 'text') return false;
  return filled.length === 1 ? /^\p{L}{2}|^[*(©]/u.test(first) : !/\d/.test(first);
}

/** Where the last row ends: what follows an empty line or begins with a sum is below. */
function endOfRows(text: string, from: number, delimiter: string): number {
  const below: { readonly start: number; readonly isFirst: boolean }[] = [];
  for (let end = text.length; end >= from && below.length < MOST_BELOW; end = below.at(-1)!.start - 1) {
    const start = Math.max(text.lastIndexOf('\n', end - 1) + 1, from);
    const line = text.slice(start, end);
    const isEmpty = isEmptyLine(line, delimiter);
    if (!isEmpty && !isBelow(line, delimiter, true)) break;
    below.push({ start, isFirst: isEmpty || isBelow(line, delimiter, false) });
  }
  return below.findLast(({ isFirst }) => isFirst)?.start ?? text.length;
}

/** Lines among the rows that stand above them too, and empty ones after which rows go on. */
function passedOverIn(text: string, { firstLine, delimiter }: UtilityLayout) {
  const headings = new Set(firstLines(text, firstLine - 1));
  const [again, empty]: [number[], number[]] = [[], []];
  let before: number[] = [];
  eachLine(text, firstLine, (line, number) => {
    if (isEmptyLine(line, delimiter)) before.push(number);
    else {
      const isAgain = headings.has(line);
      if (isAgain) again.push(number);
      if (isAgain || !isBelow(line, delimiter, true)) empty.push(...before);
      before = [];
    }
    return true;
  });
  return { again, empty };
}

/** The rows of a table, where exports print a header on each page, an empty line between days, sums below. */
export function rowsAlone(text: string, layout: UtilityLayout): RowsAlone {
  const { firstLine, delimiter, header } = layout;
  const from = offsetOfLine(text, firstLine);
  const end = endOfRows(text, from, delimiter);
  const rows = text.slice(0, end);
  const below = text.slice(end).trim();
  const heading = header === undefined ? undefined : `\n${firstLines(text, header.line).at(-1)}\n`;
  // Nearly no file has such lines: these four are found in no time.
  const marks = ['\n\n', `\n${delimiter}`, '\n ', ...(heading === undefined ? [] : [heading])];
  const isBroken = marks.some((mark) => rows.includes(mark, from));
  const { again, empty } = isBroken ? passedOverIn(rows, layout) : { again: [], empty: [] };
  const warnings: RecordedWarning[] = [];
  if (again.length > 0) {
    const message = `lines from above the table stand among its rows again, ${again.length} in all: passed over`;
    warnings.push({ code: 'heading-again', message, line: again[0]! });
  }
  if (empty.length > 0) {
    const message = `empty lines stand among the rows, ${empty.length} in all: passed over`;
    warnings.push({ code: 'empty-lines', message, line: empty[0]! });
  }
  if (below !== '') {
    const message = `what stands below the table was not read: ${shown(below.slice(0, MOST_SHOWN))}`;
    warnings.push({ code: 'below-table', message });
  }
  return { text: rows, passedOver: new Set([...again, ...empty]), warnings };
}
