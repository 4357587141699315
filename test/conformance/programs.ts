/** Programs written row by row. */

import type { Block, LinearProgram } from '../../src/lp/linear-program.ts';

export const none = Number.POSITIVE_INFINITY;

export interface Column {
  readonly cost: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** `lower ≤ Σ coefficients ≤ upper`; a coefficient per column, zeros are not stored. */
export interface Row {
  readonly lower?: number;
  readonly upper?: number;
  readonly of: readonly number[];
}

/** A program from dense rows. Columns are ≥ 0 and rows free where no bound is given. */
export function write(columns: readonly Column[], rows: readonly Row[], constant = 0, label?: string): LinearProgram {
  const entries = rows.map((row) => row.of.map((value, column) => ({ column, value })).filter((entry) => entry.value));
  const rowStart = new Int32Array(rows.length + 1);
  entries.forEach((entriesOfRow, row) => {
    rowStart[row + 1] = rowStart[row]! + entriesOfRow.length;
  });
  return {
    columnCount: columns.length,
    rowCount: rows.length,
    objective: Float64Array.from(columns, (column) => column.cost),
    objectiveConstant: constant,
    columnLower: Float64Array.from(columns, (column) => column.lower ?? 0),
    columnUpper: Float64Array.from(columns, (column) => column.upper ?? none),
    rowLower: Float64Array.from(rows, (row) => row.lower ?? -none),
    rowUpper: Float64Array.from(rows, (row) => row.upper ?? none),
    rowStart,
    columnIndex: Int32Array.from(entries.flat(), (entry) => entry.column),
    coefficient: Float64Array.from(entries.flat(), (entry) => entry.value),
    rowStep: new Int32Array(rows.length).fill(-1),
    columnBlocks: blocks(columns.length, label),
    rowBlocks: blocks(rows.length, label),
  };
}

/** One block per element, so that a label can be tried on each. */
function blocks(count: number, label = 'result'): readonly Block[] {
  return Array.from({ length: count }, (_, first) => ({ name: 'power', of: [label], first, length: 1 }));
}
