/** The columns of a block in standard form: its own and the slacks of its inequalities, those with an upper bound first. */

import { SolverError } from '../../../errors.ts';
import type { LinearProgram } from '../../../lp/linear-program.ts';
import { sharedFloats, sharedInts } from '../linalg/thread-memory.ts';

/** Raised where the method does not serve a programme; another one may. */
export class Unserved extends SolverError {}

interface Column {
  readonly source: number;
  /** x = base + sign·(standard column). */
  readonly base: number;
  readonly sign: 1 | -1;
  readonly upper: number;
}

/** Where a column's zero lies and which way it runs; undefined for a fixed one. */
export function standardColumn(source: number, lower: number, upper: number): Column | undefined {
  if (lower === upper) return undefined;
  if (lower > Number.NEGATIVE_INFINITY) return { source, base: lower, sign: 1, upper: upper - lower };
  if (upper < Number.POSITIVE_INFINITY) return { source, base: upper, sign: -1, upper: Number.POSITIVE_INFINITY };
  throw new Unserved(`Column ${source} has no bound on either side`);
}

/** By standard column; in the unit of the programme. */
export interface StandardColumns {
  readonly count: number;
  /** The first so many have an upper bound. */
  readonly boundedCount: number;
  /** Column of the programme, or −1 − row for the slack of a row. */
  readonly source: Int32Array;
  readonly base: Float64Array;
  readonly sign: Int32Array;
  readonly upper: Float64Array;
  /** Columns of the programme that are fixed. */
  readonly fixed: Int32Array;
}

/**
 * @param first column that is the block's own
 * @param newRow number of each row among those with a limit; −1 for the others
 * @throws Unserved where a column has no bound at all.
 */
export function standardColumns(program: LinearProgram, first: number, newRow: Int32Array): StandardColumns {
  let [count, boundedCount, fixedCount] = [0, 0, 0];
  visit(program, first, newRow, (_, column) => {
    if (!column) fixedCount++;
    else {
      count++;
      if (column.upper < Infinity) boundedCount++;
    }
  });
  const [source, base, sign] = [new Int32Array(count), sharedFloats(count), sharedInts(count)];
  const [upper, fixed] = [new Float64Array(boundedCount), sharedInts(fixedCount)];
  let [nextBounded, nextOpen, nextFixed] = [0, boundedCount, 0];
  visit(program, first, newRow, (at, column) => {
    if (!column) {
      fixed[nextFixed++] = at;
      return;
    }
    const isBounded = column.upper < Infinity;
    const j = isBounded ? nextBounded++ : nextOpen++;
    source[j] = column.source;
    base[j] = column.base;
    sign[j] = column.sign;
    if (isBounded) upper[j] = column.upper;
  });
  return { count, boundedCount, source, base, sign, upper, fixed };
}

/** Own columns, then slacks: a·x − s = lower where there is a lower limit, a·x + s = upper otherwise. */
function visit(
  { columnCount, columnLower, columnUpper, rowCount, rowLower, rowUpper }: LinearProgram,
  first: number,
  newRow: Int32Array,
  take: (source: number, column: Column | undefined) => void,
): void {
  for (let j = first; j < columnCount; j++) take(j, standardColumn(j, columnLower[j]!, columnUpper[j]!));
  for (let r = 0; r < rowCount; r++) {
    const [lower, upper] = [rowLower[r]!, rowUpper[r]!];
    if (newRow[r]! < 0 || lower === upper) continue;
    const hasLower = lower > Number.NEGATIVE_INFINITY;
    const source = -1 - r;
    take(source, { source, base: 0, sign: hasLower ? -1 : 1, upper: hasLower ? upper - lower : Infinity });
  }
}
