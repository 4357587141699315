/** Numbers in program text, and the refusal of what the formats cannot say. */

import type { LinearProgram } from '../linear-program.ts';

/**
 * The shortest decimal that reads back as the same number.
 *
 * @throws RangeError for NaN and the infinities.
 */
export function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a coefficient`);
  return String(value);
}

/**
 * Neither format can say that a lower bound stands above an upper: readers would swap, ignore or refuse them.
 *
 * @throws RangeError naming the row or column.
 */
export function requireOrderedBounds(program: LinearProgram): void {
  requireOrder('column', program.columnLower, program.columnUpper);
  requireOrder('row', program.rowLower, program.rowUpper);
}

function requireOrder(what: string, lower: Float64Array, upper: Float64Array): void {
  for (let at = 0; at < lower.length; at++) {
    // Written so that NaN fails the comparison too; a bound of +∞ below or −∞ above excludes every number.
    if (lower[at]! <= upper[at]! && lower[at] !== Number.POSITIVE_INFINITY && upper[at] !== Number.NEGATIVE_INFINITY)
      continue;
    throw new RangeError(`${what} ${at} has bounds ${lower[at]} and ${upper[at]}, which no program text can say`);
  }
}
