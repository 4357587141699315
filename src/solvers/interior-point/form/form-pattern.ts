/**
 * What of a standard form depends on where a block has entries and on which limits there are, and not on their numbers:
 * blocks that differ in numbers alone have it from the first of them, on the same arrays.
 */

import type { LinearProgram } from '../../../lp/linear-program.ts';
import { sharedInts } from '../../../lp/thread-arrays.ts';
import { eliminationOrder } from '../linalg/elimination-ordering.ts';
import { sharedIntsOf } from '../linalg/thread-memory.ts';
import { FEWEST_STEPS_ACROSS, MOST_ROWS_ACROSS } from '../parameters.ts';
import { boundKindOf, FREE, standardColumns, unbounded } from './standard-columns.ts';

export interface FormPattern {
  readonly linkedCount: number;
  /** See `boundKindOf`; linking columns have none. */
  readonly columnKind: Uint8Array;
  readonly rowKind: Uint8Array;
  readonly rowStep: Int32Array;
  /** Entries of the block's own columns, row by row of the programme. */
  readonly ownStart: Int32Array;
  readonly ownColumn: Int32Array;
  /** Where each of them stands in A; −1 where its column is fixed or its row has no limit. */
  readonly ownPlace: Int32Array;
  /** Of each row of the programme in the order of elimination; −1 where it has no limit. */
  readonly rank: Int32Array;
  /** Column of the programme, or −1 − row for the slack of a row. */
  readonly source: Int32Array;
  readonly boundedCount: number;
  readonly stepCount: number;
  readonly acrossCount: number;
  /** A by columns. */
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly sign: Int32Array;
  readonly fixedColumn: Int32Array;
}

/** @throws Unserved where a column has no bound at all. */
export function patternOf(program: LinearProgram, linkedCount: number): FormPattern {
  const columnKind = kindsOf(program.columnLower, program.columnUpper);
  const free = columnKind.indexOf(FREE, linkedCount);
  if (free >= 0) throw unbounded(free);
  const rowKind = kindsOf(program.rowLower, program.rowUpper);
  const { rowStep } = program;
  const steps = stepsOf(rowStep, rowKind);
  const { source, sign, fixed, boundedCount } = standardColumns(columnKind, rowKind, linkedCount, {
    rowStep,
    ...steps,
  });
  const newRow = new Int32Array(program.rowCount);
  let rowCount = 0;
  for (let r = 0; r < newRow.length; r++) newRow[r] = rowKind[r] === FREE ? -1 : rowCount++;
  const own = ownEntries(program, linkedCount);
  const { start, row, ownPlace } = byColumns(own, newRow, source, program.columnCount);
  const rankOfKept = eliminationOrder(rowStep, newRow, rowCount, start, row);
  for (let k = 0; k < row.length; k++) row[k] = rankOfKept[row[k]!]!;
  const rank = newRow.map((kept) => (kept < 0 ? -1 : rankOfKept[kept]!));
  const rowOf = sharedInts(rowCount);
  for (let r = 0; r < rank.length; r++) if (rank[r]! >= 0) rowOf[rank[r]!] = r;
  return {
    linkedCount,
    columnKind,
    rowKind,
    rowStep,
    ...own,
    ownPlace,
    rank,
    source,
    boundedCount,
    ...steps,
    start,
    row,
    rowOf,
    columnOf: sharedIntsOf(source.length, (j) => Math.max(-1, source[j]!)),
    sign,
    fixedColumn: fixed,
  };
}

