/** The duals of a block at a point, made to prove as much as they can. */

import { linkedDualOf } from '../form/linking-matrix.ts';
import type { StandardForm } from '../form/standard-form.ts';
import { floatWorkspace } from '../linalg/workspace.ts';
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
 * then counts against the size, which is far smaller than it may be. Rows are believed only with the sign that their slack
 * allows.
 *
 * @param y duals of the rows, as they are
 * @returns in a workspace: good until they are asked for again
 */
export function provenDuals(form: StandardForm, y: Float64Array): Float64Array {
  const { start, row, value, upper, columnCount, rowCount } = form;
  const proven = floatWorkspace('proven', rowCount);
  proven.set(y);
  const reducedCost = reducedCostOf(form, proven);
  for (let j = upper.length; j < columnCount; j++) {
    const at = start[j]!;
    if (isSlack(form, j) && reducedCost(j) < 0) proven[row[at]!] = 0;
  }
  const limit = signsOfLimits(form);
  const short = floatWorkspace('short', rowCount).fill(0);
  for (let j = upper.length; j < columnCount; j++) {
    const lacking = -reducedCost(j);
    if (!(lacking > 0)) continue;
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
  const y = provenDuals(form, duals);
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

/** By form: the same for all duals. */
const knownSigns = new WeakMap<StandardForm, Int8Array>();

/** Of inequalities whose entries all have one sign that sign, of other rows 0: they limit their columns to the links. */
function signsOfLimits(form: StandardForm): Int8Array {
  const known = knownSigns.get(form);
  if (known) return known;
  const { start, row, value, upper, columnCount, rowCount } = form;
  const signs = new Int8Array(rowCount);
  for (let j = upper.length; j < columnCount; j++) {
    if (isSlack(form, j)) signs[row[start[j]!]!] = Math.sign(value[start[j]!]!);
  }
  for (let k = 0; k < start[columnCount]!; k++) {
    if (Math.sign(value[k]!) !== signs[row[k]!]) signs[row[k]!] = 0;
  }
  knownSigns.set(form, signs);
  return signs;
}
