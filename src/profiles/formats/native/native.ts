/**
 * The native format, which every other is brought to. A text of UTF-8, lines ended by LF or CR LF, the last one too (a
 * file without that end may have been cut off inside a number); a byte order mark may stand at the very start.
 *
 * ```
 * # hourmatch profile
 * # synthetic: true
 * # source: where the numbers come from
 * time [UTC],boujdour_wind [capacityFactor],casablanca_pue [pue],inference_load [relative]
 * 2005-01-01T00:00Z,0.5123,1.21,0.98
 * ```
 *
 * 1. First line exactly `# hourmatch profile`. Then comment lines `# key: value`, keys in lower case. `synthetic` must
 *    be there once, `true` or `false`; `typical-year: true` and `filled-hours: 24` may be, and travel into results; so may
 *    `currency: EUR`, that of its prices; `source` and all others are for people. No comments after the header.
 * 2. The header: `time [UTC]`, then 1…256 cells `name [unit]`. Names begin with a letter, go on with letters, digits,
 *    `_`, `.`, `-`, and differ. Units and their ranges: quantity.ts.
 * 3. One row per hour of exactly one calendar year, in order: 8,760 or 8,784. The stamp is the START of the hour in UTC,
 *    `YYYY-MM-DDTHH:MMZ`, years 1900…2199. Numbers: `-`, digits, point and digits, exponent (`12`, `-0.5`, `1.2e-3`).
 *    Commas between cells, no quotes, no spaces, no empty cells, no empty lines.
 *
 * Nothing is coerced, clamped, filled or dropped: a file that breaks a rule is refused with all its faults.
 */

import { FaultList, refuse } from '../../faults.ts';
import { checkCalendar } from '../../hours/calendar.ts';
import type { HourlyProfile, ProfileProvenance } from '../../profile.ts';
import { Row } from '../../table/row.ts';
import { eachSpan } from '../../table/rows.ts';
import type { Opening, ProfileContent, ProfileFormat } from '../format.ts';
import { firstLine, type NativeComments, readComments, readHeader, timeHeader } from './head.ts';
import { NativeTable } from './table.ts';

/** More than two years: such a file is refused by its length before its cells are read. */
const MOST_ROWS = 20_000;

/** A header with another delimiter belongs to another format, whatever the comments say. */
function recognises(opening: Opening): boolean {
  const { firstBareLine } = opening;
  if (firstBareLine === timeHeader || firstBareLine.startsWith(`${timeHeader},`)) return true;
  return opening.firstLine.startsWith(firstLine) && !/[;\t|]/.test(firstBareLine);
}

/** Rows after the header, whose text begins at `headerStart`. */
function countRows(text: string, headerStart: number): number {
  let rows = text.endsWith('\n') ? -1 : 0;
  for (let at = text.indexOf('\n', headerStart); at !== -1; at = text.indexOf('\n', at + 1)) rows++;
  return rows;
}

/** Header and rows: without quoting, one line is one row, so that a quote that is never closed spoils its own line alone. */
function readTable(text: string, file: string, headerLine: number, header: string, rows: number, faults: FaultList) {
  const columns = readHeader(header.split(','), headerLine, faults);
  const table = new NativeTable(file, columns, rows);
  const row = new Row(text, ',', columns.length + 1, 'none');
  eachSpan(text, headerLine + 1, (from, to, line) => {
    row.take(from, to);
    table.addRow(row, line);
    return true;
  });
  return { columns, table };
}

/**
 * Reads a text in the native format (lines ended by LF, no byte order mark).
 * @throws ProfileError with every fault: comments and header, calendar, then rows from top to bottom.
 */
export function parseNative(text: string, file: string): ProfileContent {
  const faults = new FaultList(file);
  const { synthetic, headerLine, headerStart, ...origin } = readComments(text, faults);
  const rows = countRows(text, headerStart);
  if (rows > MOST_ROWS) {
    const place = { where: timeHeader, line: headerLine + rows, column: 1 };
    const expected = 'one calendar year in each file: 8760 rows, in leap years 8784';
    refuse(file, 'profile.wrong-length', place, `${rows} rows`, expected);
  }
  if (!text.endsWith('\n')) {
    faults.add('profile.bad-row', { where: 'row', line: headerLine + rows }, () => ({
      problem: 'the last line has no line end: the file may have been cut off',
      expected: 'a line end after the last row; add one if the row is whole',
    }));
  }
  const [header = ''] = text.slice(headerStart).split('\n', 1);
  if (header === '' && rows <= 0) {
    faults.add('profile.bad-header', { where: 'header', line: headerLine, column: 1 }, () => ({
      problem: 'no header and no rows',
      expected: `${timeHeader},name [unit],… after the comment lines`,
    }));
    faults.throwIfAny();
  }
  const { columns, table } = readTable(text, file, headerLine, header, rows, faults);
  const calendar = checkCalendar({
    file,
    where: timeHeader,
    column: 1,
    instants: table.instants.subarray(0, table.rowCount),
    lines: table.lines,
  });
  faults.throwIfAny(calendar.faults, table.faults);
  const { year } = calendar;
  if (year === undefined || synthetic === undefined) throw new Error(`${file}: a fault was not reported`);
  const series = columns.map(({ name, unit }, index): HourlyProfile => {
    if (unit === undefined) throw new Error(`${file}: a fault was not reported`);
    const { currency } = origin;
    const isMoney = unit === 'pricePerMWh' && currency !== undefined;
    return { name, unit, year, values: table.values[index]!, ...(isMoney ? { currency } : {}) };
  });
  const { warnings } = origin;
  return { synthetic, year, columns: series, ...provenanceOf(origin), ...(warnings.length > 0 ? { warnings } : {}) };
}

/** Only where the file says something: most native files hold what they hold. */
function provenanceOf({
  isTypicalYear,
  filledHours,
  warnings,
}: Pick<NativeComments, 'isTypicalYear' | 'filledHours' | 'warnings'>): { provenance?: ProfileProvenance } {
  if (!isTypicalYear && filledHours === 0 && warnings.length === 0) return {};
  const provenance: ProfileProvenance = {
    why: 'its comment lines say so',
    zone: 'UTC',
    label: 'stamps begin their intervals',
    stepMinutes: 60,
    isTypicalYear,
    columns: [],
    filledBefore: filledHours,
    warnings: warnings.map(({ message }) => message),
  };
  return { provenance };
}

export const nativeFormat: ProfileFormat = {
  name: 'native',
  beginning: `"${firstLine}", comment lines "# key: value", then the header "${timeHeader},name [unit],…" with commas`,
  recognises,
  read: parseNative,
};
