/**
 * A block in the form that the method works on: equations A·x + T·z = b over columns x ≥ 0, some with an upper bound, and
 * the linking columns z. Columns are moved to a lower bound of zero or turned round, inequalities get a slack, fixed
 * columns and rows without limits fall away; rows stand in the order in which they are eliminated.
 */

import type { LinkedBlock } from '../../../lp/block-angular.ts';
import type { LinearProgram } from '../../../lp/linear-program.ts';
import { sharedFloats, sharedInts } from '../../../lp/thread-arrays.ts';
import { sharedFloatsOf } from '../linalg/thread-memory.ts';
import { KNOWN_PATTERNS } from '../parameters.ts';
import { type FormPattern, hasPattern, patternOf } from './form-pattern.ts';
import { rowWeight, type Scale } from './scaling.ts';
import { TURNED } from './standard-columns.ts';

export interface StandardForm {
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first so many columns have an upper bound. */
  readonly boundedCount: number;
  readonly linkedCount: number;
  /** Steps along the chains of its rows; 0 where many rows are across them. */
  readonly stepCount: number;
  /** Rows across the steps, the last ones. */
  readonly acrossCount: number;
  /** A by columns. */
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
  /** T by columns. */
  readonly linkStart: Int32Array;
  readonly linkRow: Int32Array;
  readonly linkValue: Float64Array;
  readonly rhs: Float64Array;
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** What the linking columns cost in this block. */
  readonly linkCost: Float64Array;
  /** What the zeros of the columns cost. */
  readonly fixedCost: number;
  readonly programRowCount: number;
  readonly programColumnCount: number;
  /** Row of the programme. */
  readonly rowOf: Int32Array;
  /** What each row was multiplied by. */
  readonly rowWeight: Float64Array;
  /** Column of the programme, or −1 for a slack. */
  readonly columnOf: Int32Array;
  /** In the unit of the programme, its column is base + sign·x·(scale of sizes). */
  readonly base: Float64Array;
  readonly sign: Int32Array;
  /** Columns of the programme that are fixed, and at what. */
  readonly fixedColumn: Int32Array;
  readonly fixedValue: Float64Array;
}

/** Of the blocks that this thread brought into their form last: weather years take turns, and leap years have one of their own. */
let knownPatterns: readonly FormPattern[] = [];

export function forgetPatterns(): void {
  knownPatterns = [];
}

/**
 * Forms that one thread makes share the arrays of their pattern where it is equal.
 *
 * @throws Unserved where a column has no bound at all.
 */
export function standardForm({ program, linkedTo }: LinkedBlock, scale: Scale): StandardForm {
  const linkedCount = linkedTo.length;
  const known = knownPatterns.find((other) => hasPattern(program, linkedCount, other));
  const pattern = known ?? patternOf(program, linkedCount);
  if (!known) knownPatterns = [pattern, ...knownPatterns].slice(0, KNOWN_PATTERNS);
  const { source, sign, boundedCount, start, row, fixedColumn } = pattern;
  const columnCount = source.length;
  const { columnLower } = program;
  const base = basesOf(program, pattern);
  return {
    rowCount: pattern.rowOf.length,
    columnCount,
    boundedCount,
    linkedCount,
    stepCount: pattern.stepCount,
    acrossCount: pattern.acrossCount,
    start,
    row,
    ...entriesOf(program, pattern, scale),
    cost: sharedFloatsOf(columnCount, (j) => costOf(program, source[j]!, sign[j]!) / scale.cost),
    upper: sharedFloatsOf(boundedCount, (j) => roomOf(program, source[j]!) / scale.size),
    linkCost: sharedFloatsOf(linkedCount, (l) => program.objective[l]! / scale.cost),
    fixedCost: fixedCost(program, pattern, base) / (scale.cost * scale.size),
    programRowCount: program.rowCount,
    programColumnCount: program.columnCount,
    rowOf: pattern.rowOf,
    columnOf: pattern.columnOf,
    base,
    sign,
    fixedColumn,
    fixedValue: sharedFloatsOf(fixedColumn.length, (k) => columnLower[fixedColumn[k]!]!),
  };
}

