/** The duals of a block at a point, made to prove as much as they can. */

import { linkedDualOf } from '../form/linking-matrix.ts';
import type { StandardForm } from '../form/standard-form.ts';
import { floatWorkspace } from '../linalg/workspace.ts';
import { PROVEN_OVERSHOOT } from '../parameters.ts';
import type { BlockPoint } from './block.ts';

/** A block costs at least `constant` − `linkedDual`·z, whatever the linking columns z are, and at least `plain`. */
export interface Cut {
  readonly constant: number;
  /** Tᵀ·y */
  readonly linkedDual: Float64Array;
  /** By its columns alone; −Infinity where one without an upper bound earns money. */
  readonly plain: number;
}

/**
 * Duals for columns without an upper bound. On the way some of these have a reduced cost below zero, which proves nothing,
 * or as little as the column may be large. The row that limits such a column to a size takes it over: what it is short of
 * then counts against the size, which is far smaller than it may be. What a
 * column is short of that no row limits, such as import where a promise is kept over the year, the shortest of its rows takes
 * over, and passes it on to columns that are limited. Rows are believed only with the sign that their slack allows.
 *
 * @param y duals of the rows, as they are
 * @param overshoot what columns are to be left above zero where they are short: rounding, where somebody else works it out again
 * @returns in a workspace: good until they are asked for again
 */
export function provenDuals(form: StandardForm, y: Float64Array, overshoot = 0): Float64Array {
  const { start, row, value, upper, columnCount, rowCount } = form;
  const proven = floatWorkspace('proven', rowCount);
  proven.set(y);
  const reducedCost = reducedCostOf(form, proven);
  for (let j = upper.length; j < columnCount; j++) {
    const at = start[j]!;
    if (isSlack(form, j) && reducedCost(j) < 0) proven[row[at]!] = 0;
  }
  const limits = limitsOf(form);
  const { limit } = limits;
  const lackingOf = (j: number) => overshoot - reducedCost(j);
  takeOverUnlimited(limits, lackingOf, proven);
  const short = floatWorkspace('short', rowCount).fill(0);
  for (let j = upper.length; j < columnCount; j++) {
    const lacking = lackingOf(j);
    if (!(lacking > 0) || isSlack(form, j)) continue;
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const r = row[k]!;
      if (limit[r] === 0) continue;
      short[r] = Math.max(short[r]!, lacking / Math.abs(value[k]!));
      break;
    }
  }
  for (let r = 0; r < rowCount; r++) proven[r]! -= limit[r]! * short[r]!;
  return proven;
}

/** What they prove, about: no column without an upper bound is taken to exceed the largest one of the point. */
export function cutOf(form: StandardForm, { x, y: duals }: BlockPoint): Cut {
  const { cost, upper, rhs, fixedCost, columnCount, rowCount } = form;
  const y = provenDuals(form, duals, PROVEN_OVERSHOOT);
  const reducedCost = reducedCostOf(form, y);
  let [constant, plain, largest, unpaid] = [fixedCost, fixedCost, 0, 0];
  for (let j = 0; j < columnCount; j++) {
    const worth = Math.min(0, reducedCost(j));
    if (j < upper.length) constant += upper[j]! * worth;
    else {
      unpaid += worth;
      largest = Math.max(largest, x[j]!);
    }
    if (cost[j]! < 0) plain += cost[j]! * (upper[j] ?? Number.POSITIVE_INFINITY);
  }
  for (let r = 0; r < rowCount; r++) constant += rhs[r]! * y[r]!;
  return { constant: constant + unpaid * largest, linkedDual: linkedDualOf(form, y), plain };
}

function reducedCostOf({ start, row, value, cost }: StandardForm, y: Float64Array): (j: number) => number {
  return (j) => {
    let reduced = cost[j]!;
    for (let k = start[j]!; k < start[j + 1]!; k++) reduced -= value[k]! * y[row[k]!]!;
    return reduced;
  };
}

const isSlack = ({ columnOf }: StandardForm, j: number): boolean => columnOf[j]! < 0;

/** Columns without an upper bound that no row limits, each with the row that takes over what it is short of. */
interface Unlimited {
  readonly column: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

interface Limits {
  /** By row the sign of its slack where it has no upper bound; 0 of equations and ranges. */
  readonly slackSign: Int8Array;
  /** The same for rows whose entries all have that sign, 0 for others: they limit their columns to the links. */
  readonly limit: Int8Array;
  readonly unlimited: Unlimited;
}

/** Twice: two columns of an hour may share one row, and what mends the first may cost the second. */
const PASSES = 2;

function takeOverUnlimited(
  { slackSign, unlimited: { column, row, value } }: Limits,
  lackingOf: (j: number) => number,
  proven: Float64Array,
): void {
  for (let pass = 0; pass < PASSES; pass++) {
    for (let k = 0; k < column.length; k++) {
      const lacking = lackingOf(column[k]!);
      if (!(lacking > 0)) continue;
      const r = row[k]!;
      const shifted = proven[r]! - lacking / value[k]!;
      proven[r] = slackSign[r]! * shifted > 0 ? 0 : shifted;
    }
  }
}

/** By form: the same for all duals. */
const knownLimits = new WeakMap<StandardForm, Limits>();

function limitsOf(form: StandardForm): Limits {
  const known = knownLimits.get(form);
  if (known) return known;
  const { start, row, value, upper, columnCount, rowCount } = form;
  const slackSign = new Int8Array(rowCount);
  for (let j = upper.length; j < columnCount; j++) {
    if (isSlack(form, j)) slackSign[row[start[j]!]!] = Math.sign(value[start[j]!]!);
  }
  const limit = slackSign.slice();
  for (let k = 0; k < start[columnCount]!; k++) {
    if (Math.sign(value[k]!) !== limit[row[k]!]) limit[row[k]!] = 0;
  }
  const limits = { slackSign, limit, unlimited: unlimitedOf(form, limit) };
  knownLimits.set(form, limits);
  return limits;
}

/** Of their rows the one with fewest entries: one over the year would pass on to every hour what one hour is short of. */
function unlimitedOf({ start, row, value, upper, columnOf, columnCount, rowCount }: StandardForm, limit: Int8Array) {
  const entries = new Int32Array(rowCount);
  for (let k = 0; k < start[columnCount]!; k++) entries[row[k]!]!++;
  const columns: number[] = [];
  const places: number[] = [];
  for (let j = upper.length; j < columnCount; j++) {
    const [from, to] = [start[j]!, start[j + 1]!];
    let [best, isLimited] = [from, columnOf[j]! < 0 || from === to];
    for (let k = from; k < to; k++) {
      isLimited ||= limit[row[k]!] !== 0;
      if (entries[row[k]!]! < entries[row[best]!]!) best = k;
    }
    if (isLimited) continue;
    columns.push(j);
    places.push(best);
  }
  return {
    column: Int32Array.from(columns),
    row: Int32Array.from(places, (k) => row[k]!),
    value: Float64Array.from(places, (k) => value[k]!),
  };
}
