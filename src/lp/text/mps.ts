/** A program as MPS in free format, the oldest text that every solver reads. */

import type { LinearProgram } from '../linear-program.ts';
import { columnNames, describeBlocks, rowNames } from './labels.ts';
import { numeral, requireOrderedBounds } from './numbers.ts';

/** No row of the program is called so. */
const OBJECTIVE = 'cost';

/**
 * The whole program as text, a minimisation. Reading it gives the same numbers to the last bit, except where a ranged
 * row's width, the only thing MPS can say of it, has to be rounded.
 *
 * @throws RangeError for numbers that are not finite and for crossed bounds.
 */
export function programToMps(program: LinearProgram): string {
  requireOrderedBounds(program);
  const columns = columnNames(program);
  const rows = rowNames(program);
  let text = '';
  for (const line of describeBlocks(program)) text += `* ${line}\n`;
  text += `NAME program FREE\nROWS\n N ${OBJECTIVE}\n`;
  rows.forEach((name, row) => {
    text += ` ${rowType(program, row)} ${name}\n`;
  });
  text += `COLUMNS\n${coefficients(program, columns, rows)}RHS\n`;
  // By convention the objective's right-hand side is its constant with the sign turned.
  if (program.objectiveConstant !== 0) text += ` RHS ${OBJECTIVE} ${numeral(-program.objectiveConstant)}\n`;
  rows.forEach((name, row) => {
    const side = rightHandSide(program, row);
    if (side !== 0) text += ` RHS ${name} ${numeral(side)}\n`;
  });
  text += 'RANGES\n';
  rows.forEach((name, row) => {
    if (isRanged(program, row)) text += ` RNG ${name} ${numeral(program.rowUpper[row]! - program.rowLower[row]!)}\n`;
  });
  text += 'BOUNDS\n';
  columns.forEach((name, column) => {
    text += bounds(name, program.columnLower[column]!, program.columnUpper[column]!);
  });
  return `${text}ENDATA\n`;
}

function isRanged(program: LinearProgram, row: number): boolean {
  const lower = program.rowLower[row]!;
  const upper = program.rowUpper[row]!;
  return Number.isFinite(lower) && Number.isFinite(upper) && lower !== upper;
}

function rowType(program: LinearProgram, row: number): 'N' | 'L' | 'G' | 'E' {
  const lower = program.rowLower[row]!;
  const upper = program.rowUpper[row]!;
  if (lower === upper) return 'E';
  if (isRanged(program, row)) return statesUpper(lower, upper) ? 'L' : 'G';
  if (Number.isFinite(lower)) return 'G';
  return Number.isFinite(upper) ? 'L' : 'N';
}

function rightHandSide(program: LinearProgram, row: number): number {
  const type = rowType(program, row);
  if (type === 'N') return 0;
  return (type === 'L' ? program.rowUpper : program.rowLower)[row]!;
}

/** A ranged row states one side and the width; the upper side only where the lower plus the width would miss it. */
function statesUpper(lower: number, upper: number): boolean {
  const width = upper - lower;
  return lower + width !== upper && upper - width === lower;
}

function coefficients(program: LinearProgram, columns: readonly string[], rows: readonly string[]): string {
  const { start, rowIndex, coefficient } = byColumn(program);
  let text = '';
  columns.forEach((name, column) => {
    const cost = program.objective[column]!;
    // A column without any entry would not exist.
    if (cost !== 0 || start[column] === start[column + 1]) text += ` ${name} ${OBJECTIVE} ${numeral(cost)}\n`;
    for (let entry = start[column]!; entry < start[column + 1]!; entry++) {
      text += ` ${name} ${rows[rowIndex[entry]!]} ${numeral(coefficient[entry]!)}\n`;
    }
  });
  return text;
}

/** The coefficients again, compressed by column: entries `start[c] … start[c + 1] − 1`, rows ascending. */
function byColumn(program: LinearProgram) {
  const start = new Int32Array(program.columnCount + 1);
  for (const column of program.columnIndex) start[column + 1]! += 1;
  for (let column = 0; column < program.columnCount; column++) start[column + 1]! += start[column]!;
  const next = start.slice();
  const rowIndex = new Int32Array(program.coefficient.length);
  const coefficient = new Float64Array(program.coefficient.length);
  for (let row = 0; row < program.rowCount; row++) {
    for (let entry = program.rowStart[row]!; entry < program.rowStart[row + 1]!; entry++) {
      const to = next[program.columnIndex[entry]!]!++;
      rowIndex[to] = row;
      coefficient[to] = program.coefficient[entry]!;
    }
  }
  return { start, rowIndex, coefficient };
}

/** Where nothing is said a column lies between 0 and +∞. */
function bounds(name: string, lower: number, upper: number): string {
  if (lower === upper) return ` FX BND ${name} ${numeral(lower)}\n`;
  const hasUpper = upper !== Number.POSITIVE_INFINITY;
  if (lower === Number.NEGATIVE_INFINITY && !hasUpper) return ` FR BND ${name}\n`;
  // The lower bound first: some readers make it −∞ when they meet an upper bound that is negative.
  let text = '';
  if (lower === Number.NEGATIVE_INFINITY) text = ` MI BND ${name}\n`;
  else if (lower !== 0) text = ` LO BND ${name} ${numeral(lower)}\n`;
  return hasUpper ? `${text} UP BND ${name} ${numeral(upper)}\n` : text;
}
