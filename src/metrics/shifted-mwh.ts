import { previousHour } from '../time.ts';

/**
 * Work that was put off to a later hour [MWh IT]: in each hour, what arrived beyond what was served or given up, which is
 * the growth of the backlog. The least amount that explains the flows: an hour's service counts first for what arrives
 * in that hour, and work that waits for many hours counts once.
 *
 * @equation Σ_h max(0, B[h] − B[h−1])
 * @param backlogMWh Backlog at the end of each hour of a cyclic year.
 */
export function shiftedMWh(backlogMWh: Float64Array): number {
  const before = (hour: number) => backlogMWh[previousHour(hour, backlogMWh.length)]!;
  return backlogMWh.reduce((sum, backlog, hour) => sum + Math.max(0, backlog - before(hour)), 0);
}
