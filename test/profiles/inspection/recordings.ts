/** Recordings made by hand, for what is said of them. */

import type { RecordedColumn, Recording } from '../../../src/profiles/recording/recording.ts';

export const minutesOf = (stamp: string): number => Date.parse(`${stamp}Z`) / 60_000;

/** Stamps from `first` on, `count` of them, `step` minutes apart. */
export const stampsFrom = (first: string, count: number, step = 60): Float64Array =>
  Float64Array.from({ length: count }, (_, row) => minutesOf(first) + row * step);

export const column = (values: ArrayLike<number>, parts: Partial<RecordedColumn> = {}): RecordedColumn => ({
  name: 'wind',
  quantity: 'capacityFactor',
  unit: '1',
  values: Float64Array.from(values),
  ...parts,
});

/** In UTC, hourly, named at the start of the hour; row r stands in line r + 2. */
export function recording(
  clockMinutes: Float64Array,
  columns: RecordedColumn[],
  parts: Partial<Recording> = {},
): Recording {
  return {
    why: 'made by hand',
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'start' },
    stepMinutes: 60,
    isTypicalYear: false,
    synthetic: false,
    clockMinutes,
    lines: Uint32Array.from(clockMinutes, (_, row) => row + 2),
    columns,
    warnings: [],
    ...parts,
  };
}