function basesOf({ columnLower, columnUpper }: LinearProgram, { source, columnKind }: FormPattern): Float64Array {
  const base = sharedFloats(source.length);
  for (let j = 0; j < source.length; j++) {
    const column = source[j]!;
    if (column >= 0) base[j] = columnKind[column] === TURNED ? columnUpper[column]! : columnLower[column]!;
  }
  return base;
}

const costOf = ({ objective }: LinearProgram, source: number, sign: number): number =>
  source < 0 ? 0 : sign * objective[source]!;

/** Between the two limits of a column or, below zero, of a row. */
const roomOf = ({ columnLower, columnUpper, rowLower, rowUpper }: LinearProgram, source: number): number =>
  source < 0 ? rowUpper[-1 - source]! - rowLower[-1 - source]! : columnUpper[source]! - columnLower[source]!;

/** The numbers of A, T by columns, and right-hand sides, all as light as the weight of their row says. */
function entriesOf(program: LinearProgram, pattern: FormPattern, scale: Scale) {
  const { linkedCount, columnKind, ownStart, ownPlace, rank, source, start, row, sign } = pattern;
  const { rowLower, rowUpper, columnLower, columnUpper, rowStart, columnIndex, coefficient } = program;
  const value = sharedFloats(row.length);
  const linkStart = linkStartsOf(program, pattern);
  const linkTotal = linkStart[linkedCount]!;
  const [linkRow, linkValue, next] = [sharedInts(linkTotal), sharedFloats(linkTotal), linkStart.slice()];
  const [rhs, weight] = [sharedFloats(pattern.rowOf.length), sharedFloats(pattern.rowOf.length)];
  for (let r = 0; r < program.rowCount; r++) {
    const to = rank[r]!;
    if (to < 0) continue;
    const w = rowWeight(program, r);
    let rest = w * (rowLower[r]! > Number.NEGATIVE_INFINITY ? rowLower[r]! : rowUpper[r]!);
    let own = ownStart[r]!;
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) {
      const j = columnIndex[k]!;
      const a = w * coefficient[k]!;
      if (j < linkedCount) {
        const at = next[j]!++;
        linkRow[at] = to;
        linkValue[at] = a;
        continue;
      }
      const isTurned = columnKind[j] === TURNED;
      rest -= a * (isTurned ? columnUpper[j]! : columnLower[j]!);
      const at = ownPlace[own++]!;
      if (at >= 0) value[at] = isTurned ? -a : a;
    }
    rhs[to] = rest / scale.size;
    weight[to] = w;
  }
  for (let j = 0; j < source.length; j++) {
    if (source[j]! < 0) value[start[j]!] = sign[j]! * weight[row[start[j]!]!]!;
  }
  return { value, linkStart, linkRow, linkValue, rhs, rowWeight: weight };
}

function linkStartsOf({ rowCount, rowStart, columnIndex }: LinearProgram, { linkedCount, rank }: FormPattern) {
  const linkStart = sharedInts(linkedCount + 1);
  for (let r = 0; r < rowCount; r++) {
    for (let k = rowStart[r]!; rank[r]! >= 0 && k < rowStart[r + 1]!; k++) {
      if (columnIndex[k]! < linkedCount) linkStart[columnIndex[k]! + 1]!++;
    }
  }
  for (let l = 0; l < linkedCount; l++) linkStart[l + 1]! += linkStart[l]!;
  return linkStart;
}

/** The objective where every standard column is zero: fixed columns and those that begin elsewhere. */
function fixedCost(
  { objective, objectiveConstant, columnLower }: LinearProgram,
  { source, fixedColumn }: FormPattern,
  base: Float64Array,
): number {
  let cost = objectiveConstant;
  for (const column of fixedColumn) cost += objective[column]! * columnLower[column]!;
  for (let j = 0; j < source.length; j++) if (source[j]! >= 0) cost += objective[source[j]!]! * base[j]!;
  return cost;
}
