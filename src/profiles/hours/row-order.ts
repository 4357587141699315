/** Rows that stand twice, or before their predecessors: the first cannot be judged, the second hides a shift. */
import type { FaultList } from '../faults.ts';
import { shownReading } from './clock-readings.ts';

/** `startMinutes` in the order of the file; rows with NaN are passed over. Duplicates are set to NaN, so the first counts. */
export function checkOrder(startMinutes: Float64Array, lines: ArrayLike<number>, faults: FaultList): void {
  let latest = Number.NEGATIVE_INFINITY;
  let previous = Number.NEGATIVE_INFINITY;
  /** Rows so far by their beginning, made only where a row does not follow. */
  let rows: Map<number, number> | undefined;
  for (let row = 0; row < startMinutes.length; row++) {
    const start = startMinutes[row]!;
    if (Number.isNaN(start)) continue;
    if (start > latest) {
      latest = start;
      previous = start;
      rows?.set(start, row);
      continue;
    }
    rows ??= rowsBefore(startMinutes, row);
    const twin = rows.get(start);
    const before = previous;
    if (twin !== undefined) {
      startMinutes[row] = Number.NaN;
      faults.add('profile.duplicate', { where: 'time', line: lines[row]! }, () => ({
        problem: `${shownReading(start)} UTC stands twice, first in line ${lines[twin]}`,
        expected: 'each interval once; which of the two values is right only the source can tell',
      }));
      continue;
    }
    rows.set(start, row);
    previous = start;
    if (start > before) continue;
    faults.add('profile.disorder', { where: 'time', line: lines[row]! }, () => ({
      problem: `${shownReading(start)} UTC stands after ${shownReading(before)} UTC`,
      expected: 'rows in the order of time',
    }));
  }
}

function rowsBefore(startMinutes: Float64Array, end: number): Map<number, number> {
  const rows = new Map<number, number>();
  for (let row = 0; row < end; row++) if (!Number.isNaN(startMinutes[row]!)) rows.set(startMinutes[row]!, row);
  return rows;
}
