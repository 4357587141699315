/** What every adapter asks of its arguments before it translates them: numbers that mean something. */

import { SolverError } from '../errors.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import type { SolveOptions } from './solver.ts';

/** Finite numbers at or beyond this are infinite to most solvers, silently; here they are refused. */
const LARGEST_FINITE = 1e20;

/**
 * Refuses a program that a solver would misread or repair in silence.
 *
 * @throws SolverError naming the first fault.
 */
export function requireMeaningful(program: LinearProgram, options: SolveOptions): void {
  if (!(options.timeLimitSeconds >= 0)) {
    throw new SolverError(`the time limit is ${options.timeLimitSeconds} s, expected a number from 0 to Infinity`);
  }
  const { columnCount, rowCount, rowStart } = program;
  requireLength('objective', program.objective, columnCount);
  requireLength('columnLower', program.columnLower, columnCount);
  requireLength('columnUpper', program.columnUpper, columnCount);
  requireLength('rowLower', program.rowLower, rowCount);
  requireLength('rowUpper', program.rowUpper, rowCount);
  requireLength('rowStart', rowStart, rowCount + 1);
  requireLength('columnIndex', program.columnIndex, rowStart[rowCount] ?? 0);
  requireLength('coefficient', program.coefficient, rowStart[rowCount] ?? 0);
  requireSoundRows(program);
  if (!Number.isFinite(program.objectiveConstant)) refuse('objectiveConstant', 0, program.objectiveConstant);
  requireFinite('objective', program.objective);
  requireFinite('coefficient', program.coefficient);
  requireBounds('columnLower', program.columnLower, Number.NEGATIVE_INFINITY);
  requireBounds('columnUpper', program.columnUpper, Number.POSITIVE_INFINITY);
  requireBounds('rowLower', program.rowLower, Number.NEGATIVE_INFINITY);
  requireBounds('rowUpper', program.rowUpper, Number.POSITIVE_INFINITY);
}

/** Whether some row or column has its lower bound above its upper: infeasible before any solver is asked. */
export function hasCrossedBounds(program: LinearProgram): boolean {
  return crosses(program.columnLower, program.columnUpper) || crosses(program.rowLower, program.rowUpper);
}

function crosses(lower: Float64Array, upper: Float64Array): boolean {
  for (let at = 0; at < lower.length; at++) if (lower[at]! > upper[at]!) return true;
  return false;
}

function requireLength(name: string, values: ArrayLike<number>, expected: number): void {
  if (values.length !== expected) throw new SolverError(`${name} has ${values.length} elements, expected ${expected}`);
}

function requireSoundRows({ columnCount, rowCount, rowStart, columnIndex }: LinearProgram): void {
  if (rowStart[0] !== 0) throw new SolverError(`rowStart begins with ${rowStart[0]}, expected 0`);
  const seenInRow = new Int32Array(columnCount).fill(-1);
  for (let row = 0; row < rowCount; row++) {
    if (rowStart[row]! > rowStart[row + 1]!) throw new SolverError(`rowStart falls after row ${row}`);
    for (let entry = rowStart[row]!; entry < rowStart[row + 1]!; entry++) {
      const column = columnIndex[entry]!;
      if (!(column >= 0 && column < columnCount))
        throw new SolverError(`row ${row} names column ${column} of ${columnCount}`);
      if (seenInRow[column] === row) throw new SolverError(`row ${row} names column ${column} twice`);
      seenInRow[column] = row;
    }
  }
}

function requireFinite(name: string, values: Float64Array): void {
  // Written so that NaN fails the comparison too.
  for (let at = 0; at < values.length; at++)
    if (!(Math.abs(values[at]!) < LARGEST_FINITE)) refuse(name, at, values[at]);
}

function requireBounds(name: string, values: Float64Array, none: number): void {
  for (let at = 0; at < values.length; at++) {
    if (values[at] !== none && !(Math.abs(values[at]!) < LARGEST_FINITE)) refuse(name, at, values[at]);
  }
}

function refuse(name: string, at: number, value: number | undefined): never {
  throw new SolverError(`${name}[${at}] is ${value}, which no solver reads as a number of the problem`);
}
