/**
 * A block in the form that the method works on: equations A·x + T·z = b over columns x ≥ 0, some with an upper bound, and
 * the linking columns z. Columns are moved to a lower bound of zero or turned round, inequalities get a slack, fixed
 * columns and rows without limits fall away; rows stand in the order in which they are eliminated.
 */

import { SolverError } from '../../../errors.ts';
import type { LinkedBlock } from '../../../lp/block-angular.ts';
import type { LinearProgram } from '../../../lp/linear-program.ts';
import { eliminationOrder } from '../linalg/elimination-ordering.ts';
import { sharedCopy, sharedFloatCopy } from '../linalg/thread-memory.ts';
import { rowWeight, type Scale } from './scaling.ts';

export interface StandardForm {
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first so many columns have an upper bound. */
  readonly boundedCount: number;
  readonly linkedCount: number;
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
  /** Row of the programme. */
  readonly rowOf: Int32Array;
  /** Column of the programme, or −1 for a slack. */
  readonly columnOf: Int32Array;
}

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

/** @throws Unserved where a column has no bound at all. */
export function standardForm({ program, linkedTo }: LinkedBlock, scale: Scale): StandardForm {
  const linkedCount = linkedTo.length;
  const columns = ownColumns(program, linkedCount);
  const newRow = keptRows(program);
  const slacks = slacksOf(program, newRow);
  const rowCount = newRow.reduce((count, row) => count + Number(row >= 0), 0);
  const all = boundedFirst([...columns, ...slacks]);
  const columnCount = all.length;

  const place = new Int32Array(program.columnCount).fill(-1);
  const start = new Int32Array(columnCount + 1);
  all.forEach(({ source }, j) => {
    if (source >= 0) place[source] = j;
  });
  const { linkStart, entries } = countEntries(program, newRow, place, linkedCount, start);
  all.forEach(({ source }, j) => {
    if (source < 0) start[j + 1]!++;
  });
  for (let j = 0; j < columnCount; j++) start[j + 1]! += start[j]!;
  const total = entries + slacks.length;
  const matrix = { row: new Int32Array(total), value: new Float64Array(total), next: start.slice() };
  const link = {
    row: new Int32Array(linkStart[linkedCount]!),
    value: new Float64Array(linkStart[linkedCount]!),
    next: linkStart.slice(),
  };
  const rhs = new Float64Array(rowCount);
  const weight = Float64Array.from({ length: rowCount }, () => 1);
  const put = (into: typeof matrix, column: number, row: number, value: number) => {
    const at = into.next[column]!++;
    into.row[at] = row;
    into.value[at] = value;
  };
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
      if (at < 0) {
        rhs[row]! -= a * program.columnLower[j]!;
        continue;
      }
      const { base, sign } = all[at]!;
      rhs[row]! -= a * base;
      put(matrix, at, row, sign * a);
    }
  }
  all.forEach(({ source, sign }, j) => {
    const row = source < 0 ? newRow[-1 - source]! : -1;
    if (row >= 0) put(matrix, j, row, sign * weight[row]!);
  });

  const rank = eliminationOrder(program.rowStep, newRow, rowCount, start, matrix.row);
  const rowOf = new Int32Array(rowCount);
  const ordered = new Float64Array(rowCount);
  for (let r = 0; r < program.rowCount; r++) {
    const row = newRow[r]!;
    if (row < 0) continue;
    rowOf[rank[row]!] = r;
    ordered[rank[row]!] = rhs[row]! / scale.size;
  }
  return {
    rowCount,
    columnCount,
    boundedCount: all.findLastIndex(({ upper }) => upper < Infinity) + 1,
    linkedCount,
    start: sharedCopy(start),
    row: sharedCopy(matrix.row.map((row) => rank[row]!)),
    value: sharedFloatCopy(matrix.value),
    linkStart: sharedCopy(linkStart),
    linkRow: sharedCopy(link.row.map((row) => rank[row]!)),
    linkValue: sharedFloatCopy(link.value),
    rhs: sharedFloatCopy(ordered),
    cost: sharedFloatCopy(
      all.map(({ source, sign }) => (source < 0 ? 0 : (sign * program.objective[source]!) / scale.cost)),
    ),
    upper: sharedFloatCopy(all.filter(({ upper }) => upper < Infinity).map(({ upper }) => upper / scale.size)),
    linkCost: sharedFloatCopy(program.objective.subarray(0, linkedCount).map((c) => c / scale.cost)),
    fixedCost: fixedCost(program, linkedCount, all) / (scale.cost * scale.size),
    rowOf: sharedCopy(rowOf),
    columnOf: sharedCopy(all.map(({ source }) => Math.max(-1, source))),
  };
}

/** The objective where every standard column is zero: fixed columns and those that begin elsewhere. */
function fixedCost(
  { objective, objectiveConstant, columnLower, columnUpper }: LinearProgram,
  first: number,
  all: readonly Column[],
): number {
  let cost = objectiveConstant;
  for (let j = first; j < objective.length; j++)
    if (columnLower[j] === columnUpper[j]) cost += objective[j]! * columnLower[j]!;
  for (const { source, base } of all) if (source >= 0) cost += objective[source]! * base;
  return cost;
}

function ownColumns({ columnCount, columnLower, columnUpper }: LinearProgram, first: number): Column[] {
  const columns: Column[] = [];
  for (let j = first; j < columnCount; j++) {
    const column = standardColumn(j, columnLower[j]!, columnUpper[j]!);
    if (column) columns.push(column);
  }
  return columns;
}

function boundedFirst(columns: readonly Column[]): Column[] {
  const isBounded = ({ upper }: Column) => upper < Infinity;
  return [...columns.filter(isBounded), ...columns.filter((column) => !isBounded(column))];
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

/** A row's slack has the source −1 − row: a·x − s = lower where there is a lower limit, a·x + s = upper otherwise. */
function slacksOf({ rowCount, rowLower, rowUpper }: LinearProgram, newRow: Int32Array): Column[] {
  const slacks: Column[] = [];
  for (let r = 0; r < rowCount; r++) {
    const [lower, upper] = [rowLower[r]!, rowUpper[r]!];
    if (newRow[r]! < 0 || lower === upper) continue;
    const hasLower = lower > Number.NEGATIVE_INFINITY;
    slacks.push({ source: -1 - r, base: 0, sign: hasLower ? -1 : 1, upper: hasLower ? upper - lower : Infinity });
  }
  return slacks;
}

/** Adds the entries of each standard column to `start`, one place on; gives the starts of the linking columns. */
function countEntries(
  program: LinearProgram,
  newRow: Int32Array,
  place: Int32Array,
  linkedCount: number,
  start: Int32Array,
) {
  const linkStart = new Int32Array(linkedCount + 1);
  let entries = 0;
  for (let r = 0; r < program.rowCount; r++) {
    if (newRow[r]! < 0) continue;
    for (let k = program.rowStart[r]!; k < program.rowStart[r + 1]!; k++) {
      const j = program.columnIndex[k]!;
      if (j < linkedCount) linkStart[j + 1]!++;
      else if (place[j]! >= 0) {
        start[place[j]! + 1]!++;
        entries++;
      }
    }
  }
  for (let j = 0; j < linkedCount; j++) linkStart[j + 1]! += linkStart[j]!;
  return { linkStart, entries };
}
