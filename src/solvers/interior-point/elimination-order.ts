import type { LinearProgram } from '../../lp/linear-program.ts';

/**
 * The order in which rows are eliminated: hour by hour — the same place in every row block with the same first
 * two labels and length —, within an hour the rows with the fewest neighbours first, and single rows, over many hours, last. A chain through the
 * hours then fills in little, and the circle of the year adds one spike.
 *
 * @param newRow number of each row of the programme among the kept ones, or −1
 * @returns rank of each kept row
 */
export function eliminationOrder(
  { rowBlocks, rowCount: given }: LinearProgram,
  newRow: Int32Array,
  rowCount: number,
  start: Int32Array,
  row: Int32Array,
): Int32Array {
  const neighbours = new Int32Array(rowCount);
  for (let j = 0; j < start.length - 1; j++) {
    const others = start[j + 1]! - start[j]! - 1;
    for (let k = start[j]!; k < start[j + 1]!; k++) neighbours[row[k]!]! += others;
  }
  const hour = new Float64Array(given);
  // Chains of several weather years in one block follow one another.
  const chains = new Map<string, number>();
  let hours = 0;
  for (const { of, first, length } of rowBlocks) {
    if (length === 1) continue;
    const chain = JSON.stringify([...of.slice(0, 2), length]);
    if (!chains.has(chain)) {
      chains.set(chain, hours);
      hours += length;
    }
    for (let h = 0; h < length; h++) hour[first + h] = chains.get(chain)! + h;
  }
  for (const { first, length } of rowBlocks) if (length === 1) hour[first] = hours;
  const hourOf = new Float64Array(rowCount);
  for (let r = 0; r < given; r++) if (newRow[r]! >= 0) hourOf[newRow[r]!] = hour[r]!;
  // One after the other: in one number, the two would not be exact for many years with a row over all of them.
  const byNeighbours = inOrder(Int32Array.from(hourOf.keys()), neighbours);
  const rank = new Int32Array(rowCount);
  inOrder(byNeighbours, hourOf).forEach((at, place) => {
    rank[at] = place;
  });
  return rank;
}

/** Rows by ascending key, equal ones as they stood. */
function inOrder(rows: Int32Array, keyOf: ArrayLike<number>): Int32Array {
  const keys = Float64Array.from(rows, (at, place) => keyOf[at]! * rows.length + place).sort();
  return Int32Array.from(keys, (key) => rows[key % rows.length]!);
}
