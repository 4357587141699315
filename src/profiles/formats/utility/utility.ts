/**
 * Exports of utilities, control systems and spreadsheets that follow no format of their own: a column of stamps and
 * columns of numbers, `;`, tab or `,` between cells, decimal comma or point, with or without header. What the file does
 * not say stays open: clock and label `unstated`, units undefined. Recognised last, since it recognises any such table.
 */
import { type FaultList, refuse } from '../../faults.ts';
import type { Label, RecordedColumn, RecordedWarning, Recording } from '../../recording/recording.ts';
import { recordingOf } from '../../table/head.ts';
import { MOST_COLUMNS } from '../../table/room.ts';
import { firstLines } from '../../table/rows.ts';
import { stepOf } from '../../table/stamps.ts';
import { readTable, type Table } from '../../table/table.ts';
import type { ForeignFormat, ForeignText, FormatAnswers } from '../format.ts';
import { rowsAlone } from './around-rows.ts';
import { kindOfCell } from './cells.ts';
import { type UtilityColumns, utilityColumns } from './columns.ts';
import { type UtilityLayout, utilityLayoutIn } from './layout.ts';
import { utilityNumbers } from './numbers.ts';
import { refuseDaysInRows, refuseSeriesInRows } from './other-layouts.ts';
import { labelOf, siteNamed, zoneOf } from './preamble.ts';
import { inTimeOrder, onSteps } from './row-order.ts';
import { sampleColumns } from './sample.ts';
import { checkLengths, dateOrderOf, utilityStamps } from './stamps.ts';
import { cellsOfTime, timeColumnsOf } from './time.ts';

function layoutOf(text: string, answers: FormatAnswers, file: string): UtilityLayout {
  const layout = utilityLayoutIn(firstLines(text));
  if (layout === undefined) {
    return refuse(file, 'profile.bad-header', { where: 'file', line: 1 }, 'no row with a date and a number', 'a table');
  }
  refuseDaysInRows(layout, file);
  const { header, firstLine, delimiter, width } = layout;
  if (width > MOST_COLUMNS) {
    const place = { where: 'header', line: header?.line ?? firstLine };
    refuse(file, 'profile.bad-header', place, `${width} columns`, `at most ${MOST_COLUMNS} columns`);
  }
  // A row whose stamp cannot be read looks like a header with numbers in it, and would be lost.
  const odd = header?.cells.findIndex((cell) => !['text', 'missing'].includes(kindOfCell(cell.trim()))) ?? -1;
  if (header !== undefined && odd !== -1) {
    const place = { where: 'header', line: header.line, column: odd + 1 };
    const problem = `"${header.cells[odd]!.slice(0, 40)}" is no name: the line is neither a header nor a row`;
    refuse(file, 'profile.bad-header', place, problem, 'a header of names, or a row that begins with a stamp');
  }
  const isBare = header === undefined && delimiter === ',' && answers.decimal === undefined;
  if (isBare && width > 2 && !/\d\.\d/.test(firstLines(text).join('\n'))) {
    const problem = 'without a header, commas may part columns or be decimal signs';
    const expected = 'a header, or the option --decimal point|comma; in a scenario, decimal: comma';
    refuse(file, 'profile.bad-row', { where: 'file', line: firstLine }, problem, expected);
  }
  return layout;
}

/** Codes of data loggers for a missing value, written as numbers. */
const missingCodes = new Set([-999, -9999]);

function withoutCodes(values: Float64Array): { values: Float64Array; count: number } {
  let count = 0;
  for (let row = 0; row < values.length; row++) if (values[row]! < 0 && missingCodes.has(values[row]!)) count++;
  return {
    values: count === 0 ? values : values.map((value) => (missingCodes.has(value) ? Number.NaN : value)),
    count,
  };
}

