/** What is said of a text that no format takes: what in it looks like time and numbers, what it is nearest to, what leads on. */

import { refuse, shown } from '../faults.ts';
import { cellsOfLine } from '../table/rows.ts';
import type { ForeignFormat } from './format.ts';
import { kindOfCell } from './utility/cells.ts';

const delimiters = [';', '\t', '|', ','] as const;
const MOST_LOOKED_AT = 30;
const MONTHS = 12;
const monthName =
  /^(jan|feb|fev|fév|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aoû|aou|sep|oct|okt|nov|dec|déc|dez)[a-zéû]{0,7}\.?$/i;

const tableWords =
  'a table with one row for each step, "2021-01-01 00:00;12.5" below "time (UTC);name [unit]"; numbers alone with --start 2021-01-01T00:00';

/** @throws ProfileError (profile.unknown-format) for months and hours of an average day, which hold no weather */
export function refuseShape(lines: readonly string[], file: string): void {
  const rows = lines.filter((line) => line.trim() !== '');
  const cells = rows.map((line) => line.split(/[;,\t|]/).map((cell) => cell.trim().replace(/^"|"$/g, '')));
  const down = cells.filter(([first = '']) => monthName.test(first)).length;
  const across = Math.max(0, ...cells.map((row) => row.filter((cell) => monthName.test(cell)).length));
  if (down !== MONTHS && across < MONTHS) return;
  const problem = 'means of months, as of the Global Solar Atlas and the Global Wind Atlas: no hours';
  const expected =
    'every hour of a year, since means hold no calm and no dark week; PVGIS, Open-Meteo, renewables.ninja and ERA5 have hours of any place';
  refuse(file, 'profile.unknown-format', { where: 'file', line: 1 }, problem, expected);
}

/** @throws ProfileError (profile.unknown-format), always */
export function refuseUnknown(lines: readonly string[], formats: readonly ForeignFormat[], file: string): never {
  refuseNearlyTable(lines, file);
  const filled = lines.filter((line) => line.trim() !== '').slice(0, MOST_LOOKED_AT);
  const nearest = nearestOf(filled.join('\n'), formats);
  const expected = nearest === undefined ? tableWords : `${nearest}; or ${tableWords}`;
  const problem = `begins ${shown(filled[0] ?? '')}: ${looksOf(filled)}`;
  return refuse(file, 'profile.unknown-format', { where: 'file', line: 1 }, problem, expected);
}

/** `2021;01;13;1;45.20;`, as the Iberian market publishes it: only the names lack. */
const dateInCells = /^(19|20)\d\d([;,\t])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])\2\d{1,3}\2/;

/** @throws ProfileError for a page of the web, and for rows whose parts of the date have no names */
function refuseNearlyTable(lines: readonly string[], file: string): void {
  const refuseIt = (line: number, problem: string, expected: string) =>
    refuse(file, 'profile.unknown-format', { where: 'file', line }, problem, expected);
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(lines[0] ?? '')) {
    refuseIt(
      1,
      'a page of the web or XML under the name of a table',
      'the same opened in a spreadsheet and saved as CSV or XLSX',
    );
  }
  const at = lines.findIndex((line) => dateInCells.test(line));
  if (at === -1) return;
  const sign = dateInCells.exec(lines[at]!)![2]!;
  const names = [
    'year',
    'month',
    'day',
    'hour',
    ...lines[at]!.split(sign)
      .slice(4)
      .map((_, cell) => `value_${cell + 1}`),
  ];
  const expected = `a line of names in place of what stands above them: ${names.join(sign)}`;
  refuseIt(at + 1, 'rows of year, month, day and hour without names above them', expected);
}

/** Columns that look like time, and like numbers, in words. */
function looksOf(lines: readonly string[]): string {
  if (/^\s*[[{<]/.test(lines[0] ?? '')) return 'no rows of cells';
  const last = lines.at(-1) ?? '';
  const delimiter = delimiters.find((sign) => last.includes(sign));
  if (delimiter === undefined) {
    return /\S\s+-?\d/.test(last) ? 'cells parted by spaces, where ";", a tab or "," is needed' : 'no rows of cells';
  }
  const cells = cellsOfLine(last, delimiter) ?? [''];
  const of = (kinds: readonly string[]) =>
    cells.flatMap((cell, at) => (kinds.includes(kindOfCell(cell.trim(), 'compact')) ? [at + 1] : []));
  const [times, numbers] = [of(['stamp', 'date', 'time', 'interval', 'range']), of(['number'])];
  const columns = (found: readonly number[]) =>
    `column${found.length === 1 ? '' : 's'} ${found.slice(0, 5).join(', ')}`;
  const ofTime = times.length === 0 ? `no column of stamps (${shown(cells[0]!.trim())})` : `time in ${columns(times)}`;
  return `${ofTime}, ${numbers.length === 0 ? 'none of numbers' : `numbers in ${columns(numbers)}`}`;
}

const LEAST_SHARE = 0.4;
const MOST_LACKING = 3;

/** The format with most of its words in the text, and the words that lack. */
function nearestOf(text: string, formats: readonly ForeignFormat[]): string | undefined {
  const present = new Set(text.toLowerCase().match(/[a-z][\w()]{2,}/g));
  const judged = formats.map(({ name, beginning }) => {
    const quoted = (beginning.match(/"[^"]+"/g) ?? []).join(' ');
    const words = [...new Set(quoted.match(/[A-Za-z][\w()]{2,}/g))];
    const lacking = words.filter((word) => !present.has(word.toLowerCase()));
    return { name, lacking, share: words.length < 2 ? 0 : 1 - lacking.length / words.length };
  });
  const [best] = judged.toSorted((a, b) => b.share - a.share);
  if (best === undefined || best.share < LEAST_SHARE) return undefined;
  const lacks = best.lacking.slice(0, MOST_LACKING).map((word) => JSON.stringify(word));
  return `nearest to ${best.name}${lacks.length === 0 ? '' : `, which has ${lacks.join(', ')} as well`}`;
}