/** Whether a block has this pattern too: all is compared. How rows depend on linking columns is no part of it. */
export function hasPattern(program: LinearProgram, linkedCount: number, pattern: FormPattern): boolean {
  const { columnKind, rowKind, rowStep, ownStart, ownColumn } = pattern;
  const { columnLower, columnUpper, rowLower, rowUpper, rowStart, columnIndex } = program;
  if (linkedCount !== pattern.linkedCount || program.columnCount !== columnKind.length) return false;
  if (program.rowCount !== rowKind.length) return false;
  for (let j = linkedCount; j < columnKind.length; j++) {
    if (boundKindOf(columnLower[j]!, columnUpper[j]!) !== columnKind[j]) return false;
  }
  let own = 0;
  for (let r = 0; r < rowKind.length; r++) {
    if (boundKindOf(rowLower[r]!, rowUpper[r]!) !== rowKind[r] || program.rowStep[r] !== rowStep[r]) return false;
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) {
      const j = columnIndex[k]!;
      if (j >= linkedCount && ownColumn[own++] !== j) return false;
    }
    if (own !== ownStart[r + 1]) return false;
  }
  return true;
}

function kindsOf(lower: Float64Array, upper: Float64Array): Uint8Array {
  const kinds = new Uint8Array(lower.length);
  for (let at = 0; at < kinds.length; at++) kinds[at] = boundKindOf(lower[at]!, upper[at]!);
  return kinds;
}

function ownEntries({ rowCount, rowStart, columnIndex }: LinearProgram, linkedCount: number) {
  const ownStart = new Int32Array(rowCount + 1);
  const ownColumn = new Int32Array(columnIndex.length);
  let own = 0;
  for (let r = 0; r < rowCount; r++) {
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) {
      if (columnIndex[k]! >= linkedCount) ownColumn[own++] = columnIndex[k]!;
    }
    ownStart[r + 1] = own;
  }
  return { ownStart, ownColumn: ownColumn.slice(0, own) };
}

/** A by columns, rows numbered as they stand among the kept ones, and where each entry of a row stands in it. */
function byColumns(
  { ownStart, ownColumn }: { readonly ownStart: Int32Array; readonly ownColumn: Int32Array },
  newRow: Int32Array,
  source: Int32Array,
  columnCount: number,
) {
  const standard = new Int32Array(columnCount).fill(-1);
  const start = sharedInts(source.length + 1);
  for (let j = 0; j < source.length; j++) {
    if (source[j]! >= 0) standard[source[j]!] = j;
    else start[j + 1] = 1;
  }
  for (let r = 0; r < newRow.length; r++) {
    for (let k = ownStart[r]!; newRow[r]! >= 0 && k < ownStart[r + 1]!; k++) {
      const j = standard[ownColumn[k]!]!;
      if (j >= 0) start[j + 1]!++;
    }
  }
  for (let j = 0; j < source.length; j++) start[j + 1]! += start[j]!;
  const row = sharedInts(start.at(-1)!);
  const ownPlace = new Int32Array(ownColumn.length).fill(-1);
  const next = start.slice();
  for (let r = 0; r < newRow.length; r++) {
    for (let k = ownStart[r]!; newRow[r]! >= 0 && k < ownStart[r + 1]!; k++) {
      const j = standard[ownColumn[k]!]!;
      if (j < 0) continue;
      ownPlace[k] = next[j]!++;
      row[ownPlace[k]!] = newRow[r]!;
    }
  }
  for (let j = 0; j < source.length; j++) if (source[j]! < 0) row[start[j]!] = newRow[-1 - source[j]!]!;
  return { start, row, ownPlace };
}

/** No steps where too many rows are across them, or some across too few. */
function stepsOf(rowStep: Int32Array, rowKind: Uint8Array) {
  let [stepCount, acrossCount] = [0, 0];
  for (let r = 0; r < rowStep.length; r++) {
    if (rowKind[r] === FREE) continue;
    if (rowStep[r]! < 0) acrossCount++;
    stepCount = Math.max(stepCount, rowStep[r]! + 1);
  }
  const isBordered = acrossCount <= MOST_ROWS_ACROSS && (acrossCount === 0 || stepCount >= FEWEST_STEPS_ACROSS);
  return { stepCount: isBordered ? stepCount : 0, acrossCount };
}
