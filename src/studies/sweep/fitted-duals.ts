/**
 * Duals of one scenario, fitted to another before they bound it. Where a promise counts the load, another target changes
 * what an hour of work costs by the old duals, in every hour about alike. That changes no plan, for the work has to be done
 * anyway, but it makes the old duals prove less: so the price of a tier's work is moved to where the bound is highest.
 */

import type { LinearProgram } from '../../lp/linear-program.ts';
import { believable, reducedCosts } from '../../verify/lagrangian.ts';

/**
 * For each tier whose work may wait: its backlog balances add up to the work of the year, whatever waits, so one number
 * added to all their duals changes the reduced costs of work that is done or given up, and nothing else.
 *
 * @returns duals that prove at least as much, up to rounding
 */
export function fittedDuals(program: LinearProgram, rowDual: Float64Array): Float64Array {
  const fitted = believable(program, rowDual);
  const costs = reducedCosts(program, fitted).value;
  for (const { name, first, length } of program.rowBlocks) {
    if (name !== 'backlogBalance') continue;
    const work = sum(program.rowLower.subarray(first, first + length));
    const shift = priceOfWork(program, workBy(program, first, length), costs, work);
    for (let row = first; row < first + length; row++) fitted[row]! += shift;
  }
  return fitted;
}

/** How much work a unit of each column does; what only waits does none. */
function workBy({ rowStart, columnIndex, coefficient }: LinearProgram, first: number, length: number) {
  const work = new Map<number, number>();
  for (let k = rowStart[first]!; k < rowStart[first + length]!; k++) {
    work.set(columnIndex[k]!, (work.get(columnIndex[k]!) ?? 0) + coefficient[k]!);
  }
  return [...work].filter(([, amount]) => Math.abs(amount) > NOTHING);
}

/** What is left of a sum of ones. */
const NOTHING = 1e-9;

/**
 * The price λ that makes λ·work + Σ min over [lower, upper] of (cost − λ·amount)·column largest: that of the last column
 * which is needed where the cheapest work is done first and the rest as little as it must. 0 where some column undoes work.
 */
function priceOfWork(
  { columnLower, columnUpper }: LinearProgram,
  columns: readonly (readonly [column: number, amount: number])[],
  costs: Float64Array,
  work: number,
): number {
  if (columns.some(([, amount]) => amount < 0)) return 0;
  const priced = columns.map(([j, amount]) => ({ j, amount, price: costs[j]! / amount }));
  let done = sum(priced.map(({ j, amount }) => amount * columnLower[j]!));
  for (const { j, amount, price } of priced.toSorted((a, b) => a.price - b.price)) {
    done += amount * (columnUpper[j]! - columnLower[j]!);
    if (done >= work) return price;
  }
  return 0;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
