/**
 * Long tables to wide ones: rows of one interval of one series each, in any order, to one row an interval. The step is the
 * shortest interval in the file; a mean over a longer one holds for every step in it.
 */
import { type FaultList, refuse } from '../../faults.ts';

/** One entry a row in each array: rows as objects would take ten times the memory of a large file. */
export interface LongTable {
  /** Start of the interval [min since 1970, UTC], and as the clock of the file shows it. */
  readonly startUtc: Float64Array;
  readonly clock: Float64Array;
  /** Length of the interval [min]; 0 for rows that have none. */
  readonly minutes: Uint8Array;
  /** Index of its group: area, production type, sequence. */
  readonly group: Uint16Array;
  readonly lines: Float64Array;
  /** One array for each value column. */
  readonly values: readonly Float64Array[];
}

export interface WideTable {
  readonly stepMinutes: number;
  readonly clockMinutes: Float64Array;
  readonly lines: Float64Array;
  /** Of each group, one array for each value column. */
  readonly groups: readonly (readonly Float64Array[])[];
}

/** A file of many areas and years; a hostile one could otherwise ask for all memory. */
const MOST_VALUES = 32_000_000;

/** Runs over the steps of every row, in the order of the file. */
function eachStep({ startUtc, minutes }: LongTable, step: number, visit: (row: number, utc: number) => void): void {
  for (let row = 0; row < minutes.length; row++) {
    for (let into = 0; into < minutes[row]!; into += step) visit(row, startUtc[row]! + into);
  }
}

interface Slots {
  /** Slot of each step from the first interval on; NO_SLOT for steps without a row. */
  readonly slotOfStep: Int32Array;
  readonly clockMinutes: Float64Array;
  /** Of the first row of each slot. */
  readonly lines: Float64Array;
}

const NO_SLOT = -1;

/** Steps that have a row, in the order of time; intervals are whole steps, on the grid of their length. */
function slotsOf(long: LongTable, step: number, first: number, last: number): Slots {
  const slotOfStep = new Int32Array(last < first ? 0 : (last - first) / step + 1).fill(NO_SLOT);
  const firstRow = slotOfStep.slice();
  eachStep(long, step, (row, utc) => {
    const at = (utc - first) / step;
    if (firstRow[at] === NO_SLOT) firstRow[at] = row;
  });
  let count = 0;
  firstRow.forEach((row, at) => {
    if (row !== NO_SLOT) slotOfStep[at] = count++;
  });
  const clockMinutes = new Float64Array(count);
  const lines = new Float64Array(count);
  firstRow.forEach((row, at) => {
    if (row === NO_SLOT) return;
    clockMinutes[slotOfStep[at]!] = long.clock[row]! + (first + at * step - long.startUtc[row]!);
    lines[slotOfStep[at]!] = long.lines[row]!;
  });
  return { slotOfStep, clockMinutes, lines };
}

/** Each slot of each group is written once; a second row is a fault, even with the same value. */
export function pivot(long: LongTable, groups: number, faults: FaultList): WideTable {
  const { startUtc, minutes, group, values } = long;
  let [step, first, last] = [60, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < minutes.length; row++) {
    if (minutes[row] === 0) continue;
    step = Math.min(step, minutes[row]!);
    first = Math.min(first, startUtc[row]!);
    last = Math.max(last, startUtc[row]! + minutes[row]!);
  }
  const { slotOfStep, clockMinutes, lines } = slotsOf(long, step, first, last - step);
  const slots = lines.length;
  if (slots * groups * values.length > MOST_VALUES) {
    const problem = `${groups} series over ${slots} intervals`;
    const expected = 'fewer areas or a shorter time in one file';
    refuse(faults.file, 'profile.wrong-length', { where: 'file' }, problem, expected);
  }
  const wide = Array.from({ length: groups }, () => values.map(() => new Float64Array(slots).fill(Number.NaN)));
  const writtenAt = Array.from({ length: groups }, () => new Uint32Array(slots));
  let doubled = -1;
  eachStep(long, step, (row, utc) => {
    // One fault a row, whatever its length.
    if (row === doubled) return;
    const slot = slotOfStep[(utc - first) / step]!;
    const line = long.lines[row]!;
    const earlier = writtenAt[group[row]!]![slot]!;
    if (earlier !== 0) {
      doubled = row;
      faults.add('profile.duplicate', { where: 'MTU', line }, () => ({
        problem: `the same interval of the same series as line ${earlier}`,
        expected: 'one row for each interval, area, production type and sequence',
      }));
      return;
    }
    writtenAt[group[row]!]![slot] = line;
    for (let column = 0; column < values.length; column++) wide[group[row]!]![column]![slot] = values[column]![row]!;
  });
  return { stepMinutes: step, clockMinutes, lines, groups: wide };
}
