/**
 * Where the entries of the normal equations A·Θ·Aᵀ and of their factor L·D·Lᵀ stand. It depends on where A has entries and
 * on nothing else, so blocks that differ only in numbers share one structure.
 * Method: T. A. Davis, Algorithm 849: a concise sparse Cholesky factorization package, 2005, doi:10.1145/1114268.1114277.
 */

import { sharedCopy } from './thread-memory.ts';

export interface SymbolicFactor {
  readonly rowCount: number;
  /** Entries of row i of the lower triangle: `entryStart[i] … entryStart[i + 1] − 1`, the diagonal last. */
  readonly entryStart: Int32Array;
  readonly entryColumn: Int32Array;
  /** Products that add up to an entry: value[left]·value[right]·θ[of column]. */
  readonly productStart: Int32Array;
  readonly productLeft: Int32Array;
  readonly productRight: Int32Array;
  readonly productColumn: Int32Array;
  /** L by columns, without its unit diagonal. */
  readonly factorStart: Int32Array;
  readonly factorRow: Int32Array;
  /** Columns in which row i of L has entries, in ascending order. */
  readonly patternStart: Int32Array;
  readonly pattern: Int32Array;
}

/** Where A has entries, by columns. */
interface Pattern {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly start: Int32Array;
  readonly row: Int32Array;
}

type Products = ReturnType<typeof productsByRow>;

export function symbolicFactorOf(form: Pattern): SymbolicFactor {
  const { rowCount } = form;
  const products = productsByRow(form);
  const { entryStart, entryColumn, productStart } = entriesOf(rowCount, products);
  return {
    rowCount,
    entryStart: sharedCopy(entryStart),
    entryColumn: sharedCopy(entryColumn),
    productStart: sharedCopy(productStart),
    productLeft: sharedCopy(products.left),
    productRight: sharedCopy(products.right),
    productColumn: sharedCopy(products.column),
    ...factorPattern(rowCount, entryStart, entryColumn),
  };
}

/** All products of two entries of one column, gathered by the lower row and then by the column of the entry they add to. */
function productsByRow({ rowCount, columnCount, start, row }: Pattern) {
  let total = 0;
  for (let j = 0; j < columnCount; j++) total += ((start[j + 1]! - start[j]!) * (start[j + 1]! - start[j]! + 1)) / 2;
  const ints = () => new Int32Array(total);
  const given = { left: ints(), right: ints(), column: ints() };
  let pair = 0;
  for (let j = 0; j < columnCount; j++) {
    for (let p = start[j]!; p < start[j + 1]!; p++) {
      for (let q = start[j]!; q <= p; q++) {
        given.left[pair] = p;
        given.right[pair] = q;
        given.column[pair++] = j;
      }
    }
  }
  const targetOf = (at: number) => Math.min(row[given.left[at]!]!, row[given.right[at]!]!);
  const lowerOf = (at: number) => Math.max(row[given.left[at]!]!, row[given.right[at]!]!);
  // Counting twice takes as long as there are products, also in rows over all hours of many years.
  const asGiven = ints().map((_, at) => at);
  const byTarget = stableOrder(asGiven, targetOf, rowCount).order;
  const { order, first } = stableOrder(byTarget, lowerOf, rowCount);
  return {
    left: order.map((at) => given.left[at]!),
    right: order.map((at) => given.right[at]!),
    column: order.map((at) => given.column[at]!),
    target: order.map(targetOf),
    first,
  };
}

/** The same numbers by ascending key, equal ones as they stood; `first[k]` is where those of key k begin. */
function stableOrder(given: Int32Array, keyOf: (at: number) => number, keyCount: number) {
  const first = new Int32Array(keyCount + 1);
  for (const at of given) first[keyOf(at) + 1]!++;
  for (let k = 0; k < keyCount; k++) first[k + 1]! += first[k]!;
  const next = first.slice();
  const order = new Int32Array(given.length);
  for (const at of given) order[next[keyOf(at)]!++] = at;
  return { order, first };
}

/** One entry a target, and the diagonal in any case. */
function entriesOf(rowCount: number, { target, first }: Products) {
  const entryStart = new Int32Array(rowCount + 1);
  const entryColumn: number[] = [];
  const productStart: number[] = [];
  for (let i = 0; i < rowCount; i++) {
    let last = -1;
    for (let at = first[i]!; at < first[i + 1]!; at++) {
      if (target[at] === last) continue;
      last = target[at]!;
      entryColumn.push(last);
      productStart.push(at);
    }
    if (last !== i) {
      entryColumn.push(i);
      productStart.push(first[i + 1]!);
    }
    entryStart[i + 1] = entryColumn.length;
  }
  productStart.push(target.length);
  return { entryStart, entryColumn, productStart };
}

/** Rows of L by climbing the elimination tree from the entries of each row. */
function factorPattern(rowCount: number, entryStart: Int32Array, entryColumn: readonly number[]) {
  const parent = new Int32Array(rowCount).fill(-1);
  const seenIn = new Int32Array(rowCount).fill(-1);
  const patternStart = new Int32Array(rowCount + 1);
  const factorStart = new Int32Array(rowCount + 1);
  const pattern: number[] = [];
  for (let k = 0; k < rowCount; k++) {
    seenIn[k] = k;
    const begin = pattern.length;
    for (let e = entryStart[k]!; e < entryStart[k + 1]!; e++) {
      for (let i = entryColumn[e]!; seenIn[i] !== k; i = parent[i]!) {
        if (parent[i] === -1) parent[i] = k;
        seenIn[i] = k;
        pattern.push(i);
        factorStart[i + 1]!++;
      }
    }
    const own = pattern.splice(begin).sort((a, b) => a - b);
    for (const i of own) pattern.push(i);
    patternStart[k + 1] = pattern.length;
  }
  for (let i = 0; i < rowCount; i++) factorStart[i + 1]! += factorStart[i]!;
  const factorRow = new Int32Array(pattern.length);
  const next = factorStart.slice();
  for (let k = 0; k < rowCount; k++) {
    for (let e = patternStart[k]!; e < patternStart[k + 1]!; e++) factorRow[next[pattern[e]!]!++] = k;
  }
  return {
    factorStart: sharedCopy(factorStart),
    factorRow: sharedCopy(factorRow),
    patternStart: sharedCopy(patternStart),
    pattern: sharedCopy(pattern),
  };
}
