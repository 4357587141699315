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
  const { value } = reducedCosts(program, fitted);
  for (const { first, length, shift } of fittingShifts(program, (j) => value[j]!)) {
    for (let row = first; row < first + length; row++) fitted[row]! += shift;
  }
  return fitted;
}

/** What each tier's duals are raised by, and the rows they belong to. @param costOf reduced, by the duals as they are */
export function fittingShifts(program: LinearProgram, costOf: (column: number) => number) {
  const balances = program.rowBlocks.filter(({ name }) => name === 'backlogBalance');
  return balances.map(({ first, length }) => {
    let work = 0;
    for (let row = first; row < first + length; row++) work += program.rowLower[row]!;
    return { first, length, shift: priceOfWork(program, workBy(program, first, length), costOf, work) };
  });
}

interface Work {
  readonly columns: Int32Array;
  readonly amounts: Float64Array;
}

/** By coefficients and first row. */
const works = new WeakMap<Float64Array, Map<number, Work>>();

/** Columns of which a unit does work, and how much; what only waits does none. */
function workBy(program: LinearProgram, first: number, length: number): Work {
  const known = works.get(program.coefficient) ?? new Map<number, Work>();
  works.set(program.coefficient, known);
  const work = known.get(first) ?? findWork(program, first, length);
  known.set(first, work);
  return work;
}

function findWork({ columnCount, rowStart, columnIndex, coefficient }: LinearProgram, first: number, length: number) {
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
  { columns, amounts }: Work,
  costOf: (column: number) => number,
  work: number,
): number {
  const count = columns.length;
  if (count === 0) return 0;
  const [prices, least, most] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let at = 0; at < count; at++) {
    const [j, amount] = [columns[at]!, amounts[at]!];
    if (amount < 0) return 0;
    prices[at] = costOf(j) / amount;
    least[at] = amount * columnLower[j]!;
    most[at] = amount * columnUpper[j]!;
  }
  const price = cheapestEnough(prices, least, most, work, lastPrices.get(columns));
  lastPrices.set(columns, price);
  return price;
}

/** By the columns it was found among: from one change to the next it moves little. */
const lastPrices = new WeakMap<Int32Array, number>();

/** The lowest price at which enough is done if all that is no dearer is done; parts are put aside, dearest or cheapest, until one price is left. */
function cheapestEnough(
  prices: Float64Array,
  least: Float64Array,
  most: Float64Array,
  work: number,
  likely?: number,
): number {
  let done = 0;
  for (let at = 0; at < least.length; at++) done += least[at]!;
  const near = likely === undefined ? undefined : between(prices, least, most, work - done, likely);
  done += near?.done ?? 0;
  let left = near?.left ?? Uint32Array.from(prices.keys());
  for (;;) {
    const middle = prices[left[left.length >> 1]!]!;
    const [cheaper, dearer] = [new Uint32Array(left.length), new Uint32Array(left.length)];
    let [below, above, ofCheaper, ofMiddle] = [0, 0, 0, 0];
    for (const at of left) {
      const more = most[at]! - least[at]!;
      if (prices[at]! < middle) {
        cheaper[below++] = at;
        ofCheaper += more;
      } else if (prices[at]! > middle) dearer[above++] = at;
      else ofMiddle += more;
    }
    if (below > 0 && done + ofCheaper >= work) left = cheaper.subarray(0, below);
    else if (above === 0 || done + ofCheaper + ofMiddle >= work) return middle;
    else {
      done += ofCheaper + ofMiddle;
      left = dearer.subarray(0, above);
    }
  }
}

/** What is nearly as dear as a price, if enough is done at a price among them; and what is done of all that is cheaper. */
function between(prices: Float64Array, least: Float64Array, most: Float64Array, work: number, likely: number) {
  const room = NEAR * Math.abs(likely);
  const left = new Uint32Array(prices.length);
  let [count, done, within] = [0, 0, 0];
  for (let at = 0; at < prices.length; at++) {
    const apart = prices[at]! - likely;
    if (apart > room) continue;
    const more = most[at]! - least[at]!;
    if (apart < -room) done += more;
    else {
      within += more;
      left[count++] = at;
    }
  }
  return count > 0 && done < work && done + within >= work ? { done, left: left.subarray(0, count) } : undefined;
}

/** A share of the price. */
const NEAR = 0.02;
