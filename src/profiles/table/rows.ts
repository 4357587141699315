/**
 * Lines of a text and the cells of a line. In tables of numbers no cell holds a line end, so a line is cut off first and
 * split second: line numbers stay right and a quote that is never closed spoils its own line alone.
 */
import Papa from 'papaparse';

/** Offset in the text at which a line begins, counted from 1; the length of the text where there are fewer lines. */
export function offsetOfLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  return start;
}

/** The first lines of a text, at most `most`: where formats look for their heads. */
export function firstLines(text: string, most = 100): string[] {
  return text.slice(0, offsetOfLine(text, most + 1)).split('\n', most);
}

function cellsOfQuotedLine(line: string, delimiter: string): string[] | undefined {
  // The parser alone: what `Papa.parse` sets up around it takes twice as long as one line does.
  const { data, errors } = new Papa.Parser({ delimiter, newline: '\n' }).parse(line, 0, false) as Papa.ParseResult<
    string[]
  >;
  return errors.length === 0 && data.length <= 1 ? (data[0] ?? ['']) : undefined;
}

/** Every cell in quotes and no quote inside one, as whole exports are written: ten times faster than in general. */
function cellsAllQuoted(line: string, delimiter: string): string[] | undefined {
  if (!line.startsWith('"') || !line.endsWith('"')) return undefined;
  const cells = line.slice(1, -1).split(`"${delimiter}"`);
  return cells.length > 1 && !cells.some((cell) => cell.includes('"')) ? cells : undefined;
}

/**
 * The cells of one line, or undefined where its quotes do not pair up. A line that is one quoted cell and holds the
 * delimiter inside is a line of another program's making, saved again by a spreadsheet that took it for one cell.
 */
export function cellsOfLine(line: string, delimiter: string): string[] | undefined {
  if (!line.includes('"')) return line.split(delimiter);
  const quoted = cellsAllQuoted(line, delimiter);
  if (quoted !== undefined) return quoted;
  const cells = cellsOfQuotedLine(line, delimiter);
  const [only = ''] = cells ?? [];
  if (cells?.length !== 1 || !line.startsWith('"') || !only.includes(delimiter)) return cells;
  return only.includes('"') ? cellsOfQuotedLine(only, delimiter) : only.split(delimiter);
}

/** True for an empty line, also as spreadsheets pad it with delimiters. */
export function isEmptyLine(line: string, delimiter: string): boolean {
  if (line.length > 0 && line[0] !== delimiter && line[0] !== ' ') return false;
  return line.replaceAll(delimiter, '').trim() === '';
}

/**
 * Gives where every line from `firstLine` on begins and ends, with its number from 1, until `visit` returns false. A line
 * end at the end of the text begins no further line.
 */
export function eachSpan(
  text: string,
  firstLine: number,
  visit: (from: number, to: number, number: number) => boolean,
): void {
  let number = firstLine;
  for (let start = offsetOfLine(text, firstLine); start < text.length; number++) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (!visit(start, end, number)) return;
    start = end + 1;
  }
}

/** As `eachSpan`, with the lines themselves. */
export function eachLine(text: string, firstLine: number, visit: (line: string, number: number) => boolean): void {
  eachSpan(text, firstLine, (from, to, number) => visit(text.slice(from, to), number));
}

/** Lines from `firstLine` on. */
export function countLines(text: string, firstLine: number): number {
  let count = 0;
  eachSpan(text, firstLine, () => {
    count++;
    return true;
  });
  return count;
}

/** `=1+1`, `@SUM(A1)`, `+cmd`, `-(1)`, `-2+3`: what a spreadsheet would run; its result is not in the file. */
const formula = /^(?:[=@]|[+-](?:[A-Za-z(]|[\d.,]+[-+*/^&|(]))/;

export function isFormula(cell: string): boolean {
  return formula.test(cell);
}
