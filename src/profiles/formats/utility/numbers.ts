/** Decimal comma or point, from all numbers of a file: `0,42` and `1.092,97` are decided, `1,092` alone is not. */
import { refuse, shown } from '../../faults.ts';
import type { NumberRules } from '../../table/numbers.ts';
import { cellsOfLine, eachLine, offsetOfLine } from '../../table/rows.ts';
import type { FormatAnswers } from '../format.ts';
import { missingMarks } from './cells.ts';
import type { UtilityLayout } from './layout.ts';

/** What a cell proves about a sign as the decimal sign. */
const proofOf = (sign: string, other: string) =>
  new RegExp(
    [
      // Not three digits behind it, or too many or a zero before it: no thousands.
      `^\\d+${sign}(\\d{1,2}|\\d{4,})$`,
      `^(0\\d*|\\d{4,})${sign}\\d+$`,
      // Groups with the other sign.
      `^\\d{1,3}(${other}\\d{3})+${sign}\\d+$`,
      `^\\d{1,3}(${other}\\d{3}){2,}$`,
      // Groups with a space or an apostrophe.
      `^\\d{1,3}([ '\\u00a0\\u202f]\\d{3})+${sign}\\d+$`,
      `^\\d+${sign}\\d+[eE][+-]?\\d+$`,
    ].join('|'),
  );
const provesComma = proofOf(',', '\\.');
const provesPoint = proofOf('\\.', ',');
const undecided = /^[1-9]\d{0,2}[,.]\d{3}$/;
const groups = /^\d{1,3}(?:([ '\u00a0\u202f])\d{3})+(?:[.,]\d+)?$/;

/** Looked at even when the decimal sign is known, for signs between thousands. */
const LEAST_ROWS = 2000;

/** Whole numbers beside which `1.004` may be the thousand that follows them, in any file. */
const whole = /^[1-9]\d{2}$/;

interface Evidence {
  decimal?: 'point' | 'comma';
  /** What a cell suggests that proves nothing; counts where no cell of the file does. */
  likely?: 'point';
  separator?: string;
  open?: Undecided;
}

interface Undecided {
  readonly line: number;
  readonly column: number;
  readonly cell: string;
}

function gather(text: string, { delimiter, firstLine }: UtilityLayout, columns: readonly number[]): Evidence {
  // Clocks of twelve hours go with points and with commas between thousands.
  const [firstRow = ''] = text.slice(offsetOfLine(text, firstLine)).split('\n', 1);
  const evidence: Evidence = /\d ?[AP]M\b/.test(firstRow) ? { likely: 'point' } : {};
  /** Columns of commas with points in numbers, by what they hold first. */
  const pointed = new Map<number, Undecided>();
  const hundreds = new Set<number>();
  eachLine(text, firstLine, (line, number) => {
    const cells = cellsOfLine(line, delimiter) ?? [];
    for (const column of columns) {
      const cell = (cells[column] ?? '').trim().replace(/^-|\s?[^\d.,]+$/g, '');
      if (cell.length === 3 && whole.test(cell)) hundreds.add(column);
      const separator = groups.exec(cell)?.[1];
      if (separator !== undefined) evidence.separator ??= /\s/.test(separator) ? ' ' : separator;
      if (!/[.,]/.test(cell)) continue;
      if (provesComma.test(cell)) evidence.decimal ??= 'comma';
      else if (provesPoint.test(cell)) evidence.decimal ??= 'point';
      else if (undecided.test(cell)) {
        const found = { line: number, column: column + 1, cell };
        // In a comma-separated file a comma inside a number needs quotes, and nobody quotes a point.
        if (delimiter !== ',' || !cell.includes('.')) evidence.open ??= found;
        else if (!pointed.has(column)) pointed.set(column, found);
      }
    }
    return evidence.decimal === undefined || number < firstLine + LEAST_ROWS;
  });
  for (const [column, found] of pointed) {
    if (hundreds.has(column)) evidence.open ??= found;
    else evidence.likely ??= 'point';
  }
  if (evidence.open !== undefined && pointed.has(evidence.open.column - 1)) delete evidence.likely;
  return evidence;
}

/** @throws ProfileError that names the option where only numbers such as `1,092` stand in the file */
export function utilityNumbers(
  text: string,
  layout: UtilityLayout,
  columns: readonly number[],
  answers: FormatAnswers,
  file: string,
): NumberRules {
  const { decimal: found, likely, separator, open } = gather(text, layout, columns);
  const decimal = answers.decimal ?? found ?? likely ?? (open === undefined ? 'point' : undefined);
  if (decimal === undefined) {
    const { line, column, cell } = open!;
    const problem = `${shown(cell)} may be one and some thousandths or a thousand and more; no number of the file decides`;
    return refuse(
      file,
      'profile.bad-number',
      { where: 'file', line, column },
      problem,
      'the option --decimal point|comma; in a scenario, decimal: comma',
    );
  }
  const missing = [...missingMarks, ...(answers.missing ?? [])];
  return { decimal, thousands: separator ?? (decimal === 'point' ? ',' : '.'), missing, mayBePadded: true };
}
