/** Readings of meters, which only rise: told from series by their rows, and their consumption between two readings. */

import type { FaultList } from '../faults.ts';
import type { RecordedColumn, Recording } from '../recording/recording.ts';
import { addContradiction } from './questions.ts';
import type { ReadingOptions } from './reading-options.ts';

/** What is used or made rests or falls within three days; its sum does not. */
const LEAST_MINUTES = 72 * 60;
const LEAST_ROWS = 72;
/** A number that hardly ever moves is a state, not a meter. */
const LEAST_RISING = 0.1;

/** True for energy, or numbers without a unit, that rise and never fall over three days and more. */
export function isMeter(
  { values, quantity, unit }: RecordedColumn,
  { clockMinutes, isTypicalYear }: Recording,
): boolean {
  if (isTypicalYear || values.length < LEAST_ROWS || !(quantity === 'energy' || unit === undefined)) return false;
  if (clockMinutes.at(-1)! - clockMinutes[0]! < LEAST_MINUTES) return false;
  let previous = Number.NEGATIVE_INFINITY;
  let rising = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < previous) return false;
    if (value > previous) rising++;
    previous = value;
  }
  return rising >= LEAST_RISING * values.length;
}

const taken = new WeakMap<Recording, Recording>();

/** The same with differences in place of the readings of its meters, each of the step that ends at its stamp. */
export function withDifferences(recording: Recording): Recording {
  const before = taken.get(recording);
  if (before !== undefined) return before;
  const columns = recording.columns.map((column) =>
    isMeter(column, recording)
      ? { ...column, values: differences(column.values, recording), label: { kind: 'end' } as const }
      : column,
  );
  const found = { ...recording, columns };
  taken.set(recording, found);
  return found;
}

const MINUTES_PER_HOUR = 60;

/** NaN where the row before is not the step before; an hour that clocks repeat stands an hour back. */
function differences(readings: Float64Array, { clockMinutes, stepMinutes }: Recording): Float64Array {
  return readings.map((reading, row) => {
    const minutes = clockMinutes[row]! - (clockMinutes[row - 1] ?? Number.NaN);
    const follows = minutes === stepMinutes || minutes === stepMinutes - MINUTES_PER_HOUR;
    return follows ? reading - readings[row - 1]! : Number.NaN;
  });
}

/** Readings of a meter are a question, until it is said what to take of them. */
export function askAboutMeters(
  columns: readonly RecordedColumn[],
  recording: Recording,
  { meter }: ReadingOptions,
  faults: FaultList,
): void {
  if (meter === 'values') return;
  for (const column of columns) {
    const { name } = column;
    if (meter === 'differences') {
      if (column.label === undefined) addContradiction(faults, 'meter', `differences, but ${name} does not only rise`);
    } else if (isMeter(column, recording)) {
      faults.add('profile.question', { where: 'meter' }, () => ({
        problem: `${name} rises in ${recording.clockMinutes.length} rows and never falls: the reading of a meter?`,
        expected:
          'pass meter: differences (--meter differences), which takes what was metered in each step; meter: values (--meter values) where they are values',
      }));
    }
  }
}
