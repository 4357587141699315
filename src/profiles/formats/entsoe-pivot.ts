/**
 * Long tables to wide ones: rows of one interval of one series each, in any order, to one row an interval. The step is the
 * shortest interval in the file; a mean over a longer one holds for every step in it.
 */
import { type FaultList, refuse } from '../faults.ts';
import type { EntsoeInterval } from './entsoe-interval.ts';

export interface LongRow {
  readonly interval: EntsoeInterval;
  /** Index of its group: area, production type, sequence. */
  readonly group: number;
  /** Index of its line and values. */
  readonly row: number;
}

export interface LongTable {
  readonly rows: readonly LongRow[];
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

interface Slot {
  readonly utc: number;
  readonly clock: number;
  readonly line: number;
}

function slotsOf({ rows, lines }: LongTable, step: number): Slot[] {
  const slots = new Map<number, Slot>();
  for (const { interval, row } of rows) {
    for (let into = 0; into < interval.length; into += step) {
      const utc = interval.startUtc + into;
      if (!slots.has(utc)) slots.set(utc, { utc, clock: interval.clock + into, line: lines[row]! });
    }
  }
  return [...slots.values()].sort((a, b) => a.utc - b.utc);
}

/** Each slot of each group is written once; a second row is a fault, even with the same value. */
export function pivot(long: LongTable, groups: number, faults: FaultList): WideTable {
  const { rows, lines, values } = long;
  const columns = values.length;
  const step = rows.reduce((least, { interval }) => Math.min(least, interval.length), 60);
  const slots = slotsOf(long, step);
  if (slots.length * groups * columns > MOST_VALUES) {
    const problem = `${groups} series over ${slots.length} intervals`;
    refuse(
      faults.file,
      'profile.wrong-length',
      { where: 'file' },
      problem,
      'fewer areas or a shorter time in one file',
    );
  }
  const indexOf = new Map(slots.map(({ utc }, index) => [utc, index]));
  const wide = Array.from({ length: groups }, () =>
    Array.from({ length: columns }, () => new Float64Array(slots.length).fill(Number.NaN)),
  );
  const writtenAt = Array.from({ length: groups }, () => new Uint32Array(slots.length));
  for (const { interval, group, row } of rows) {
    const line = lines[row]!;
    for (let into = 0; into < interval.length; into += step) {
      const slot = indexOf.get(interval.startUtc + into)!;
      const earlier = writtenAt[group]![slot]!;
      if (earlier !== 0) {
        faults.add('profile.duplicate', { where: 'MTU', line }, () => ({
          problem: `the same interval of the same series as line ${earlier}`,
          expected: 'one row for each interval, area, production type and sequence',
        }));
        break;
      }
      writtenAt[group]![slot] = line;
      for (let column = 0; column < columns; column++) wide[group]![column]![slot] = values[column]![row]!;
    }
  }
  return {
    stepMinutes: step,
    clockMinutes: Float64Array.from(slots, ({ clock }) => clock),
    lines: Float64Array.from(slots, ({ line }) => line),
    groups: wide,
  };
}
