/** Tables that are laid out in another way than one row for each step, and how to lay them out so. */
import { refuse } from '../../faults.ts';
import { cellsOfLine, eachLine } from '../../table/rows.ts';
import type { Table } from '../../table/table.ts';
import { kindOfCell } from './cells.ts';
import type { UtilityLayout } from './layout.ts';
import type { SampledColumn } from './sample.ts';
import { cellsOfTime, type TimeColumns } from './time.ts';

/** Hours of a day on which clocks are put forward. */
const LEAST_HOURS = 23;
const hourName = /^(?:h|he|hr|hour|heure|stunde)?[ _]?(\d{1,2})(?::\d{2}|h\d{0,2})?(?::00)?$/i;

/** @throws ProfileError for a header of the hours of a day: `Date,H01,…,H24`, `Date,00:00,…,23:00` */
export function refuseDaysInRows({ header }: UtilityLayout, file: string): void {
  if (header === undefined) return;
  const hours = header.cells.filter((cell) => Number(hourName.exec(cell.trim())?.[1] ?? Number.NaN) <= 24);
  if (hours.length < LEAST_HOURS || new Set(hours).size < LEAST_HOURS) return;
  const problem = `${hours.length} columns named after times of the day, ${hours[0]} to ${hours.at(-1)}: one row for each day`;
  const expected = 'one row per hour: the date, the hour and its value in three columns';
  refuse(file, 'profile.bad-header', { where: 'header', line: header.line }, problem, expected);
}

const MOST_SERIES = 50;
const MOST_SHOWN = 4;
/** Clocks that are put back repeat fewer rows. */
const LEAST_REPEATED = 0.2;

/** As nearly every file is, which needs no more looking at. */
function isRising(clockMinutes: Float64Array): boolean {
  for (let row = 1; row < clockMinutes.length; row++) if (!(clockMinutes[row]! > clockMinutes[row - 1]!)) return false;
  return true;
}

/**
 * Looked for in the columns of text first, then in whole numbers such as those of stations.
 *
 * @throws ProfileError where the rows of several series stand among or below each other, named by a column
 */
export function refuseSeriesInRows(
  text: string,
  { delimiter, firstLine }: UtilityLayout,
  columns: readonly SampledColumn[],
  time: TimeColumns,
  { clockMinutes, lines }: Table,
  file: string,
): void {
  if (isRising(clockMinutes)) return;
  const stamps = clockMinutes.filter((minutes) => !Number.isNaN(minutes));
  const distinct = new Set(stamps).size;
  if (stamps.length - distinct < LEAST_REPEATED * stamps.length) return;
  const rowOfLine = new Map(Array.from(lines, (line, row) => [line, row]));
  const isName = ({ cell, texts, count }: SampledColumn) =>
    !cellsOfTime(time).includes(cell) &&
    count('date') + count('stamp') + count('time') === 0 &&
    texts.every((one) => /^\d+$/.test(one) || kindOfCell(one) !== 'number');
  const found = columns
    .filter(isName)
    .toSorted((a, b) => b.count('text') - a.count('text'))
    .map((column) => ({ column, names: new Set<string>(), seen: new Set<string>() }));
  eachLine(text, firstLine, (line, number) => {
    const row = rowOfLine.get(number);
    if (row === undefined || Number.isNaN(clockMinutes[row]!)) return true;
    const cells = cellsOfLine(line, delimiter) ?? [];
    for (const { column, names, seen } of found) {
      if (names.size > MOST_SERIES) continue;
      const name = (cells[column.cell] ?? '').trim();
      names.add(name);
      seen.add(`${clockMinutes[row]} ${name}`);
    }
    return true;
  });
  const telling = found.find(
    ({ names, seen }) => names.size > 1 && 2 * names.size <= stamps.length && seen.size === stamps.length,
  );
  if (telling === undefined) return;
  const { column, names } = telling;
  const where = column.header || `column ${column.cell + 1}`;
  const listed = [...names].slice(0, MOST_SHOWN).map((name) => JSON.stringify(name.slice(0, 40)));
  const more = names.size > MOST_SHOWN ? `, … (${names.size})` : '';
  const problem = `rows of several series: ${where} is ${listed.join(', ')}${more}, and each stamp stands once for each`;
  const place = { where, line: firstLine, column: column.cell + 1 };
  refuse(file, 'profile.duplicate', place, problem, `the rows of one series in a file, or a column for each`);
}
