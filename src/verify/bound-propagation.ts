/** Closes open column ranges by what the rows imply: a column is bounded once everything else in one of its rows is. */

import type { CertifiedProgram } from './certified-program.ts';

export interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Ends farther out are far [MW or MWh]: "no limit" is also written as 1e8, which no plan reaches, and a price that is
 * wrong by rounding weighs that much.
 */
const FAR = 1e6;

/** What far ends count as: open, to be closed nearer, or as what they say. */
export type FarEnds = 'open' | 'kept';

/** The bounds of the columns, on memory of their own. */
export function boundsOf({ columnLower, columnUpper }: CertifiedProgram, far: FarEnds): Bounds {
  const [lower, upper] = [columnLower.slice(), columnUpper.slice()];
  if (far === 'kept') return { lower, upper };
  for (let j = 0; j < lower.length; j++) {
    if (lower[j]! < -FAR) lower[j] = Number.NEGATIVE_INFINITY;
    if (upper[j]! > FAR) upper[j] = Number.POSITIVE_INFINITY;
  }
  return { lower, upper };
}

/** Passes over all rows. A chain of columns that bound each other and turns more often than this stays open. */
const MAXIMUM_PASSES = 50;

/**
 * Bounds that every point of the programme keeps; with a `cutoff`, every point whose cost is at most that.
 * Bounds are taken as they are; open ones are closed where possible, rounded outward.
 */
export function impliedBounds(program: CertifiedProgram, far: FarEnds, cutoff?: number): Bounds {
  const bounds = boundsOf(program, far);
  const rows = cutoff === undefined ? program : withCutoff(program, cutoff);
  closeByRows(rows, bounds);
  return bounds;
}

/**
 * Closes open ends of bounds by all rows, where they stand.
 *
 * @returns the rows that closed something, in the order in which they did
 */
export function closeByRows(program: CertifiedProgram, bounds: Bounds): number[] {
  const closing: number[] = [];
  for (let pass = 0; pass < MAXIMUM_PASSES; pass++) {
    const before = closing.length;
    for (let at = 0; at < program.rowCount; at++) {
      // To and fro: a chain through the hours may run either way.
      const row = pass % 2 === 0 ? at : program.rowCount - 1 - at;
      if (closeByRow(program, row, bounds) > 0) closing.push(row);
    }
    if (closing.length === before) break;
  }
  return closing;
}

/** Closes what one row lets close; returns how many ends that were. */
export function closeByRow(program: CertifiedProgram, r: number, { lower, upper }: Bounds): number {
  const { rowStart, columnIndex, coefficient } = program;
  const [from, to] = [rowStart[r]!, rowStart[r + 1]!];
  if (!hasOpenEnd(program, from, to, lower, upper)) return 0;
  let closed = 0;
  for (const side of [1, -1] as const) {
    // As side·Ax ≤ limit; the least that the terms of the row can add up to, open ends apart.
    const limit = side === 1 ? program.rowUpper[r]! : -program.rowLower[r]!;
    if (limit === Number.POSITIVE_INFINITY) continue;
    let least = 0;
    let size = Math.abs(limit);
    let open = 0;
    for (let k = from; k < to; k++) {
      const term = leastTerm(side * coefficient[k]!, columnIndex[k]!, lower, upper);
      if (term === Number.NEGATIVE_INFINITY) open++;
      else {
        least += term;
        size += Math.abs(term);
      }
    }
    if (open > 1) continue;
    const rounding = 2 * (to - from + 3) * Number.EPSILON * size;
    for (let k = from; k < to; k++) {
      const [a, j] = [side * coefficient[k]!, columnIndex[k]!];
      if (a === 0 || Number.isFinite(a > 0 ? upper[j]! : lower[j]!)) continue;
      const own = leastTerm(a, j, lower, upper);
      if (open === 1 && own !== Number.NEGATIVE_INFINITY) continue;
      const others = own === Number.NEGATIVE_INFINITY ? least : least - own;
      const end = (limit - others + rounding) / a;
      const outward = end + Math.sign(a) * 2 * Number.EPSILON * Math.abs(end);
      if (!Number.isFinite(outward)) continue;
      if (a > 0) upper[j] = outward;
      else lower[j] = outward;
      closed++;
    }
  }
  return closed;
}

function hasOpenEnd(
  { columnIndex }: CertifiedProgram,
  from: number,
  to: number,
  lower: Float64Array,
  upper: Float64Array,
) {
  for (let k = from; k < to; k++) {
    const j = columnIndex[k]!;
    if (lower[j] === Number.NEGATIVE_INFINITY || upper[j] === Number.POSITIVE_INFINITY) return true;
  }
  return false;
}

/** The least value of a·x over the column's range. */
function leastTerm(a: number, j: number, lower: Float64Array, upper: Float64Array): number {
  return a === 0 ? 0 : a * (a > 0 ? lower[j]! : upper[j]!);
}

/** The programme with one more row: the cost of a point that is no worse than the cutoff. */
function withCutoff(program: CertifiedProgram, cutoff: number): CertifiedProgram {
  const { rowCount, objective, rowStart, columnIndex, coefficient, rowLower, rowUpper } = program;
  const costly = Int32Array.from(objective.keys()).filter((j) => objective[j] !== 0);
  const entries = rowStart[rowCount]!;
  // Rounded outward, so that no better point is lost.
  const rounding = Number.EPSILON * (Math.abs(cutoff) + Math.abs(program.objectiveConstant));
  const limit = cutoff - program.objectiveConstant + rounding;
  return {
    ...program,
    rowCount: rowCount + 1,
    rowLower: joined(new Float64Array(rowCount + 1), rowLower, [Number.NEGATIVE_INFINITY]),
    rowUpper: joined(new Float64Array(rowCount + 1), rowUpper, [limit]),
    rowStart: joined(new Int32Array(rowCount + 2), rowStart, [entries + costly.length]),
    columnIndex: joined(new Int32Array(entries + costly.length), columnIndex, costly),
    coefficient: joined(
      new Float64Array(entries + costly.length),
      coefficient,
      objective.filter((c) => c !== 0),
    ),
  };
}

/** Both lists one after the other, the second at the very end. */
function joined<T extends Float64Array | Int32Array>(into: T, first: T, last: ArrayLike<number>): T {
  into.set(first.subarray(0, into.length - last.length));
  into.set(last, into.length - last.length);
  return into;
}
