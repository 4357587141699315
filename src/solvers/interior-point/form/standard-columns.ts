/** The columns of a block in standard form: its own and the slacks of its inequalities, those with an upper bound first. */

import { SolverError } from '../../../errors.ts';
import { sharedInts } from '../../../lp/thread-arrays.ts';

/** Raised where the method does not serve a programme; another one may. */
export class Unserved extends SolverError {}

interface Column {
  /** x = base + sign·(standard column). */
  readonly base: number;
  readonly sign: 1 | -1;
  readonly upper: number;
}

/** Where a column's zero lies and which way it runs; undefined for a fixed one. */
export function standardColumn(source: number, lower: number, upper: number): Column | undefined {
  const kind = boundKindOf(lower, upper);
  if (kind === FIXED) return undefined;
  if (kind === FREE) throw unbounded(source);
  return kind === TURNED ? { base: upper, sign: -1, upper: Infinity } : { base: lower, sign: 1, upper: upper - lower };
}

export const unbounded = (column: number) => new Unserved(`Column ${column} has no bound on either side`);

/** Both limits, and equal. */
const FIXED = 0;
const BOUNDED = 1;
/** The lower limit alone. */
const OPEN = 2;
/** The upper limit alone: turned round. */
export const TURNED = 3;
export const FREE = 4;

/** Which limits a column or a row has. */
export function boundKindOf(lower: number, upper: number): number {
  if (lower === upper) return FIXED;
  if (lower > Number.NEGATIVE_INFINITY) return upper - lower < Infinity ? BOUNDED : OPEN;
  return upper < Infinity ? TURNED : FREE;
}

/** By standard column. */
export interface StandardColumns {
  /** The first so many have an upper bound. */
  readonly boundedCount: number;
  /** Column of the programme, or −1 − row for the slack of a row. */
  readonly source: Int32Array;
  readonly sign: Int32Array;
  /** Columns of the programme that are fixed. */
  readonly fixed: Int32Array;
}

/**
 * Own columns, then slacks: a·x − s = lower where there is a lower limit, a·x + s = upper otherwise. The slack of a row
 * across the steps is the sum of one a step, so that columns are alike in all of them.
 *
 * @param first column that is the block's own
 * @param stepCount 0 where rows across the steps have one slack
 */
export function standardColumns(
  columnKind: Uint8Array,
  rowKind: Uint8Array,
  first: number,
  { rowStep, stepCount }: { readonly rowStep: Int32Array; readonly stepCount: number },
): StandardColumns {
  const [columns, rows] = [countKinds(columnKind, first), countKinds(rowKind, 0)];
  const boundedCount = columns[BOUNDED]! + rows[BOUNDED]!;
  const slacksOf = (r: number) =>
    rowStep[r]! < 0 && stepCount > 0 && (rowKind[r] === OPEN || rowKind[r] === TURNED) ? stepCount : 1;
  let count = boundedCount + columns[OPEN]! + columns[TURNED]! + rows[OPEN]! + rows[TURNED]!;
  for (let r = 0; r < rowKind.length; r++) count += slacksOf(r) - 1;
  const source = new Int32Array(count);
  const [sign, fixed] = [sharedInts(count), sharedInts(columns[FIXED]!)];
  let [nextBounded, nextOpen, nextFixed] = [0, boundedCount, 0];
  const put = (kind: number, of: number, signOf: number) => {
    const j = kind === BOUNDED ? nextBounded++ : nextOpen++;
    source[j] = of;
    sign[j] = signOf;
  };
  for (let j = first; j < columnKind.length; j++) {
    const kind = columnKind[j]!;
    if (kind === FIXED) fixed[nextFixed++] = j;
    else put(kind, j, kind === TURNED ? -1 : 1);
  }
  for (let r = 0; r < rowKind.length; r++) {
    const kind = rowKind[r]!;
    if (kind === FIXED || kind === FREE) continue;
    for (let slacks = slacksOf(r); slacks > 0; slacks--) put(kind, -1 - r, kind === TURNED ? 1 : -1);
  }
  return { boundedCount, source, sign, fixed };
}

function countKinds(kinds: Uint8Array, first: number): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (let at = first; at < kinds.length; at++) counts[kinds[at]!]!++;
  return counts;
}
