/** Whether a programme has any point at all, asked so that there always is an answer: by how much rows must be broken. */

import type { LinearProgram } from '../lp/linear-program.ts';

/**
 * The same rows, each of which may be missed at a price of 1 a unit, and no other cost: feasible and bounded whatever the
 * rows say, as long as no bound crosses another. Its columns are those of the programme and behind them the misses.
 */
export function leastViolation(program: LinearProgram): LinearProgram {
  const { rowCount, columnCount, rowStart, columnIndex, coefficient } = program;
  const starts = new Int32Array(rowCount + 1);
  const [indices, values]: [number[], number[]] = [[], []];
  let columns = columnCount;
  for (let row = 0; row < rowCount; row++) {
    for (let entry = rowStart[row]!; entry < rowStart[row + 1]!; entry++) {
      indices.push(columnIndex[entry]!);
      values.push(coefficient[entry]!);
    }
    for (const [limit, sign] of [
      [program.rowLower[row]!, 1],
      [program.rowUpper[row]!, -1],
    ] as const) {
      if (!Number.isFinite(limit)) continue;
      indices.push(columns++);
      values.push(sign);
    }
    starts[row + 1] = indices.length;
  }
  const extended = (given: Float64Array, value: number) => {
    const all = new Float64Array(columns).fill(value);
    all.set(given);
    return all;
  };
  return {
    ...program,
    columnCount: columns,
    objective: extended(new Float64Array(columnCount), 1),
    objectiveConstant: 0,
    columnLower: extended(program.columnLower, 0),
    columnUpper: extended(program.columnUpper, Number.POSITIVE_INFINITY),
    rowStart: starts,
    columnIndex: Int32Array.from(indices),
    coefficient: Float64Array.from(values),
  };
}
