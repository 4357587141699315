/** Sizes and money are divided so that the numbers of the method are near 1, and long rows are made light. */

import type { BlockAngularProgram } from '../../../lp/block-angular.ts';
import type { LinearProgram } from '../../../lp/linear-program.ts';
import { DEAREST_SHARE, HEAVY_ROW, SIZE_PER_TYPICAL_RHS } from '../parameters.ts';

/** Sizes and money are divided by these, so that the numbers of the method are near 1. */
export interface Scale {
  readonly size: number;
  readonly cost: number;
}

/**
 * Sizes some times the typical right-hand side, between the first block and the last. The dearest linking column, shared
 * among blocks, at 250 for each of them: duals of twenty weather years are a twentieth of those of one, and regularisation must
 * not weigh more for that.
 */
export function scaleOf(ends: readonly LinearProgram[], { objective }: LinearProgram, sharing: number): Scale {
  const typical = ends.map(typicalRhs).filter((rhs) => rhs > 0);
  const dearest = objective.reduce((most, c) => Math.max(most, Math.abs(c)), 0);
  return {
    size: typical.length === 0 ? 1 : (SIZE_PER_TYPICAL_RHS * typical.reduce((a, b) => a + b, 0)) / typical.length,
    cost: dearest === 0 ? 1 : dearest / sharing / DEAREST_SHARE,
  };
}

/** In how many blocks the linking column stands that stands in most. */
export function mostSharing({ blockCount, linkedTo, linking }: BlockAngularProgram): number {
  const sharing = new Int32Array(linking.columnCount);
  for (let at = 0; at < blockCount; at++) for (const column of linkedTo(at)) sharing[column]!++;
  return sharing.reduce((most, count) => Math.max(most, count), 1);
}

function typicalRhs({ rowLower, rowUpper }: LinearProgram): number {
  let [sum, count] = [0, 0];
  for (let r = 0; r < rowLower.length; r++) {
    const rhs = Math.abs(Number.isFinite(rowLower[r]!) ? rowLower[r]! : rowUpper[r]!);
    if (rhs === 0 || !Number.isFinite(rhs)) continue;
    sum += rhs;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** Rows over many hours are made as light as rows of one hour. */
export function rowWeight({ rowStart, coefficient }: LinearProgram, row: number): number {
  let squares = 0;
  for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) squares += coefficient[k]! ** 2;
  return (1 / Math.max(HEAVY_ROW, Math.sqrt(squares))) * HEAVY_ROW;
}
