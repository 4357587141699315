/**
 * How long the work of a tier waits at most, if what came first is done first [h]: at the end of each hour, the fewest last
 * hours whose arrivals explain all that waits. Of a cyclic year.
 *
 * @param arrivedMWh in each hour
 * @param backlogMWh at the end of each hour
 */
export function longestDelayHours(arrivedMWh: Float64Array, backlogMWh: Float64Array): number {
  const hours = backlogMWh.length;
  const mean = arrivedMWh.reduce((sum, mwh) => sum + mwh, 0) / Math.max(1, hours);
  let longest = 0;
  for (let h = 0; h < hours; h++) {
    // What solvers leave in the last digits waits for nothing.
    let unexplained = backlogMWh[h]! - 1e-4 * mean;
    let back = 0;
    while (unexplained > 0 && back < hours) {
      unexplained -= Math.max(0, arrivedMWh[(h - back + hours) % hours]!);
      back++;
    }
    longest = Math.max(longest, back);
  }
  return longest;
}
