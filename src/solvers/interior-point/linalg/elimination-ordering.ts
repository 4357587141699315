/**
 * The order in which rows are eliminated: step by step along the chains, within a step the rows with the fewest neighbours
 * first, and rows across the steps last. A chain through the hours then fills in little, and the circle of the year adds
 * one spike.
 *
 * @param rowStep see `LinearProgram`
 * @param newRow number of each row of the programme among the kept ones, or −1
 * @returns rank of each kept row
 */
export function eliminationOrder(
  rowStep: Int32Array,
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
  const across = rowStep.reduce((last, step) => Math.max(last, step), -1) + 1;
  const stepOf = new Int32Array(rowCount);
  newRow.forEach((row, r) => {
    if (row >= 0) stepOf[row] = rowStep[r]! < 0 ? across : rowStep[r]!;
  });
  // One after the other: in one number, the two would not be exact for many years with a row over all of them.
  const byNeighbours = inOrder(Int32Array.from(stepOf.keys()), neighbours);
  const rank = new Int32Array(rowCount);
  inOrder(byNeighbours, stepOf).forEach((at, place) => {
    rank[at] = place;
  });
  return rank;
}

/** Rows by ascending key, equal ones as they stood; keys are small whole numbers, and counted. */
function inOrder(rows: Int32Array, keyOf: Int32Array): Int32Array {
  const most = keyOf.reduce((top, key) => Math.max(top, key), 0);
  const nextOf = new Int32Array(most + 2);
  for (const row of rows) nextOf[keyOf[row]! + 1]!++;
  for (let key = 0; key <= most; key++) nextOf[key + 1]! += nextOf[key]!;
  const ordered = new Int32Array(rows.length);
  for (const row of rows) ordered[nextOf[keyOf[row]!]!++] = row;
  return ordered;
}
