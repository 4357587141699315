/** What primal and dual values prove about a linear programme, recomputed from its arrays alone. */

import { VerificationError } from '../errors.ts';
import type { CertifiedProgram } from './certified-program.ts';
import { provenLowerBound } from './dual-bound.ts';
import { boundOfBlocks, firstCuts, type LinkedBlocks } from './linked-bound.ts';

export interface Certificate {
  /** cᵀx + constant. */
  readonly objective: number;
  /** No point that keeps all rows and bounds costs less; −Infinity where the duals do not prove anything. */
  readonly dualBound: number;
  /** Largest distance of any row or column from its bounds, in the unit of the row. */
  readonly maxViolation: number;
}

interface Values {
  readonly primal: Float64Array;
  readonly rowDual: Float64Array;
}

/** Values of the linking programme and of each block, whose first values stand for linking columns. */
export interface LinkedAnswer {
  readonly linking: Values;
  readonly blocks: readonly Values[];
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
  requireFit(program, { primal, rowDual });
  const objective = costAt(program, primal);
  const dualBound = provenLowerBound(program, rowDual, objective);
  return { objective, dualBound, maxViolation: largestViolation(program, primal) };
}

/** Judges an answer to a programme of linked blocks as `certify` does: the values of linking columns are those of `linking`. */
export function certifyBlocks(blocks: LinkedBlocks, answer: LinkedAnswer): Certificate {
  const { linking } = blocks;
  requireFit(linking, answer.linking);
  if (answer.blocks.length !== blocks.blockCount) {
    throw new VerificationError(`${answer.blocks.length} answers do not fit ${blocks.blockCount} blocks.`);
  }
  let objective = costAt(linking, answer.linking.primal);
  let maxViolation = largestViolation(linking, answer.linking.primal);
  const duals = { linking: answer.linking.rowDual, blocks: answer.blocks.map(({ rowDual }) => rowDual) };
  const cuts = firstCuts(blocks, duals, ({ program, linkedTo }, at) => {
    requireFit(program, answer.blocks[at]!);
    const point = answer.blocks[at]!.primal.slice();
    point.set(Array.from(linkedTo, (j) => answer.linking.primal[j]!));
    objective += costAt(program, point);
    maxViolation = Math.max(maxViolation, largestViolation(program, point));
  });
  const dualBound = boundOfBlocks(blocks, duals, cuts, objective);
  return { objective, dualBound, maxViolation };
}

function requireFit(program: CertifiedProgram, { primal, rowDual }: Values): void {
  if (primal.length === program.columnCount && rowDual.length === program.rowCount) return;
  throw new VerificationError(
    `${primal.length} values and ${rowDual.length} duals do not fit ${program.columnCount} columns and ${program.rowCount} rows.`,
  );
}

function costAt(program: CertifiedProgram, primal: Float64Array): number {
  return program.objective.reduce((sum, c, j) => sum + c * primal[j]!, program.objectiveConstant);
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
