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
    const work = program.rowLower.subarray(first, first + length).reduce((sum, row) => sum + row, 0);
    const shift = priceOfWork(program, workBy(program, first, length), costs, work);
    for (let row = first; row < first + length; row++) fitted[row]! += shift;
  }
  return fitted;
}

/** Columns of which a unit does work, and how much; what only waits does none. */
function workBy({ columnCount, rowStart, columnIndex, coefficient }: LinearProgram, first: number, length: number) {
  const amounts = new Float64Array(columnCount);
  for (let k = rowStart[first]!; k < rowStart[first + length]!; k++) amounts[columnIndex[k]!]! += coefficient[k]!;
  const columns: number[] = [];
  for (let j = 0; j < columnCount; j++) if (Math.abs(amounts[j]!) > NOTHING) columns.push(j);
  return { columns: Int32Array.from(columns), amounts: Float64Array.from(columns, (j) => amounts[j]!) };
}

/** What is left of a sum of ones. */
const NOTHING = 1e-9;

/**
 * The price λ that makes λ·work + Σ min over [lower, upper] of (cost − λ·amount)·column largest: that of the last column
 * which is needed where the cheapest work is done first and the rest as little as it must. 0 where some column undoes work.
 */
function priceOfWork(
  { columnLower, columnUpper }: LinearProgram,
  { columns, amounts }: ReturnType<typeof workBy>,
  costs: Float64Array,
  work: number,
): number {
  const count = columns.length;
  const [prices, least, most] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let at = 0; at < count; at++) {
    const [j, amount] = [columns[at]!, amounts[at]!];
    if (amount < 0) return 0;
    prices[at] = costs[j]! / amount;
    least[at] = amount * columnLower[j]!;
    most[at] = amount * columnUpper[j]!;
  }
  const isDoneAt = (price: number) => {
    let done = 0;
    for (let at = 0; at < count; at++) done += prices[at]! <= price ? most[at]! : least[at]!;
    return done >= work;
  };
  const rising = prices.slice().sort();
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isDoneAt(rising[middle]!)) to = middle;
    else from = middle + 1;
  }
  return rising[from] ?? 0;
}
