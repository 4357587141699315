/**
 * A block in the form that the method works on: equations A·x + T·z = b over columns x ≥ 0, some with an upper bound, and
 * the linking columns z. Columns are moved to a lower bound of zero or turned round, inequalities get a slack, fixed
 * columns and rows without limits fall away; rows stand in the order in which they are eliminated.
 */

import type { LinkedBlock } from '../../../lp/block-angular.ts';
import type { LinearProgram } from '../../../lp/linear-program.ts';
import { eliminationOrder } from '../linalg/elimination-ordering.ts';
import { sharedFloats, sharedFloatsOf, sharedInts, sharedIntsOf } from '../linalg/thread-memory.ts';
import { rowWeight, type Scale } from './scaling.ts';
import { type StandardColumns, standardColumns } from './standard-columns.ts';

export interface StandardForm {
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first so many columns have an upper bound. */
  readonly boundedCount: number;
  readonly linkedCount: number;
  /** Steps along the chains of its rows; 0 where some rows are across them. */
  readonly stepCount: number;
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

/** @throws Unserved where a column has no bound at all. */
export function standardForm({ program, linkedTo }: LinkedBlock, scale: Scale): StandardForm {
  const linkedCount = linkedTo.length;
  const newRow = keptRows(program);
  const columns = standardColumns(program, linkedCount, newRow);
  const { source, base, sign, upper } = columns;
  const rowCount = newRow.reduce((count, row) => count + Number(row >= 0), 0);
  const { start, matrix, link, rhs, weight } = entriesOf(program, linkedCount, newRow, rowCount, columns);
  const rank = eliminationOrder(program.rowStep, newRow, rowCount, start, matrix.row);
  const rowOf = sharedInts(rowCount);
  const [orderedRhs, orderedWeight] = [sharedFloats(rowCount), sharedFloats(rowCount)];
  for (let r = 0; r < program.rowCount; r++) {
    const row = newRow[r]!;
    if (row < 0) continue;
    rowOf[rank[row]!] = r;
    orderedRhs[rank[row]!] = rhs[row]! / scale.size;
    orderedWeight[rank[row]!] = weight[row]!;
  }
  for (const rows of [matrix.row, link.row]) for (let k = 0; k < rows.length; k++) rows[k] = rank[rows[k]!]!;
  return {
    rowCount,
    columnCount: columns.count,
    boundedCount: columns.boundedCount,
    linkedCount,
    stepCount: stepCountOf(program, newRow),
    start,
    row: matrix.row,
    value: matrix.value,
    linkStart: link.start,
    linkRow: link.row,
    linkValue: link.value,
    rhs: orderedRhs,
    cost: sharedFloatsOf(columns.count, (j) => costOf(program, source[j]!, sign[j]!) / scale.cost),
    upper: sharedFloatsOf(columns.boundedCount, (j) => upper[j]! / scale.size),
    linkCost: sharedFloatsOf(linkedCount, (l) => program.objective[l]! / scale.cost),
    fixedCost: fixedCost(program, columns) / (scale.cost * scale.size),
    programRowCount: program.rowCount,
    programColumnCount: program.columnCount,
    rowOf,
    rowWeight: orderedWeight,
    columnOf: sharedIntsOf(columns.count, (j) => Math.max(-1, source[j]!)),
    base,
    sign,
    fixedColumn: columns.fixed,
    fixedValue: sharedFloatsOf(columns.fixed.length, (k) => program.columnLower[columns.fixed[k]!]!),
  };
}

const costOf = ({ objective }: LinearProgram, source: number, sign: number): number =>
  source < 0 ? 0 : sign * objective[source]!;

/** A and T by columns, rows numbered as they stand among the kept ones and made as light as `weight` says. */
function entriesOf(
  program: LinearProgram,
  linkedCount: number,
  newRow: Int32Array,
  rowCount: number,
  { count, source, base, sign }: StandardColumns,
) {
  const place = new Int32Array(program.columnCount).fill(-1);
  source.forEach((column, j) => {
    if (column >= 0) place[column] = j;
  });
  const start = sharedInts(count + 1);
  const linkStart = countEntries(program, newRow, place, linkedCount, start);
  source.forEach((column, j) => {
    if (column < 0) start[j + 1]!++;
  });
  for (let j = 0; j < count; j++) start[j + 1]! += start[j]!;
  const withRoom = (starts: Int32Array) => {
    const total = starts.at(-1)!;
    return { start: starts, row: sharedInts(total), value: sharedFloats(total), next: starts.slice() };
  };
  const [matrix, link] = [withRoom(start), withRoom(linkStart)];
  const put = (into: typeof matrix, column: number, row: number, value: number) => {
    const at = into.next[column]!++;
    into.row[at] = row;
    into.value[at] = value;
  };
  const rhs = new Float64Array(rowCount);
  const weight = new Float64Array(rowCount);
  for (let r = 0; r < program.rowCount; r++) {
    const row = newRow[r]!;
    if (row < 0) continue;
    const [lower, upper] = [program.rowLower[r]!, program.rowUpper[r]!];
    weight[row] = rowWeight(program, r);
    rhs[row] = weight[row]! * (lower > Number.NEGATIVE_INFINITY ? lower : upper);
    for (let k = program.rowStart[r]!; k < program.rowStart[r + 1]!; k++) {
      const [j, a] = [program.columnIndex[k]!, weight[row]! * program.coefficient[k]!];
      if (j < linkedCount) {
        put(link, j, row, a);
        continue;
      }
      const at = place[j]!;
      rhs[row]! -= a * (at < 0 ? program.columnLower[j]! : base[at]!);
      if (at >= 0) put(matrix, at, row, sign[at]! * a);
    }
  }
  source.forEach((column, j) => {
    const row = column < 0 ? newRow[-1 - column]! : -1;
    if (row >= 0) put(matrix, j, row, sign[j]! * weight[row]!);
  });
  return { start, matrix, link, rhs, weight };
}

function stepCountOf({ rowStep }: LinearProgram, newRow: Int32Array): number {
  let count = 0;
  for (let r = 0; r < rowStep.length; r++) {
    if (newRow[r]! < 0) continue;
    if (rowStep[r]! < 0) return 0;
    count = Math.max(count, rowStep[r]! + 1);
  }
  return count;
}

/** The objective where every standard column is zero: fixed columns and those that begin elsewhere. */
function fixedCost({ objective, objectiveConstant, columnLower }: LinearProgram, columns: StandardColumns): number {
  let cost = objectiveConstant;
  for (const column of columns.fixed) cost += objective[column]! * columnLower[column]!;
  columns.source.forEach((column, j) => {
    if (column >= 0) cost += objective[column]! * columns.base[j]!;
  });
  return cost;
}

/** Number of each row among those with a limit; −1 for the others. */
function keptRows({ rowCount, rowLower, rowUpper }: LinearProgram): Int32Array {
  const newRow = new Int32Array(rowCount);
  let kept = 0;
  for (let r = 0; r < rowCount; r++) {
    newRow[r] = rowLower[r] === Number.NEGATIVE_INFINITY && rowUpper[r] === Number.POSITIVE_INFINITY ? -1 : kept++;
  }
  return newRow;
}

/** Adds the entries of each standard column to `start`, one place on; gives the starts of the linking columns. */
function countEntries(
  program: LinearProgram,
  newRow: Int32Array,
  place: Int32Array,
  linkedCount: number,
  start: Int32Array,
): Int32Array {
  const linkStart = sharedInts(linkedCount + 1);
  for (let r = 0; r < program.rowCount; r++) {
    if (newRow[r]! < 0) continue;
    for (let k = program.rowStart[r]!; k < program.rowStart[r + 1]!; k++) {
      const j = program.columnIndex[k]!;
      if (j < linkedCount) linkStart[j + 1]!++;
      else if (place[j]! >= 0) start[place[j]! + 1]!++;
    }
  }
  for (let j = 0; j < linkedCount; j++) linkStart[j + 1]! += linkStart[j]!;
  return linkStart;
}
