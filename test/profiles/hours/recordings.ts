/** Recordings made from a series that is known in UTC, as some clock and label would write it. */

import { type Issue, ProfileError } from '../../../src/errors.ts';
import { FaultList } from '../../../src/profiles/faults.ts';
import { profilesOf } from '../../../src/profiles/foreign-profile.ts';
import type { ReadingRequest } from '../../../src/profiles/questions/reading-options.ts';
import type { Label, RecordedColumn, Recording, Zone } from '../../../src/profiles/recording/recording.ts';

const FILE = 'series.csv';
/** Line of the first row: a header stands before it. */
export const FIRST_LINE = 2;

const formats = new Map<string, Intl.DateTimeFormat>();
const MINUTES_PER_DAY = 1440;
const offsets = new Map<string, number>();

/** Asked hour by hour of the days at whose ends the clocks differ, and of others once. */
function offsetOfZone(zone: Zone, utcMinutes: number): number {
  const name = zone.kind === 'civil' ? zone.name : '';
  const remembered = (minutes: number) => {
    const key = `${name} ${minutes}`;
    const offset = offsets.get(key) ?? askedOfZone(zone, minutes);
    offsets.set(key, offset);
    return offset;
  };
  if (name === '') return askedOfZone(zone, utcMinutes);
  const day = Math.floor(utcMinutes / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  const [begins, ends] = [remembered(day), remembered(day + MINUTES_PER_DAY)];
  return begins === ends ? begins : remembered(utcMinutes);
}

/** Clock reading − UTC [minutes], by the runtime; our own code has no part in it. */
function askedOfZone(zone: Zone, utcMinutes: number): number {
  if (zone.kind !== 'civil') return zone.kind === 'offset' ? zone.minutes : 0;
  const format =
    formats.get(zone.name) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone.name, timeZoneName: 'longOffset' });
  formats.set(zone.name, format);
  const name = format.formatToParts(utcMinutes * 60_000).find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours, minutes = '0'] = /^GMT([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

export interface KnownSeries {
  readonly zone: Zone;
  readonly label: Label;
  readonly stepMinutes: number;
  /** Beginning of the first interval [minutes since 1970, UTC]. */
  readonly begin: number;
  /** One value for each step. */
  readonly values: Float64Array;
  readonly column?: Partial<RecordedColumn>;
}

export function recordingOf({ zone, label, stepMinutes, begin, values, column }: KnownSeries): Recording {
  const shift = { start: 0, middle: stepMinutes / 2, end: stepMinutes, unstated: 0 };
  const into = label.kind === 'sample' ? label.minutesIntoHour : shift[label.kind];
  let [hour, offset] = [Number.NaN, 0];
  const clockMinutes = values.map((_, row) => {
    const stamp = begin + row * stepMinutes + into;
    if (Math.floor(stamp / 60) !== hour) offset = offsetOfZone(zone, stamp);
    hour = Math.floor(stamp / 60);
    return stamp + offset;
  });
  return {
    why: 'made for a test',
    zone,
    label,
    stepMinutes,
    isTypicalYear: false,
    synthetic: false,
    clockMinutes,
    lines: Array.from(values, (_, row) => FIRST_LINE + row),
    columns: [{ name: 'output', quantity: 'capacityFactor', unit: '1', ...column, values }],
    warnings: [],
  };
}

/** The recording with other rows: `rows` gives, in order, the rows that the file has; lines are counted anew. */
export function withRows(recording: Recording, rows: readonly number[]): Recording {
  return {
    ...recording,
    clockMinutes: Float64Array.from(rows, (row) => recording.clockMinutes[row]!),
    lines: rows.map((_, at) => FIRST_LINE + at),
    columns: recording.columns.map((column) => ({
      ...column,
      values: Float64Array.from(rows, (row) => column.values[row]!),
    })),
  };
}

export function read(recording: Recording, request: Partial<ReadingRequest> = {}) {
  const columns = request.columns ?? [{ unit: 'capacityFactor' as const }];
  return profilesOf(recording, { columns, options: request.options ?? {} }, new FaultList(FILE));
}

/** The faults of a recording, [] where it is accepted. */
export function faultsOf(recording: Recording, request: Partial<ReadingRequest> = {}): readonly Issue[] {
  try {
    read(recording, request);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.issues;
    throw error;
  }
}

export const firstMinute = (year: number) => Date.UTC(year, 0, 1) / 60_000;
export const minutesOfYear = (year: number) => firstMinute(year + 1) - firstMinute(year);
