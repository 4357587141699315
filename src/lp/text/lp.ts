/** A program in the LP format of CPLEX, which people can read. */

import type { LinearProgram } from '../linear-program.ts';
import { columnNames, describeBlocks, rowNames } from './labels.ts';
import { numeral, requireOrderedBounds } from './numbers.ts';

/** The format allows 560 characters a line; a term has at most 65. */
const TERMS_PER_LINE = 8;

/**
 * The whole program as text, a minimisation. A ranged row stands there twice, `_least` and `_most`: the format's way of
 * writing both sides at once is misread in silence by the readers of HiGHS 1.15 and Clp. A row without bounds is a comment.
 *
 * @throws RangeError for numbers that are not finite, for crossed bounds, and for a program without columns.
 */
export function programToLp(program: LinearProgram): string {
  if (program.columnCount === 0) throw new RangeError('The LP format cannot say a program without columns');
  requireOrderedBounds(program);
  const columns = columnNames(program);
  let text = '';
  for (const line of describeBlocks(program)) text += `\\ ${line}\n`;
  text += `Minimize\n cost:${cost(program, columns)}\nSubject To\n`;
  rowNames(program).forEach((name, row) => {
    text += constraint(program, row, name, columns);
  });
  text += 'Bounds\n';
  for (let column = 0; column < program.columnCount; column++) {
    text += bound(columns[column]!, program.columnLower[column]!, program.columnUpper[column]!);
  }
  return `${text}End\n`;
}

/** Every column, also those that cost nothing: the objective is where a column comes into being, in order. */
function cost(program: LinearProgram, columns: readonly string[]): string {
  let text = '';
  for (let column = 0; column < program.columnCount; column++) {
    text += term(program.objective[column]!, columns[column]!, column);
  }
  return program.objectiveConstant === 0 ? text : `${text}\n  ${signed(program.objectiveConstant)}`;
}

function constraint(program: LinearProgram, row: number, name: string, columns: readonly string[]): string {
  const lower = program.rowLower[row]!;
  const upper = program.rowUpper[row]!;
  const hasLower = Number.isFinite(lower);
  const hasUpper = Number.isFinite(upper);
  if (!hasLower && !hasUpper) return `\\ ${name} has no bounds\n`;
  const sum = rowSum(program, row, columns);
  if (lower === upper) return ` ${name}:${sum} = ${numeral(lower)}\n`;
  const isRanged = hasLower && hasUpper;
  const least = hasLower ? ` ${name}${isRanged ? '_least' : ''}:${sum} >= ${numeral(lower)}\n` : '';
  const most = hasUpper ? ` ${name}${isRanged ? '_most' : ''}:${sum} <= ${numeral(upper)}\n` : '';
  return least + most;
}

function rowSum(program: LinearProgram, row: number, columns: readonly string[]): string {
  const start = program.rowStart[row]!;
  const end = program.rowStart[row + 1]!;
  // A row needs a term; nothing times the first column is nothing.
  if (start === end) return term(0, columns[0]!, 0);
  let text = '';
  for (let entry = start; entry < end; entry++) {
    text += term(program.coefficient[entry]!, columns[program.columnIndex[entry]!]!, entry - start);
  }
  return text;
}

function term(coefficient: number, name: string, at: number): string {
  const isFull = at > 0 && at % TERMS_PER_LINE === 0;
  return `${isFull ? '\n  ' : ' '}${signed(coefficient)} ${name}`;
}

function signed(value: number): string {
  return value < 0 ? `- ${numeral(-value)}` : `+ ${numeral(value)}`;
}

/** Nothing for what holds anyway: between 0 and +∞. */
function bound(name: string, lower: number, upper: number): string {
  if (lower === upper) return ` ${name} = ${numeral(lower)}\n`;
  const hasLower = lower !== Number.NEGATIVE_INFINITY;
  const hasUpper = upper !== Number.POSITIVE_INFINITY;
  if (hasLower && hasUpper) return ` ${numeral(lower)} <= ${name} <= ${numeral(upper)}\n`;
  if (hasUpper) return ` -inf <= ${name} <= ${numeral(upper)}\n`;
  if (!hasLower) return ` ${name} free\n`;
  return lower === 0 ? '' : ` ${name} >= ${numeral(lower)}\n`;
}
