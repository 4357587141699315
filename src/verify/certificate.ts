/** What primal and dual values prove about a linear programme, recomputed from its arrays alone. */

import { VerificationError } from '../errors.ts';
import type { CertifiedProgram } from './certified-program.ts';
import { provenLowerBound } from './dual-bound.ts';

export interface Certificate {
  /** cᵀx + constant. */
  readonly objective: number;
  /** No point that keeps all rows and bounds costs less; −Infinity where the duals do not prove anything. */
  readonly dualBound: number;
  /** |objective − dualBound| as a share of |objective|, or of 1 where that is smaller. */
  readonly relativeGap: number;
  /** Largest distance of any row or column from its bounds, in the unit of the row. */
  readonly maxViolation: number;
}

/**
 * Judges an answer to a linear programme.
 *
 * @param primal One value per column.
 * @param rowDual One value per row, of a minimisation: positive where a lower bound binds. Any values will do; wrong ones
 *   only make the bound weaker.
 * @throws VerificationError where the arrays do not fit the programme.
 */
export function certify(program: CertifiedProgram, primal: Float64Array, rowDual: Float64Array): Certificate {
  if (primal.length !== program.columnCount || rowDual.length !== program.rowCount) {
    throw new VerificationError(
      `${primal.length} values and ${rowDual.length} duals do not fit ${program.columnCount} columns and ${program.rowCount} rows.`,
    );
  }
  const objective = program.objective.reduce((sum, c, j) => sum + c * primal[j]!, program.objectiveConstant);
  const dualBound = provenLowerBound(program, rowDual, objective);
  return {
    objective,
    dualBound,
    relativeGap: Math.abs(objective - dualBound) / Math.max(1, Math.abs(objective)),
    maxViolation: largestViolation(program, primal),
  };
}

function largestViolation(program: CertifiedProgram, primal: Float64Array): number {
  const { rowCount, rowStart, columnIndex, coefficient, rowLower, rowUpper, columnLower, columnUpper } = program;
  let largest = 0;
  const note = (value: number, lower: number, upper: number) => {
    const distance = Math.max(lower - value, value - upper);
    if (Number.isNaN(distance)) largest = Number.POSITIVE_INFINITY;
    else if (distance > largest) largest = distance;
  };
  for (let j = 0; j < primal.length; j++) note(primal[j]!, columnLower[j]!, columnUpper[j]!);
  for (let r = 0; r < rowCount; r++) {
    let activity = 0;
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) activity += coefficient[k]! * primal[columnIndex[k]!]!;
    note(activity, rowLower[r]!, rowUpper[r]!);
  }
  return largest;
}