function columnsOf({ series, skipped }: UtilityColumns, table: Table) {
  const columns: RecordedColumn[] = [];
  const warnings: RecordedWarning[] = [];
  const left = [...skipped];
  series.forEach(({ head }, index) => {
    const { values, count } = withoutCodes(table.values[index]!);
    if (count > 0) {
      const message = `${head.name}: ${count} values of -999 or -9999 are taken for missing`;
      warnings.push({ code: 'missing-codes', message });
    }
    if (values.every((value) => Number.isNaN(value))) left.push(head.name);
    else columns.push({ ...head, values });
  });
  if (left.length > 0) {
    const message = `columns without numbers were not read: ${left.join(', ')}`;
    warnings.push({ code: 'columns-skipped', message });
  }
  return { columns, warnings };
}

/** `CET` may be a clock of winter time all year or of summer time for half of it: the zone is asked for. */
function lettersWarnings(letters: string | undefined, line: number): RecordedWarning[] {
  if (letters === undefined) return [];
  const message = `stamps end in ${letters}, which several clocks go by: state the zone, such as +01:00 or Europe/Brussels`;
  return [{ code: 'zone-in-letters', message, line }];
}

function read({ text: original }: ForeignText, faults: FaultList, answers: FormatAnswers): Recording {
  // Some exports end their lines with CR CR LF, of which one CR is left here.
  const lines = original.includes('\r') ? original.replace(/\r+(?=\n|$)/g, '') : original;
  const layout = layoutOf(lines, answers, faults.file);
  const { text, passedOver, warnings: ofLines } = rowsAlone(lines, layout);
  const { delimiter, firstLine, width, header, preamble } = layout;
  const sample = sampleColumns(text, layout);
  const time = timeColumnsOf(sample, layout, faults.file);
  const order = dateOrderOf(text, layout, time, answers, faults.file);
  const stamps = utilityStamps(time, order);
  const timeCells = cellsOfTime(time);
  const named = utilityColumns(text, sample, timeCells, layout, faults);
  const seriesCells = named.series.map(({ cell }) => cell);
  const numbers = utilityNumbers(text, layout, seriesCells, answers, faults.file);
  const rules = {
    firstLine,
    delimiter,
    width,
    ...(header === undefined ? {} : { header: header.cells }),
    mayBePadded: true,
    passedOver,
    columns: named.series,
    numbers,
    stamp: stamps.rule,
  } as const;
  const { table, warnings: ofOrder } = inTimeOrder(onSteps(readTable(text, rules, faults)));
  refuseSeriesInRows(text, layout, sample, time, table, faults.file);
  const stepMinutes = stepOf(table.clockMinutes);
  if (stepMinutes === undefined) {
    faults.throwIfAny();
    const [problem, expected] = ['no two rows one after the other', 'one row for each step of time'];
    return refuse(faults.file, 'profile.wrong-length', { where: 'file', line: firstLine }, problem, expected);
  }
  checkLengths(stamps.lengths, stepMinutes, table.lines, stamps.rule, faults);
  const { columns, warnings } = columnsOf(named, table);
  const told = labelOf(preamble, time.first.header);
  const lettersWarning = lettersWarnings(stamps.letters, firstLine);
  const label: Label = time.label ?? (told.kind === 'unstated' ? (stamps.label() ?? told) : told);
  const site = siteNamed(preamble);
  const what = header === undefined ? 'without a header' : `with the header in line ${header.line}`;
  return recordingOf(table, {
    why: `a table ${what}, rows from line ${firstLine} on, "${delimiter === '\t' ? 'tab' : delimiter}" between cells, and no known format`,
    zone: stamps.zone ?? zoneOf(preamble, time.first.header),
    label,
    stepMinutes,
    columns,
    site,
    ...(stamps.midnights.length > 0 ? { midnights: Float64Array.from(stamps.midnights) } : {}),
    warnings: [...ofLines, ...ofOrder, ...named.warnings, ...warnings, ...lettersWarning],
  });
}

/** In one pass: a pattern would look at every run of returns again from each return in it. */
function withoutReturns(line: string): string {
  let end = line.length;
  while (line[end - 1] === '\r') end--;
  return line.slice(0, end);
}

export const utilityFormat: ForeignFormat = {
  name: 'utility',
  beginning: 'rows with a date, a time and numbers between ";", tabs or ",", below a header or none',
  recognises: ({ lines }) => utilityLayoutIn(lines.map(withoutReturns)) !== undefined,
  record: read,
};
