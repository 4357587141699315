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
  let across = 0;
  for (let r = 0; r < rowStep.length; r++) across = Math.max(across, rowStep[r]! + 1);
  const stepOf = new Int32Array(rowCount);
  for (let r = 0; r < newRow.length; r++) {
    if (newRow[r]! >= 0) stepOf[newRow[r]!] = rowStep[r]! < 0 ? across : rowStep[r]!;
  }
  const asTheyStand = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) asTheyStand[row] = row;
  // One after the other: in one number, the two would not be exact for many years with a row over all of them.
  const ordered = inOrder(inOrder(asTheyStand, neighbours), stepOf);
  const rank = new Int32Array(rowCount);
  for (let place = 0; place < rowCount; place++) rank[ordered[place]!] = place;
  return rank;
}

/** Rows by ascending key, equal ones as they stood; keys are small whole numbers, and counted. */
function inOrder(rows: Int32Array, keyOf: Int32Array): Int32Array {
  let most = 0;
  for (let row = 0; row < keyOf.length; row++) most = Math.max(most, keyOf[row]!);
  const nextOf = new Int32Array(most + 2);
  for (let at = 0; at < rows.length; at++) nextOf[keyOf[rows[at]!]! + 1]!++;
  for (let key = 0; key <= most; key++) nextOf[key + 1]! += nextOf[key]!;
  const ordered = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) ordered[nextOf[keyOf[rows[at]!]!]!++] = rows[at]!;
  return ordered;
}
