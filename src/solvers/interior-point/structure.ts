/**
 * Where the entries of the normal equations A·Θ·Aᵀ and of their factor L·D·Lᵀ stand. It depends on where A has entries and
 * on nothing else, so blocks that differ only in numbers share one structure.
 * Method: T. A. Davis, Algorithm 849: a concise sparse Cholesky factorization package, 2005, doi:10.1145/1114268.1114277.
 */

import type { StandardForm } from './standard-form.ts';
import { sharedCopy } from './thread-memory.ts';

export interface Structure {
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

type Products = ReturnType<typeof productsByRow>;

export function structureOf(form: StandardForm): Structure {
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
function productsByRow({ rowCount, columnCount, start, row }: StandardForm) {
  const first = new Int32Array(rowCount + 1);
  const eachPair = (visit: (p: number, q: number, j: number) => void): void => {
    for (let j = 0; j < columnCount; j++) {
      for (let p = start[j]!; p < start[j + 1]!; p++) for (let q = start[j]!; q <= p; q++) visit(p, q, j);
    }
  };
  eachPair((p, q) => {
    first[Math.max(row[p]!, row[q]!) + 1]!++;
  });
  for (let i = 0; i < rowCount; i++) first[i + 1]! += first[i]!;
  const total = first[rowCount]!;
  const pairs = { left: new Int32Array(total), right: new Int32Array(total), column: new Int32Array(total) };
  const target = new Int32Array(total);
  const next = first.slice();
  eachPair((p, q, j) => {
    const at = next[Math.max(row[p]!, row[q]!)]!++;
    pairs.left[at] = p;
    pairs.right[at] = q;
    pairs.column[at] = j;
    target[at] = Math.min(row[p]!, row[q]!);
  });
  // Within a row by target; a stable insertion sort, for rows are short and nearly in order.
  for (let i = 0; i < rowCount; i++) {
    for (let at = first[i]! + 1; at < first[i + 1]!; at++) {
      const [t, l, r, c] = [target[at]!, pairs.left[at]!, pairs.right[at]!, pairs.column[at]!];
      let to = at;
      for (; to > first[i]! && target[to - 1]! > t; to--) {
        target[to] = target[to - 1]!;
        pairs.left[to] = pairs.left[to - 1]!;
        pairs.right[to] = pairs.right[to - 1]!;
        pairs.column[to] = pairs.column[to - 1]!;
      }
      [target[to], pairs.left[to], pairs.right[to], pairs.column[to]] = [t, l, r, c];
    }
  }
  return { ...pairs, target, first };
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
