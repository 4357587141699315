/** How a file was read, step by step, and its first day before and after. */

import { stampOfHour } from '../../time.ts';
import { filledHours, type ProfileFile } from '../profile.ts';
import { withDifferences } from '../questions/meters.ts';
import type { ReadingRequest } from '../questions/reading-options.ts';
import type { RecordedColumn, Recording } from '../recording/recording.ts';

interface ExplainedRow {
  readonly line: number;
  /** As the clock of the file shows it, `2021-01-01 00:00`. */
  readonly clock: string;
  /** In the unit of the file; undefined where it has none. */
  readonly value: number | undefined;
}

export interface Explanation {
  readonly steps: readonly string[];
  readonly rows: readonly ExplainedRow[];
  /** The first hours that came of them, UTC. */
  readonly hours: readonly { readonly stamp: string; readonly value: number }[];
  readonly name: string;
  readonly unit: string;
  readonly unitBefore: string;
}

const [HOURS_SHOWN, MINUTES_PER_HOUR, MINUTES_PER_DAY] = [24, 60, 1440];
const MILLISECONDS_PER_MINUTE = 60_000;

/** Of the first column that was asked for. */
export function explain(recorded: Recording, read: ProfileFile, { options }: ReadingRequest): Explanation {
  const recording = options.meter === 'differences' ? withDifferences(recorded) : recorded;
  const [profile] = read.columns;
  const column = recording.columns.find(({ name }) => name === profile!.name)!;
  return {
    steps: stepsOf(recording, column, read),
    rows: firstRows(recording, column, read.year),
    hours: Array.from(profile!.values.subarray(0, HOURS_SHOWN), (value, hour) => ({
      stamp: stampOfHour(read.year, hour),
      value,
    })),
    name: column.name,
    unit: profile!.unit,
    unitBefore: column.unit ?? options.unit ?? '',
  };
}

function stepsOf({ lines, stepMinutes }: Recording, { name, unit }: RecordedColumn, read: ProfileFile): string[] {
  const { format, provenance, year } = read;
  const [told] = provenance?.columns ?? [];
  const filled = told === undefined ? 0 : filledHours(told);
  return [
    `format ${format}: ${provenance?.why}`,
    `rows: ${lines.length}, one every ${stepMinutes} minutes, lines ${lines[0]} to ${lines[lines.length - 1]}`,
    `stamps: ${provenance?.label}`,
    `zone: ${provenance?.zone}`,
    `unit of ${name}: ${unit ?? 'not stated in the file'}`,
    ...(told?.transformations ?? []),
    `aggregation: ${stepMinutes < MINUTES_PER_HOUR ? `${MINUTES_PER_HOUR / stepMinutes} rows to an hour` : 'none, rows are hours'}`,
    `fills: ${filled === 0 ? 'none' : `${filled} hours`}`,
    `hours: ${read.columns[0]!.values.length} of ${year}, UTC`,
  ];
}

/** Rows of the first day of the year on the clock of the file, and some before it: clocks are ahead or behind. */
function firstRows({ clockMinutes, lines }: Recording, { values }: RecordedColumn, year: number): ExplainedRow[] {
  const midnight = Date.UTC(year, 0, 1) / MILLISECONDS_PER_MINUTE;
  const first = clockMinutes.findIndex((minutes) => minutes >= midnight);
  const from = Math.max(first, 0);
  const rows: ExplainedRow[] = [];
  for (let row = from; row < clockMinutes.length && clockMinutes[row]! < clockMinutes[from]! + MINUTES_PER_DAY; row++) {
    const value = values[row]!;
    rows.push({
      line: lines[row]!,
      clock: new Date(clockMinutes[row]! * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 16).replace('T', ' '),
      value: Number.isNaN(value) ? undefined : value,
    });
  }
  return rows;
}
